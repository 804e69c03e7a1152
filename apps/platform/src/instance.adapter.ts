import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

interface Holder {
  readonly pid: number;
  readonly port: number;
  /** When the process began, in ticks of the system; numbers of processes are used again. */
  readonly started?: string;
}

/** Another platform runs on the same directory. */
export class InstanceRunning extends Error {
  constructor(
    readonly holder: Holder,
    readonly file: string,
  ) {
    super(`pid ${holder.pid} port ${holder.port}`);
  }
}

/** One platform per data directory. The lock of a killed one is recognised (no such process) and taken over. */
export class InstanceLock {
  private constructor(private readonly file: string) {}

  static take(dataDir: string, port: number): InstanceLock {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    const file = join(dataDir, 'platform.json');
    const holder = read(file);
    if (holder && holder.pid !== process.pid && isAlive(holder)) throw new InstanceRunning(holder, file);
    rmSync(file, { force: true });
    const handle = openSync(file, 'wx', 0o644);
    writeSync(handle, JSON.stringify({ pid: process.pid, port, started: startOf(process.pid) }));
    closeSync(handle);
    return new InstanceLock(file);
  }

  release(): void {
    if (read(this.file)?.pid === process.pid) rmSync(this.file, { force: true });
  }
}

/** Old data are put aside, never destroyed at once: `--fresh` by mistake can be undone. */
export function putAside(dataDir: string): void {
  const pg = join(dataDir, 'pg');
  if (!existsSync(pg)) return;
  const aside = join(dataDir, 'previous');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  for (const name of ['pg', 'keys', 'files', 'mail']) {
    if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(aside, name));
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** The very process that took the lock, not another one that has its number now. */
function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
}

/** Undefined where the system has no /proc, and for a process that was killed and not yet buried by its parent. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold anything; the rest is counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Asks for the port before anything is prepared for it. Rejects with the system's own error when it is taken. */
export function probePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
