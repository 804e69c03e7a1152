import { sha256Of } from './sha256.js';

/**
 * What libs/audit-log takes of node:crypto, done by the browser (vite.config.ts puts this file in its place). The verifier
 * does not wait, the browser's signatures have to be waited for: `verify` knows what was checked before and notes what was
 * not; `checkNoted` checks that, and then the verifier is asked again.
 */
interface Asked {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

const KEY_BYTES = 32;
const checked = new Map<string, boolean>();
const noted = new Map<string, Asked>();

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function hash(_algorithm: 'sha256', data: Uint8Array, _encoding: 'hex'): string {
  return hexOf(sha256Of(data));
}

export function createPublicKey({ key }: { readonly key: Uint8Array }): Uint8Array {
  return key.slice(-KEY_BYTES);
}

export function verify(_: null, message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  const name = [publicKey, signature, message].map(hexOf).join(' ');
  const known = checked.get(name);
  if (known === undefined) noted.set(name, { publicKey, message, signature });
  return known ?? false;
}

/** Checks the signatures that were asked for. @returns how many. @throws DOMException where the browser has no Ed25519 */
export async function checkNoted(): Promise<number> {
  const asked = [...noted];
  noted.clear();
  for (const [name, one] of asked) checked.set(name, await isValid(one));
  return asked.length;
}

async function isValid({ publicKey, message, signature }: Asked): Promise<boolean> {
  const bytes = (given: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(given);
  const key = await crypto.subtle.importKey('raw', bytes(publicKey), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, bytes(signature), bytes(message));
}

function notInABrowser(): never {
  throw new Error('nothing is signed in a browser');
}

export const sign = notInABrowser;
/** Of the kernel, for ids that no page makes. */
export const createHash = notInABrowser;
