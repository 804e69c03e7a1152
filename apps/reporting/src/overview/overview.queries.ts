import { DomainError, type Context } from '@lien-ket/kernel';
import type { ActivityState, OverviewRow, OverviewView } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { HUB } from './overview.projection.js';
import { OverviewTenantRow, OverviewThingRow } from './overview.rows.js';

const NO_ACTIVITIES: Readonly<Record<ActivityState, number>> = {
  planned: 0,
  awaitingTrigger: 0,
  inProgress: 0,
  suspended: 0,
  reportedDone: 0,
  done: 0,
  cancelled: 0,
};
/** Never had force, or were taken back: not counted as plans. */
const WITHDRAWN = ['recalled'];
const NOT_STATED = 'notStated';

type Things = readonly OverviewThingRow[];

export class OverviewQueries {
  constructor(private readonly runtime: Runtime) {}

  /** @throws DomainError forbidden in every tenant but HCMC */
  async view(ctx: Context): Promise<OverviewView> {
    if (ctx.tenantId !== HUB) throw new DomainError('forbidden', 'overview.hcmcOnly');
    const asOfPosition = this.runtime.runner.position(ctx);
    const [things, tenants] = await this.runtime.db.use(ctx, async (db) => [
      await db.getRepository(OverviewThingRow).find({ order: { kind: 'ASC', tenant: 'ASC', id: 'ASC' } }),
      await db.getRepository(OverviewTenantRow).find(),
    ]);
    return {
      rows: provincesOf(things).map(({ tenant, name }) => rowOf(tenant, name, things, tenants)),
      byField: byField(things),
      bases: basesOf(things),
      asOfPosition,
      asOf: ctx.businessDate,
    };
  }
}

/** The provinces in the order in which the agreements name them: given, never ranked. */
function provincesOf(things: Things): readonly { tenant: string; name: string }[] {
  const named = new Map<string, string>();
  for (const { data } of agreementsOf(things)) {
    for (const { tenant, name } of data.parties ?? [])
      if (tenant !== undefined && tenant !== HUB && !named.has(tenant)) named.set(tenant, name);
  }
  return [...named].map(([tenant, name]) => ({ tenant, name }));
}

function rowOf(
  tenant: string,
  name: string,
  things: Things,
  tenants: readonly OverviewTenantRow[],
): OverviewRow {
  const theirs = things.filter((thing) => thing.tenant === tenant);
  const agreements = agreementsOf(things).filter(({ data }) =>
    data.parties?.some((party) => party.tenant === tenant),
  );
  const activities = theirs.filter(({ kind }) => kind === 'activity');
  return {
    tenant,
    name,
    agreements: agreements.length,
    confirmed: agreements.filter((agreement) => isConfirmed(agreement, theirs)).length,
    plans: theirs.filter(({ kind, state }) => kind === 'plan' && !WITHDRAWN.includes(state)).length,
    activities: activities.reduce<Record<ActivityState, number>>(
      (counts, { state }) => ({ ...counts, [state]: (counts[state as ActivityState] ?? 0) + 1 }),
      { ...NO_ACTIVITIES },
    ),
    noInformation: activities.filter(isSilent).length,
    openDifficulties: theirs.filter(({ kind, state }) => kind === 'difficulty' && state === 'open').length,
    acceptedReports: theirs.filter(({ kind }) => kind === 'report').length,
    examples: activities.filter(({ example }) => example).length,
    lastReceivedOn: tenants.find((one) => one.tenant === tenant)?.lastReceivedOn ?? null,
  };
}

/** The recorder stands by its record; another party says so, of the very content that stands now. */
function isConfirmed(agreement: OverviewThingRow, theirs: Things): boolean {
  if (theirs.includes(agreement)) return true;
  return theirs.some(
    ({ kind, id, state, data }) =>
      kind === 'confirmation' &&
      id === agreement.id &&
      state === 'confirmed' &&
      data.hash === agreement.data.hash,
  );
}

/** Past before it was entered, and nothing told since. */
function isSilent({ historic, state }: OverviewThingRow): boolean {
  return historic && (state === 'planned' || state === 'awaitingTrigger');
}

function byField(things: Things): OverviewView['byField'] {
  const counts = new Map<string, { activities: number; done: number }>();
  for (const { kind, tenant, field, state } of things) {
    if (kind !== 'activity' || tenant === HUB) continue;
    const before = counts.get(field ?? NOT_STATED) ?? { activities: 0, done: 0 };
    counts.set(field ?? NOT_STATED, {
      activities: before.activities + 1,
      done: before.done + (state === 'done' ? 1 : 0),
    });
  }
  return [...counts]
    .map(([field, count]) => ({ field, ...count }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** What every figure rests on: parties beside HCMC, those on the platform, those that have shared anything of work. */
function basesOf(things: Things): OverviewView['bases'] {
  const sharing = new Set(
    things.flatMap(({ kind, tenant }) => (kind === 'agreement' || kind === 'confirmation' ? [] : [tenant])),
  );
  return agreementsOf(things).map(({ id, data }) => {
    const parties = (data.parties ?? []).filter(({ tenant }) => tenant !== HUB);
    const present = parties.flatMap(({ tenant }) => tenant ?? []);
    return {
      agreementId: id,
      name: data.name ?? '',
      parties: parties.length,
      onPlatform: present.length,
      shared: present.filter((tenant) => sharing.has(tenant)).length,
    };
  });
}

function agreementsOf(things: Things): Things {
  return things.filter(({ kind, state }) => kind === 'agreement' && state !== 'closed');
}
