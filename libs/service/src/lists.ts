import {
  ACTIVITY_STATES,
  AMENDMENT_STATES,
  DIFFICULTY_STATES,
  ERASURE_STATES,
  GROUNDS,
  HISTORY_SCOPES,
  OBLIGATION_STATES,
  ORGANISATION_KINDS,
  PLAN_STATES,
  categories,
  clocks,
} from '@lien-ket/contracts';
import { z } from 'zod';
import { pageOf, pageParams, type PageQuery } from './page.js';
import { parseQuery } from './command-request.js';

const id = z.uuid().optional();
const search = { q: z.string().max(200).optional() };
const origin = { origin: z.enum(['own', 'received']).optional() };
/** A word that nothing could be called is refused: the empty list that it would get says something false. */
const oneOf = <const S extends readonly [string, ...string[]]>(words: S) => z.enum(words).optional();
const day = z.iso.date().optional();
const signals = <const S extends readonly [string, ...string[]]>(...names: S) => ({
  signal: z.enum(names).optional(),
});

/** Filters of a list and what it can be sorted by; `-` before a name turns the order round. The first is the default. */
interface ListContract<F extends z.ZodRawShape, S extends string> {
  readonly filters: F;
  readonly sorts: readonly [S, ...S[]];
  readonly query: z.ZodObject;
}

function list<F extends z.ZodRawShape, const S extends string>(
  filters: F,
  ...sorts: [S, ...S[]]
): ListContract<F, S> {
  const names = sorts.map((sort) => sort.replace('-', ''));
  const sort = z.enum([...names, ...names.map((name) => `-${name}`)]).optional();
  return { filters, sorts, query: z.strictObject({ ...pageParams.shape, sort, ...filters }) };
}

/** Every list of the interface: the OpenAPI document, the access matrix and the controllers read this table. */
export const LISTS = {
  organisations: list({ ...search, kind: oneOf(ORGANISATION_KINDS) }, 'name'),
  staff: list({}, 'validFrom'),
  contacts: list(search, 'entered'),
  erasures: list({ state: oneOf(ERASURE_STATES) }, 'entered'),
  documents: list(search, 'entered'),
  directives: list(search, 'entered'),
  'working-groups': list(search, 'entered'),
  agreements: list(search, 'name'),
  plans: list(
    { ...search, state: oneOf([...PLAN_STATES, 'expired']), ...origin, ...clocks.shape },
    '-issuedOn',
    'title',
    'number',
  ),
  amendments: list({ state: oneOf(AMENDMENT_STATES), planId: id }, 'id'),
  activities: list(
    {
      ...search,
      state: oneOf(ACTIVITY_STATES),
      ...origin,
      ...signals('none', 'dueSoon', 'overdue', 'beganBeforeInForce', 'noInformation'),
      planId: id,
      organisationId: id,
      lead: z.enum(['mine']).optional(),
      ...clocks.shape,
    },
    'printed',
    'until',
    'state',
  ),
  participations: list({ ...origin, activityId: id }, 'entered'),
  difficulties: list({ state: oneOf(DIFFICULTY_STATES), ...origin, activityId: id }, '-entered', 'dueOn'),
  obligations: list(
    {
      ...search,
      state: oneOf(OBLIGATION_STATES),
      ...signals('none', 'dueSoon', 'dueToday', 'overdue', 'noInformation'),
      planId: id,
      organisationId: id,
      campaignId: id,
      role: z.enum(['debtor', 'receiver']).optional(),
    },
    'dueOn',
    'title',
  ),
  reports: list(
    {
      state: z.enum(['sent', 'retracted', 'received', 'sentBack', 'accepted']).optional(),
      planId: id,
      organisationId: id,
      campaignId: id,
    },
    '-sentOn',
  ),
  'debtor-lists': list({ state: z.enum(['proposed', 'confirmed']).optional(), planId: id }, '-period'),
  campaigns: list(search, '-launchedOn'),
  needs: list({ campaignId: id, organisationId: id }, 'id'),
  notifications: list({ unread: z.stringbool().optional() }, '-entered'),
  'audit-events': list(
    {
      after: z.coerce.number().int().min(0).optional(),
      /** One or several, with commas between. */
      type: z.string().max(600).optional(),
      backdated: z.stringbool().optional(),
      stream: z.string().max(120).optional(),
      from: day,
      to: day,
      actor: z.string().max(60).optional(),
    },
    'seq',
  ),
  history: list(
    {
      ...search,
      scope: z.enum(HISTORY_SCOPES).optional(),
      /** Of the thing; of a province its name on the platform. */
      id: z.string().max(40).optional(),
      seq: z.coerce.number().int().min(1).optional(),
      field: z.string().max(60).optional(),
      actor: z.string().max(60).optional(),
      organisationId: id,
      cause: z.enum(GROUNDS).optional(),
      kind: z.enum(categories().map(({ category }) => category)).optional(),
      from: day,
      to: day,
      knownFrom: day,
      knownTo: day,
    },
    'seq',
  ),
  'audit-reads': list({ person: id, actor: z.string().max(60).optional(), from: day, to: day }, '-seq'),
} as const;

export type ListName = keyof typeof LISTS;
type FilterOf<K extends ListName> = z.infer<z.ZodObject<(typeof LISTS)[K]['filters']>>;

/**
 * What was asked of a list. An unknown parameter is refused: a filter that is silently passed over shows too much.
 * @throws DomainError invalid query.invalid, cursor.invalid
 */
export function listOf<K extends ListName>(
  name: K,
  query: unknown,
): { readonly filter: FilterOf<K>; readonly page: PageQuery } {
  const { query: schema, sorts } = LISTS[name];
  const parsed = parseQuery(schema, query) as { sort?: string } & FilterOf<K>;
  return { filter: parsed, page: pageOf(query, parsed.sort ?? sorts[0]) };
}
