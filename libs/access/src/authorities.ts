import { readFileSync } from 'node:fs';
import { answersTo } from '@lien-ket/kernel';

interface Province {
  readonly slug: string;
  readonly name: string;
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

/** The last day of an authority that is no more, and the name of what is there now. */
export interface AuthorityEnd {
  readonly endedOn: string;
  readonly successor: string | null;
}

const FILE = new URL('../../contracts/reference/provinces.json', import.meta.url);

let read: readonly Province[] | undefined;
/** Read once: the file is part of the program. */
function provinces(): readonly Province[] {
  read ??= (JSON.parse(readFileSync(FILE, 'utf8')) as { provinces: readonly Province[] }).provinces;
  return read;
}

function provinceOf(slug: string): Province | undefined {
  return provinces().find((province) => province.slug === slug);
}

/** A slug names one authority from start to end; one that the reference data do not know has no facts. */
export function referenceFacts(slug: string): ReferenceFacts {
  const found = provinceOf(slug);
  if (!found) return {};
  const { code, validFrom, validTo, successor } = found;
  return {
    code,
    ...(validFrom ? { beginsOn: validFrom } : {}),
    ...(validTo ? { endsOn: validTo } : {}),
    ...(successor ? { successor } : {}),
  };
}

/** Some authority has, or had, this slug, on the platform or not. */
export function isAuthority(slug: string): boolean {
  return provinceOf(slug) !== undefined;
}

/** Whether an organisation, as printed, calls itself by the authority: "Trung tâm Xúc tiến … tỉnh Nghệ An", "… TP.HCM". */
export function callsItselfBy(printed: string, slug: string): boolean {
  const authority = provinceOf(slug);
  return authority !== undefined && answersTo([printed], authority.name);
}

/** Its last day is over: nothing new is signed by it, and nobody there is asked any more. */
export function hasEnded(slug: string, day: string): boolean {
  return endOf(slug, day) !== undefined;
}

/** Undefined until its last day is over: before, nobody says of an authority that it ends. */
export function endOf(slug: string, day: string): AuthorityEnd | undefined {
  const { endsOn, successor } = referenceFacts(slug);
  if (endsOn === undefined || endsOn >= day) return undefined;
  return { endedOn: endsOn, successor: (successor && provinceOf(successor)?.fullName) ?? null };
}

/** The authority that has a code on a day: codes were given anew in 2025. */
export function authorityWithCode(code: string, day: string): string | undefined {
  return provinces().find(
    (one) => one.code === code && (one.validFrom ?? day) <= day && (one.validTo ?? day) >= day,
  )?.slug;
}
