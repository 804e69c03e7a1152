import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'lien-ket-loaded-';
const WAIT_LIMIT = 150_000;

/**
 * Gives `dataDir` the demonstration of a first day as a platform of this run of the specs has loaded it: it is loaded
 * once for all of them, and each begins with a copy.
 * @param load loads it into a folder, and stops again
 */
export async function copyLoaded(
  day: string,
  dataDir: string,
  load: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = join(tmpdir(), `${PREFIX}${process.ppid}-${day.replaceAll('/', '')}`);
  await loadedOnce(folder, load);
  const { status, stderr } = spawnSync('cp', ['-a', `${folder}/.`, dataDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the loaded demonstration was not copied: ${stderr}`);
}

async function loadedOnce(folder: string, load: (folder: string) => Promise<void>): Promise<void> {
  const making = `${folder}.making`;
  const deadline = Date.now() + WAIT_LIMIT;
  while (!existsSync(folder)) {
    if (isBegun(making)) {
      if (Date.now() > deadline) throw new Error(`nobody finished ${making}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    removeOthers();
    try {
      await load(making);
      renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
}

/** Whether somebody else loads it; else it is for us to do. */
function isBegun(making: string): boolean {
  try {
    mkdirSync(making);
    chmodSync(making, 0o755);
    return false;
  } catch {
    return true;
  }
}

/** Of runs that have ended. */
function removeOthers(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX)))
    if (!isAlive(Number(/\d+/.exec(name)?.[0])))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
