import { readFileSync } from 'node:fs';

interface Province {
  readonly slug: string;
  readonly fullName: string;
  readonly code: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successor?: string;
}

/** What the reference data know of an authority by its slug, from its beginning to its end. */
export interface ReferenceFacts {
  readonly code?: string;
  /** Its first day, where it was formed within the period of the data. */
  readonly beginsOn?: string;
  readonly endsOn?: string;
  readonly successor?: string;
}

const FILE = new URL('../../contracts/reference/provinces.json', import.meta.url);

let read: readonly Province[] | undefined;
/** Read once: the file is part of the program. */
function provinces(): readonly Province[] {
  read ??= (JSON.parse(readFileSync(FILE, 'utf8')) as { provinces: readonly Province[] }).provinces;
  return read;
}

/** A slug names one authority from start to end; one that the reference data do not know has no facts. */
export function referenceFacts(slug: string): ReferenceFacts {
  const found = provinces().find((province) => province.slug === slug);
  if (!found) return {};
  const { code, validFrom, validTo, successor } = found;
  return {
    code,
    ...(validFrom ? { beginsOn: validFrom } : {}),
    ...(validTo ? { endsOn: validTo } : {}),
    ...(successor ? { successor } : {}),
  };
}

/** Its last day is over: nothing new is signed by it, and nobody there is asked any more. */
export function hasEnded(slug: string, day: string): boolean {
  return endOf(slug, day).endedOn !== null;
}

/** Of an authority whose last day is over: that day, and what it is now. */
export function endOf(
  slug: string,
  day: string,
): { readonly endedOn: string | null; readonly successor: string | null } {
  const { endsOn, successor } = referenceFacts(slug);
  if (endsOn === undefined || endsOn >= day) return { endedOn: null, successor: null };
  const now = provinces().find((province) => province.slug === successor);
  return { endedOn: endsOn, successor: now?.fullName ?? null };
}
