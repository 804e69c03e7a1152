import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Envelope } from '@lien-ket/contracts';

/** What an envelope is bound to: moved to another tenant, stream, event or field, it does not open. */
export interface Binding {
  readonly tenant: string;
  readonly stream: string;
  readonly event: string;
  /** Path of the field within the event's data at the time of writing; upcasters may move the field. */
  readonly path: string;
}

export type PersonalClass = Envelope['cls'];

/** Key for one event and path, and the commitment to it (AES-GCM alone would open under two keys). */
function keysFor(dataKey: Buffer, binding: Binding): { key: Buffer; commitment: Buffer } {
  const derived = Buffer.from(hkdfSync('sha256', dataKey, binding.event, `lk-pii-1 ${binding.path}`, 64));
  return { key: derived.subarray(0, 32), commitment: derived.subarray(32) };
}

function aad(binding: Binding): Buffer {
  const parts = ['lk-pii-1', binding.tenant, binding.stream, binding.event, binding.path];
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''));
}

/** AES-256-GCM with a key per event; `nonce` is 12 random bytes from an adapter. */
export function seal(
  dataKey: Buffer,
  kid: string,
  cls: PersonalClass,
  binding: Binding,
  nonce: Buffer,
  clear: string,
): Envelope {
  const { key, commitment } = keysFor(dataKey, binding);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad(binding));
  const text = Buffer.concat([
    cipher.update(clear.normalize('NFC'), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    $pii: 1,
    cls,
    kid,
    alg: 'A256GCM+C',
    event: binding.event,
    path: binding.path,
    n: nonce.toString('base64'),
    ct: text.toString('base64'),
    cm: commitment.toString('base64'),
  };
}

/** Tells whether two texts under one key are the same; without the key it tells nothing. 32 bytes as hex. */
export function fingerprint(dataKey: Buffer, clear: string): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'lk-pii-same-1', 32));
  return createHmac('sha256', key).update(clear.normalize('NFC'), 'utf8').digest('hex');
}

/** @throws Error when key, binding or bytes do not belong together */
export function open(
  dataKey: Buffer,
  binding: Pick<Binding, 'tenant' | 'stream'>,
  envelope: Envelope,
): string {
  const bound = { ...binding, event: envelope.event, path: envelope.path };
  const { key, commitment } = keysFor(dataKey, bound);
  const stated = Buffer.from(envelope.cm, 'base64');
  if (stated.length !== commitment.length || !timingSafeEqual(stated, commitment))
    throw new Error('key commitment differs');
  const bytes = Buffer.from(envelope.ct, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(envelope.n, 'base64'));
  decipher.setAAD(aad(bound));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}
