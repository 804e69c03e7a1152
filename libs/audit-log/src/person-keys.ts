import type { Bundle, BundleEvent } from './bundle.js';
import { hkdf } from './hashing.js';
import { fault, type AuditFault } from './verdict.js';

/** Of a sealed field of a person, what a verifier needs: docs/audit-format.md §7. */
export interface SealedField {
  readonly kid: string;
  readonly event: string;
  readonly path: string;
  /** Commitment to the key. */
  readonly cm: string;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Step 11: keys that were released fit what was stored, and of whom the keys are gone is said. */
export function faultsOfKeys({ keys, events }: Bundle): AuditFault[] {
  if (keys.length === 0) return [];
  const sealed = events.flatMap(sealedFieldsOf);
  return keys.flatMap(({ kid, key }) => {
    const fields = sealed.filter((field) => field.kid === kid);
    if (fields.length === 0) return [fault('key.unknown', kid)];
    if (key === null) return [fault('field.erased', kid)];
    return fields.every((field) => isCommitted(key, field)) ? [] : [fault('key.commitment', kid)];
  });
}

/** The same of a whole log in lines: whose keys are gone is said before the event that has a field of theirs. */
export class GoneKeys {
  private readonly known = new Set<string>();
  private readonly awaited = new Set<string>();

  /** @throws Error for one that was said before */
  add(kid: string): void {
    if (this.known.has(kid)) throw new Error('a key is gone once');
    this.known.add(kid);
    this.awaited.add(kid);
  }

  see(event: Pick<BundleEvent, 'data'>): void {
    if (this.awaited.size > 0) for (const { kid } of sealedFieldsOf(event)) this.awaited.delete(kid);
  }

  faults(): AuditFault[] {
    return [...this.known].map((kid) => fault(this.awaited.has(kid) ? 'key.unknown' : 'field.erased', kid));
  }
}

/** Sealed fields of persons in the data of an event, wherever they stand. */
export function sealedFieldsOf({ data }: Pick<BundleEvent, 'data'>): SealedField[] {
  const found: SealedField[] = [];
  try {
    JSON.parse(UTF8.decode(data), (_, value: unknown) => {
      if (isSealed(value)) found.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}

function isSealed(value: unknown): value is SealedField {
  if (typeof value !== 'object' || value === null || !('$pii' in value) || value.$pii !== 1) return false;
  const members: Readonly<Record<string, unknown>> = { ...value };
  return ['kid', 'event', 'path', 'cm'].every((name) => typeof members[name] === 'string');
}

/** As libs/vault derives a field's key and the commitment to it. */
function isCommitted(key: Buffer, { event, path, cm }: SealedField): boolean {
  return hkdf(key, event, `lk-pii-1 ${path}`).subarray(32).toString('base64') === cm;
}
