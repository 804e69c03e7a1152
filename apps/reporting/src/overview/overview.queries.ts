import { DomainError, type Context } from '@lien-ket/kernel';
import type { OverviewRow, OverviewView, OwnReports, SharedReport } from '@lien-ket/contracts';
import { endOf } from '@lien-ket/access';
import type { Runtime } from '@lien-ket/runtime';
import {
  activitiesOf,
  agreementsOf,
  byField,
  byState,
  counts,
  isOver,
  type Things,
} from './overview.fields.js';
import { HUB } from './overview.projection.js';
import { OverviewTenantRow, OverviewThingRow } from './overview.rows.js';

export class OverviewQueries {
  constructor(private readonly runtime: Runtime) {}

  /** @throws DomainError forbidden in every tenant but HCMC */
  async view(ctx: Context, ownReports: () => Promise<OwnReports>): Promise<OverviewView> {
    refuseOthers(ctx);
    const asOfPosition = this.runtime.runner.position(ctx);
    const [things, tenants] = await this.runtime.db.use(ctx, async (db) => [
      await db.getRepository(OverviewThingRow).find({ order: { firstSeq: 'ASC', id: 'ASC' } }),
      await db.getRepository(OverviewTenantRow).find(),
    ]);
    return {
      rows: provincesOf(things, ctx.businessDate).map(({ tenant, name }) =>
        rowOf({ tenant, name }, things, tenants, ctx.businessDate),
      ),
      byField: byField(things, ctx.businessDate),
      ownReports: await ownReports(),
      bases: basesOf(things, ctx.businessDate),
      asOfPosition,
      asOf: ctx.businessDate,
    };
  }

  /** Accepted reports as provinces shared them, in the order in which they came. @throws DomainError as `view` */
  async reports(ctx: Context, tenant: string | undefined): Promise<readonly SharedReport[]> {
    refuseOthers(ctx);
    const kind = 'report';
    const things = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(OverviewThingRow).find({
        where: tenant === undefined ? { kind } : { kind, tenant },
        order: { firstSeq: 'ASC', id: 'ASC' },
      }),
    );
    return things.flatMap(sharedReport);
  }
}

/** @throws DomainError forbidden overview.hcmcOnly */
function refuseOthers(ctx: Context): void {
  if (ctx.tenantId !== HUB) throw new DomainError('forbidden', 'overview.hcmcOnly');
}

function sharedReport({ tenant, id, example, data }: OverviewThingRow): SharedReport[] {
  const { report, receivedOn } = data;
  return report && receivedOn ? [{ tenant, obligationId: id, ...report, receivedOn, example }] : [];
}

/** The provinces in the order in which the agreements name them: given, never ranked. */
function provincesOf(things: Things, today: string): readonly { tenant: string; name: string }[] {
  const named = new Map<string, string>();
  for (const { data } of agreementsOf(things, today)) {
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
  const agreements = agreementsOf(things, today).filter(({ data }) =>
    data.parties?.some((party) => party.tenant === tenant),
  );
  const activities = activitiesOf(theirs);
  return {
    tenant,
    name,
    ...(endOf(tenant, today) ?? { endedOn: null, successor: null }),
    shared: all.some(isWork),
    agreements: agreements.length,
    confirmed: agreements.filter((agreement) => isConfirmed(agreement, theirs)).length,
    plans: theirs.filter((thing) => counts(thing, 'plan', today)).length,
    endedPlans: theirs.filter((thing) => thing.kind === 'plan' && isOver(thing, today)).length,
    activities: byState(activities),
    noInformation: activities.filter((one) => isSilent(one, today)).length,
    openDifficulties: theirs.filter((thing) => counts(thing, 'difficulty', today)).length,
    acceptedReports: theirs.filter((thing) => counts(thing, 'report', today)).length,
    examples: activitiesOf(all).filter(({ example }) => example).length,
    lastReceivedOn: tenants.find((one) => one.tenant === tenant)?.lastReceivedOn ?? null,
  };
}

/** The recorder stands by its record; another party says so, of the content that stands now, or as extended. */
function isConfirmed(agreement: OverviewThingRow, theirs: Things): boolean {
  if (theirs.includes(agreement)) return true;
  const { hashes = [] } = agreement.data;
  return theirs.some(
    ({ kind, id, data }) =>
      kind === 'confirmation' &&
      id === agreement.id &&
      hashes.some((hash) => data.said?.[hash] === 'confirmed'),
  );
}

/** Its time is over and nothing was told of it: "chưa có thông tin", which is not late. */
function isSilent({ historic, state, data }: OverviewThingRow, today: string): boolean {
  const over = historic || (typeof data.lastDay === 'string' && data.lastDay < today);
  return over && (state === 'planned' || state === 'awaitingTrigger');
}

/** To record or confirm an agreement is not yet to share anything of the work under it. */
function isWork({ kind }: OverviewThingRow): boolean {
  return kind !== 'agreement' && kind !== 'confirmation';
}

/** What every figure rests on: parties beside HCMC, those on the platform, those that have shared anything of work. */
function basesOf(things: Things, today: string): OverviewView['bases'] {
  const sharing = new Set(things.filter(isWork).map(({ tenant }) => tenant));
  return agreementsOf(things, today).map(({ id, data }) => {
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
