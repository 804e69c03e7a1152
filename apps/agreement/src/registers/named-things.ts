import { tenantId, uuid } from '@lien-ket/contracts';
import { isAuthority } from '@lien-ket/access';
import type { Context, Fault } from '@lien-ket/kernel';
import { knownHere, type Runtime } from '@lien-ket/runtime';
import { AgreementQueries } from '../agreement/agreement.queries.js';
import { PlanQueries } from '../plan/plan.queries.js';

type Kind = 'organisation' | 'tenant' | 'agreement' | 'plan' | 'about';
/** Names of what refers to one thing of ours or received, by which of them it is. */
const REFERRING: Readonly<Record<string, Kind>> = {
  underPlan: 'plan',
  underAgreement: 'agreement',
  parent: 'agreement',
  about: 'about',
};
interface Named {
  readonly kind: Kind;
  readonly id: string;
  readonly pointer: string;
  /** The owner of a thing, where the body says one. */
  readonly tenant?: string;
}

/**
 * Where a body names an organisation that our register does not have, a party or partner that is no authority, or an agreement, plan
 * or other thing that was neither recorded nor received here: on such a lead nobody would ever work, such an agreement
 * gives the plan no reader, and what is issued is not mended. The body is not yet checked here; an organisation of another
 * tenant is that one's.
 */
export async function unknownNames(
  runtime: Runtime,
  ctx: Context,
  body: unknown,
  resource: 'plan' | 'directive' | 'agreement' | 'workinggroup',
): Promise<readonly Fault[]> {
  const named = namedIn(body, '', ctx.tenantId);
  const idsOf = (kind: Kind): string[] => named.filter((one) => one.kind === kind).map(({ id }) => id);
  const organisations = await runtime.directory.byIds(ctx, idsOf('organisation'));
  const agreements = new AgreementQueries(runtime);
  const strangers = idsOf('tenant').filter((slug) => !isAuthority(slug));
  const parties = strangers.length > 0 ? await agreements.parties(ctx) : [];
  const tenants = [...parties, ...(await runtime.tenantsAmong(strangers))];
  const recorded = await agreements.known(ctx, [...idsOf('agreement'), ...idsOf('about')]);
  const plans = await new PlanQueries(runtime).known(ctx, [...idsOf('plan'), ...idsOf('about')]);
  const things = await thingsKnown(runtime, ctx, named, [...recorded, ...plans]);
  const known: Readonly<Record<Kind, (id: string) => boolean>> = {
    organisation: (id) => organisations.some((one) => one.id === id),
    tenant: (id) => isAuthority(id) || id === ctx.tenantId || tenants.includes(id),
    agreement: (id) => recorded.includes(id),
    plan: (id) => plans.includes(id),
    about: (id) => things.includes(id),
  };
  return named
    .filter(({ kind, id }) => !known[kind](id))
    .map(({ kind, pointer }) => ({ pointer, code: `${resource}.${kind}Unknown` }));
}

/** Ids of what is named as the matter; in `rows` stands what we have, ours or received, where no owner is named. */
async function thingsKnown(
  runtime: Runtime,
  ctx: Context,
  named: readonly Named[],
  rows: readonly string[],
): Promise<readonly string[]> {
  const abouts = named.filter(({ kind }) => kind === 'about');
  const known = abouts.map(async ({ id, tenant }) => {
    const isInRows = tenant === undefined && rows.includes(id);
    return isInRows || (await knownHere(runtime, ctx, { tenant, id })) ? [id] : [];
  });
  return (await Promise.all(known)).flat();
}

function namedIn(value: unknown, at: string, own: string): Named[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => namedIn(one, `${at}/${index}`, own));
  if (typeof value !== 'object' || value === null) return [];
  const { tenant = own } = value as { tenant?: unknown };
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    const pointer = `${at}/${name}`;
    if (name === 'partnerTenants') return tenantsIn(one, pointer);
    if (name === 'parties')
      return listOf(one).flatMap((party, index) => tenantIn(tenantOf(party), `${pointer}/${index}/tenant`));
    if (name === 'underAgreements')
      return listOf(one).flatMap((ref, index) => referred(ref, 'agreement', `${pointer}/${index}`));
    const kind = REFERRING[name];
    if (kind) return referred(one, kind, pointer);
    if (name !== 'organisationId' && name !== 'focalAgencyId') return namedIn(one, pointer, own);
    const { success, data } = uuid.safeParse(one);
    return success && tenant === own ? [{ kind: 'organisation', id: data, pointer }] : [];
  });
}

function tenantsIn(value: unknown, at: string): Named[] {
  return listOf(value).flatMap((one, index) => tenantIn(one, `${at}/${index}`));
}

function tenantIn(value: unknown, pointer: string): Named[] {
  const { success, data: id } = tenantId.safeParse(value);
  return success ? [{ kind: 'tenant', id, pointer }] : [];
}

/** A party without one stands outside the platform, by its name alone. */
const tenantOf = (party: unknown): unknown => ((party ?? {}) as { tenant?: unknown }).tenant;

function referred(value: unknown, kind: Kind, at: string): Named[] {
  const { id, tenant } = (value ?? {}) as { id?: unknown; tenant?: unknown };
  const { success, data } = uuid.safeParse(id);
  const owner = tenantId.safeParse(tenant).data;
  return success ? [{ kind, id: data, pointer: `${at}/id`, ...(owner ? { tenant: owner } : {}) }] : [];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
