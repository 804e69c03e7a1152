import type { HistoryChange } from '@lien-ket/contracts';
import type { Happened } from './happened.js';

/** A thing that an event names: of its own tenant, or of the one that is said. */
interface Ref {
  readonly kind: string;
  readonly id: string;
  readonly tenant?: string;
}

/** Keys under which events name other records of their tenant. */
const NAMED = {
  planId: 'plan',
  itemId: 'item',
  activityId: 'activity',
  amendmentId: 'amendment',
  campaignId: 'campaign',
} as const;
/** Keys under which they name a record together with its tenant. */
const FOREIGN = ['plan', 'agreement', 'activity', 'obligation', 'difficulty'] as const;
/** Keys under which they name an organisation. */
const ORGANISATIONS: readonly string[] = [
  'organisationId',
  'ownerId',
  'debtorId',
  'focalAgencyId',
  'raisedBy',
];

/** The token of a thing in a log: things of other tenants never stand for our own, whatever their ids say. */
export const tokenOf = (kind: string, id: string, tenant: string | null): string =>
  tenant === null ? `${kind}:${id}` : `${kind}:${id}@${tenant}`;

/** The stream of a token, as `history_state` names it. */
export function keyOfToken(token: string): string {
  const [thing = '', tenant] = token.split('@');
  const stream = thing.replace(':', '-');
  return tenant === undefined ? stream : `${tenant}/${stream}`;
}

/** What an event and all later ones of its stream are about. */
export function lastingScopes(one: Happened): string[] {
  const own = one.recorded.tenant;
  const from = one.origin?.tenant ?? null;
  const tenantOf = ({ tenant }: Ref): string | null =>
    tenant === undefined ? from : tenant === own ? null : tenant;
  const refs = refsOf(one.event.data).map((ref) => tokenOf(ref.kind, ref.id, tenantOf(ref)));
  return [...new Set([tokenOf(one.record.kind, one.record.id, from), ...refs])];
}

/** What this event alone is about besides: items that it touched, organisations that it names, and who acted. */
export function passingScopes(one: Happened, changes: readonly HistoryChange[]): string[] {
  const from = one.origin?.tenant ?? null;
  const items = changes.flatMap(({ of, id }) =>
    of === 'item' && id !== null ? [tokenOf('item', id, from)] : [],
  );
  const organisations = [...organisationsIn(one.event.data), one.actor.organisationId].flatMap((id) =>
    id === null ? [] : [tokenOf('organisation', id, from)],
  );
  return [...items, ...organisations, `province:${from ?? one.recorded.tenant}`];
}

function refsOf(data: unknown): Ref[] {
  if (!isThing(data)) return [];
  const named = Object.entries(NAMED).flatMap(([key, kind]) => {
    const id = data[key];
    return typeof id === 'string' ? [{ kind, id }] : [];
  });
  const foreign = FOREIGN.flatMap((kind) => {
    const ref = data[kind];
    if (!isThing(ref)) return [];
    const id = ref['id'] ?? ref['activityId'];
    return typeof id === 'string' && typeof ref['tenant'] === 'string'
      ? [{ kind, id, tenant: ref['tenant'] }]
      : [];
  });
  return [...named, ...foreign];
}

function organisationsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(organisationsIn);
  if (!isThing(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return ORGANISATIONS.includes(key) ? [inner] : [];
    if (key === 'debtors' && Array.isArray(inner)) return inner.flatMap(idOrThing);
    return organisationsIn(inner);
  });
}

const idOrThing = (one: unknown): string[] => (typeof one === 'string' ? [one] : organisationsIn(one));

export function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
