import { activityEvents } from './activity.js';
import type { EventContract } from './event-contract.js';
import { planEvents } from './plan.js';
import { EVENTS, contractOf } from './registry.js';
import { workingGroupEvents } from './working-group.js';

/** Keys that never cross, wherever they stand: ids of contacts, pseudonyms of accounts, envelopes of persons,
 * what an amendment answers within the tenant. */
const NEVER_CROSSES: readonly string[] = [
  'contactId',
  'account',
  '$pii',
  'sharedWith',
  'evidence',
  'difficulties',
];

/** What may cross between tenants: the events marked `shared`, each without the keys above. Nothing else. */
export const SHAREABLE: readonly EventContract[] = EVENTS.filter(({ shared }) => shared);

/** Events that open their stream to those they go to: what it told before, of what may cross, goes to them too. */
export const OPENING: readonly string[] = [
  planEvents.partiesChanged,
  activityEvents.partiesChanged,
  workingGroupEvents.partiesChanged,
].map(({ type }) => type);

/** The tenants an event goes to, by its own data; drafts have none. */
export function recipientsOf(type: string, data: unknown, own: string): string[] {
  if (!contractOf(type)?.shared || data === null || typeof data !== 'object') return [];
  const { sharedWith } = data as { sharedWith?: unknown };
  if (!Array.isArray(sharedWith)) return [];
  return [...new Set(sharedWith.filter((one): one is string => typeof one === 'string' && one !== own))];
}

/** The content that crosses: the event's data without what never does. */
export function crossingContent(data: unknown): Record<string, unknown> {
  return scrub(data) as Record<string, unknown>;
}

function scrub(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrub);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !NEVER_CROSSES.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, scrub(inner)]));
}

/**
 * Checks what another tenant sent, as hostile: the type must be shareable, the content must fit its contract and hold
 * nothing that may not cross. Answers the reason of a refusal, or undefined.
 */
export function refusalOfContent(type: string, content: unknown): string | undefined {
  const contract = contractOf(type);
  if (!contract?.shared) return `type ${type} may not cross`;
  const parsed = contract.schema.safeParse(content);
  if (!parsed.success)
    return `schema of ${type}: ${parsed.error.issues.map(({ path }) => path.join('/')).join(', ')}`;
  return holdsForbidden(content) ? `content of ${type} holds what may not cross` : undefined;
}

function holdsForbidden(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsForbidden);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => NEVER_CROSSES.includes(key) || holdsForbidden(inner));
}
