import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody can guess, safe in addresses and cookies. */
export function secret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Calls `beat` every so many milliseconds until the answer is called; never keeps the process alive. */
export function everyMs(ms: number, beat: () => void): () => void {
  const timer = setInterval(beat, ms).unref();
  return () => clearInterval(timer);
}

export function afterMs(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms).unref();
  return () => clearTimeout(timer);
}
