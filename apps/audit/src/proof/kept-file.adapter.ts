import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** On the disk when it returns, whole or not at all. */
export function keepFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
}

export function keptFile(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param isFresh whether nothing was signed yet: a lost key is not replaced in silence. @throws Error for a lost key */
export function keyIn(file: string, isFresh: () => boolean): KeyObject {
  const kept = keptFile(file);
  if (kept !== undefined) return createPrivateKey(kept);
  if (!isFresh()) throw new Error(`the key of ${file} is lost`);
  const { privateKey } = generateKeyPairSync('ed25519');
  keepFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}
