import { day, printedDate } from '@lien-ket/calendar';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Parts of a thing that name it, best first. */
const NAMING = ['printed', 'text', 'title', 'name', 'label'] as const;

type NameOf = (id: string) => string | undefined;

function wordsOfThing(thing: Record<string, unknown>, nameOf: NameOf): string {
  if (typeof thing['year'] === 'number') return printedDate(thing as { year: number });
  for (const part of NAMING) if (typeof thing[part] === 'string') return String(thing[part]);
  return Object.values(thing)
    .map((value) => plainWords(value, nameOf))
    .filter((words) => words !== '–')
    .join(', ');
}

/** A value of the log as a person reads it: never raw JSON, total on whatever comes. */
export function plainWords(value: unknown, nameOf: NameOf = () => undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string')
    return DAY.test(value) ? day(value) : ID.test(value) ? (nameOf(value) ?? '–') : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (Array.isArray(value)) return value.map((each) => plainWords(each, nameOf)).join('; ') || '–';
  return wordsOfThing(value as Record<string, unknown>, nameOf) || '–';
}

/** Under which keys the words of a coded value stand, best first; a plan's states and an activity's share no code. */
export const wordKeys = (field: string, code: string): readonly string[] => [
  `${field}.${code}`,
  `plan.${field}.${code}`,
  `activity.${field}.${code}`,
];
