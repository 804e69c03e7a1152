import { readFileSync } from 'node:fs';
import { DomainError, type IsoDate } from '@lien-ket/kernel';

interface Province {
  readonly slug: string;
  readonly code: string;
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  readonly successor?: string;
}

/** What the reference data know of an authority by its slug, from its beginning to its end. */
export interface ReferenceFacts {
  readonly code?: string;
  readonly endsOn?: string;
  readonly successor?: string;
}

const FILE = new URL('../../../libs/contracts/reference/provinces.json', import.meta.url);

function provinces(): readonly Province[] {
  return (JSON.parse(readFileSync(FILE, 'utf8')) as { provinces: readonly Province[] }).provinces;
}

/** A slug names one authority from start to end; one that the reference data do not know has no facts. */
export function referenceFacts(slug: string): ReferenceFacts {
  const found = provinces().find((province) => province.slug === slug);
  if (!found) return {};
  const { code, validTo, successor } = found;
  return { code, ...(validTo ? { endsOn: validTo } : {}), ...(successor ? { successor } : {}) };
}

type Asked = ReferenceFacts & { readonly id: string };
type Present = { readonly id: string; readonly code: string | null; readonly endsOn: string | null };

/**
 * No act mends a tenant's facts, so what the reference data know is not typed otherwise: a province joins while it is
 * there, with its own code, and on one day a code is one tenant's.
 * @throws DomainError tenant.notYet, tenant.ended, tenant.otherwise, tenant.codeTaken
 */
export function refuseContradiction(asked: Asked, present: readonly Present[], on: IsoDate): void {
  const known = provinces().find(({ slug }) => slug === asked.id);
  if (!known) return refuseTakenCode(asked.code, present, on);
  const { validFrom, validTo } = known;
  if (validFrom !== undefined && validFrom > on) refuse('tenant.notYet', 'id', { from: validFrom });
  if (validTo !== undefined && validTo < on) refuse('tenant.ended', 'id', { to: validTo });
  const facts = referenceFacts(asked.id);
  for (const name of ['code', 'endsOn', 'successor'] as const) {
    const [typed, fact] = [asked[name], facts[name]];
    if (typed !== undefined && fact !== undefined && typed !== fact)
      refuse('tenant.otherwise', name, { known: fact });
  }
}

/** Of a tenant that the reference data do not know: neither a tenant's code nor that of a province that may still join. */
function refuseTakenCode(code: string | undefined, present: readonly Present[], on: IsoDate): void {
  if (code === undefined) return;
  const tenant = present.find((one) => one.code === code && (one.endsOn ?? on) >= on)?.id;
  const province = provinces().find(
    (one) => one.code === code && (one.validFrom ?? on) <= on && (one.validTo ?? on) >= on,
  )?.slug;
  const holder = tenant ?? province;
  if (holder !== undefined) refuse('tenant.codeTaken', 'code', { code, holder });
}

function refuse(code: string, field: string, params: Readonly<Record<string, string>>): never {
  throw new DomainError('conflict', code, params, [{ pointer: `/${field}`, code, params }]);
}
