import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let known: string | undefined;

/** A name of the code that runs here: rows half folded by other code are no beginning for this one's. */
export function runningCode(): string {
  known ??= digestOf(
    ['libs', 'apps'].flatMap((side) => builtIn(join(ROOT, side))).flatMap((folder) => scriptsIn(folder)),
  );
  return known;
}

function builtIn(side: string): string[] {
  if (!existsSync(side)) return [];
  return readdirSync(side)
    .sort()
    .map((name) => join(side, name, 'dist'))
    .filter(existsSync);
}

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => join(folder, name));
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}
