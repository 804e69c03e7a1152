import { contractOf, type HistoryChange } from '@lien-ket/contracts';
import type { ActivityFold } from '@lien-ket/plan-acts';
import { z } from 'zod';
import { isThing } from './history.scopes.js';

/** Fields of a record and their values. */
export type Facts = Readonly<Record<string, unknown>>;

/** Parts of an event's data that hold the record itself: their fields are its fields. */
const WHOLE: readonly string[] = ['content', 'definition', 'report', 'office', 'person'];
/** No words about the record: to whom it crosses, hashes, and what ties it to other records, which its links tell. */
const UNTOLD: readonly string[] = [
  ...['sharedWith', 'hash', 'cipherHash', 'kid', 'kids', 'account', 'example', 'historic'],
  ...['plan', 'activity', 'agreement', 'obligation', 'difficulty', 'recall', 'corrects', 'comment'],
  ...['planId', 'itemId', 'activityId', 'amendmentId', 'campaignId', 'planEventId', 'assignmentId'],
  ...['baseRevision', 'contactId', 'difficulties', 'titled', 'participation'],
];

/** The fields that an event says something of. */
export function factsOf(data: unknown): Facts {
  if (!isThing(data)) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
      if (UNTOLD.includes(key) || value === undefined) return [];
      return WHOLE.includes(key) && isThing(value) ? Object.entries(factsOf(value)) : [[key, told(value)]];
    }),
  );
}

/** A person's sealed field says only that there is one: what is sealed stays where its key is. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (!isThing(value)) return value;
  if (value['$pii'] === 1) return { sealed: value['cls'] };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]));
}

/** Every field of what a correction says as a whole, as missing; none for other events. */
export function leftOut(type: string): Facts {
  const schema = contractOf(type)?.schema;
  if (!type.endsWith('.entryCorrected.v1') || !(schema instanceof z.ZodObject)) return {};
  return Object.fromEntries(fieldsOf({ content: schema.shape['content'] }).map((field) => [field, null]));
}

const fieldsOf = (shape: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(shape).flatMap(([key, inner]) => {
    if (UNTOLD.includes(key)) return [];
    return WHOLE.includes(key) && inner instanceof z.ZodObject ? fieldsOf(inner.shape) : [key];
  });

/** An activity as its page shows it, one field each. */
export function activityFacts(fold: ActivityFold): Facts {
  const { planned, definition, state, postponedUntil, sameAs, carriedOverTo } = fold;
  if (!planned) return {};
  const progress = entryFacts(fold.progress.at(-1));
  const links = { postponedUntil, carriedOverTo, sameAs: filled(sameAs) };
  const ownerId = planned.ownerId ?? null;
  return { ...definition, state, ownerId, ...links, ...progress };
}

/** One entry of the progress, its field by field. */
export function entryFacts(entry: ActivityFold['progress'][number] | undefined): Facts {
  if (!entry) return {};
  const { text: progress, happenedOn, figures } = entry;
  return { progress, happenedOn, figures: filled(figures) };
}

const filled = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

/** Field by field; what was not there and is empty now is no change. */
export function differences(before: Facts, after: Facts, label: string): HistoryChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [was, is] = [present(before[field]), present(after[field])];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ kind: 'changed', of: 'record', id: null, label, field, before: was, after: is } as const];
  });
}

const present = (value: unknown): unknown =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;

const NAMES = [
  ['content', 'title'],
  ['content', 'name'],
  ['definition', 'title'],
  ['report', 'title'],
  ['office', 'organisation'],
  ['title'],
  ['abstract'],
  ['name'],
] as const;

/** How the record is called in what this event says of it. */
export function labelOf(data: unknown): string | undefined {
  return NAMES.map((path) =>
    path.reduce<unknown>((at, key) => (isThing(at) ? at[key] : undefined), data),
  ).find((name): name is string => typeof name === 'string');
}
