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
  postponed: 0,
  reportedDone: 0,
  done: 0,
  cancelled: 0,
  carriedOver: 0,
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
      await db.getRepository(OverviewThingRow).find({ order: { firstSeq: 'ASC', id: 'ASC' } }),
      await db.getRepository(OverviewTenantRow).find(),
    ]);
    return {
      rows: provincesOf(things).map(({ tenant, name }) =>
        rowOf({ tenant, name }, things, tenants, ctx.businessDate),
      ),
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
  { tenant, name }: { readonly tenant: string; readonly name: string },
  things: Things,
  tenants: readonly OverviewTenantRow[],
  today: string,
): OverviewRow {
  const all = things.filter((thing) => thing.tenant === tenant);
  // Examples show how a thing works: they are counted apart, never within a figure.
  const theirs = all.filter(({ example }) => !example);
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
    noInformation: activities.filter((one) => isSilent(one, today)).length,
    openDifficulties: theirs.filter(({ kind, state }) => kind === 'difficulty' && state === 'open').length,
    acceptedReports: theirs.filter(({ kind }) => kind === 'report').length,
    examples: all.filter(({ kind, example }) => kind === 'activity' && example).length,
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

/** Its time is over and nothing was told of it: "chưa có thông tin", which is not late. */
function isSilent({ historic, state, data }: OverviewThingRow, today: string): boolean {
  const over = historic || (data.lastDay !== undefined && data.lastDay < today);
  return over && (state === 'planned' || state === 'awaitingTrigger');
}

/** One work in two plans counts once: of two linked rows the one that came later is left out of totals. */
function repeatedIn(things: Things): ReadonlySet<OverviewThingRow> {
  const byKey = new Map(things.map((thing) => [`${thing.kind}/${thing.tenant}/${thing.id}`, thing]));
  return new Set(
    things.flatMap((one) =>
      (one.data.sameAs ?? []).flatMap(({ tenant, activityId }) => {
        const other = byKey.get(`activity/${tenant}/${activityId}`);
        if (!other || other.example) return [];
        return [one.firstSeq > other.firstSeq ? one : other];
      }),
    ),
  );
}

function byField(things: Things): OverviewView['byField'] {
  const counts = new Map<string, { activities: number; done: number }>();
  const repeated = repeatedIn(things);
  for (const thing of things) {
    const { kind, tenant, field, state, example } = thing;
    if (kind !== 'activity' || tenant === HUB || example || repeated.has(thing)) continue;
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
  return things.filter(({ kind, state }) => kind === 'agreement' && state === 'recorded');
}
