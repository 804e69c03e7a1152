import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@lien-ket/testing';
import { Client } from './client.adapter.js';
import { distributed, environment } from './e2e.config.js';
import { copyLoaded } from './loaded.adapter.js';

const MAIN = fileURLToPath(new URL('../../platform/dist/main.js', import.meta.url));
const CLUSTER = fileURLToPath(new URL('../../../tools/cluster.mjs', import.meta.url));
const READY = /Liên Kết[^\n]*? {2,}(http:\S+)[\s\S]*Ctrl-C/;
const START_LIMIT = 150_000;
const WAIT_LIMIT = 30_000;

/** One run of the platform as a child process, with its output. */
export class PlatformProcess {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  private readonly listeners = new Set<() => void>();

  /** `day` is dd/mm/yyyy. */
  constructor(
    readonly dataDir: string,
    readonly port: number,
    day: string,
    settings: Readonly<Record<string, string>> = {},
    options: readonly string[] = [],
  ) {
    this.child = spawn(process.execPath, [distributed() ? CLUSTER : MAIN, ...options], {
      env: environment({
        DATA_DIR: dataDir,
        PORT: String(port),
        DEMO_DAY: day,
        LOG_LEVEL: 'warn',
        ...settings,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer): void => {
      this.output += chunk.toString('utf8');
      this.listeners.forEach((listener) => listener());
    };
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code) => {
        resolve(code);
        this.listeners.forEach((listener) => listener());
      });
    });
  }

  /** Resolves when the output fulfils the condition. @throws when the process ends before, or time is up */
  async until(condition: (output: string) => boolean): Promise<void> {
    let look: () => void = () => undefined;
    const seen = new Promise<void>((resolve, reject) => {
      look = (): void => {
        if (condition(this.output)) resolve();
        else if (this.child.exitCode !== null || this.child.signalCode !== null)
          reject(new Error(`the platform ended (${this.child.exitCode}):\n${this.output}`));
      };
      this.listeners.add(look);
      look();
    });
    await within(START_LIMIT, seen, () => `the platform said:\n${this.output}`);
    this.listeners.delete(look);
  }

  /** Address under which it answers, once it says so. */
  async ready(): Promise<string> {
    await this.until((output) => READY.test(output));
    return READY.exec(this.output)?.[1] ?? '';
  }

  /** Exit code, when it ends by itself. */
  exit(): Promise<number | null> {
    return within(START_LIMIT, this.ended, () => `the platform runs on:\n${this.output}`);
  }

  /** Sends the signal and waits for the end: milliseconds it took. */
  async signal(name: 'SIGTERM' | 'SIGKILL'): Promise<number> {
    const began = Date.now();
    this.child.kill(name);
    await this.exit();
    return Date.now() - began;
  }
}

interface DemonstrationState {
  readonly day: string;
  readonly running: boolean;
  readonly fault: string | null;
  readonly passedOver: readonly unknown[];
}

/** A running platform and the accounts that speak to it. */
export class TestPlatform {
  private readonly clients = new Map<string, Promise<Client>>();

  private constructor(
    readonly process: PlatformProcess,
    readonly url: string,
  ) {}

  /** `day` is dd/mm/yyyy. Without a folder of its own it begins with a copy of what was loaded once for all. */
  static async start(
    day: string,
    folder?: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<TestPlatform> {
    const dataDir = folder ?? newDataDir();
    if (folder === undefined && !distributed())
      await copyLoaded(day, dataDir, (empty) => TestPlatform.load(day, empty));
    const running = new PlatformProcess(dataDir, await freePort(), day, settings);
    try {
      return new TestPlatform(running, await running.ready());
    } catch (error) {
      await running.signal('SIGKILL');
      throw error;
    }
  }

  private static async load(day: string, folder: string): Promise<void> {
    const running = new PlatformProcess(folder, await freePort(), day);
    try {
      await running.ready();
    } finally {
      await running.signal('SIGTERM');
      // On a busy machine the process may end before its PostgreSQL has: what that still writes is not to be copied.
      const pidFile = join(folder, 'pg', 'postmaster.pid');
      await eventually(
        async () => existsSync(pidFile),
        (runs) => !runs,
      );
    }
  }

  /** Moves the demonstration day, and waits until every day on the way is lived. @param to yyyy-mm-dd */
  async moveTo(to: string): Promise<void> {
    const operator = await this.as('platform.admin');
    await operator.command('/demonstration', { to });
    const { day, fault, passedOver } = await eventually(
      () => operator.read<DemonstrationState>('/demonstration'),
      ({ running }) => !running,
      180_000,
    );
    if (day !== to || fault !== null) throw new Error(`the day is ${day}: ${fault}`);
    if (passedOver.length > 0) throw new Error(`passed over: ${JSON.stringify(passedOver)}`);
  }

  async stop(): Promise<void> {
    await this.process.signal('SIGTERM');
    removeDataDir(this.process.dataDir);
  }

  /** The account's client: one per account, so that it reads what it wrote. */
  as(account: string): Promise<Client> {
    const known = this.clients.get(account);
    if (known) return known;
    const made = this.token(account).then((token) => new Client(this.url, token));
    this.clients.set(account, made);
    return made;
  }

  async token(account: string): Promise<string> {
    const answer = await fetch(`${this.provider()}/auth/demo-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (!token) throw new Error(`no token for ${account}: ${answer.status}`);
    return token;
  }

  /** Who signs people in: the platform's own process, which is the gateway too unless that runs alone. */
  private provider(): string {
    if (!distributed()) return this.url;
    const state = readFileSync(join(this.process.dataDir, 'cluster.json'), 'utf8');
    return (JSON.parse(state) as { platform: string }).platform;
  }
}

/** Asks until the answer is as wished; what goes by message arrives a little later. @throws the last answer, in time */
export async function eventually<T>(
  ask: () => Promise<T>,
  wished: (answer: T) => boolean,
  limit = WAIT_LIMIT,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (wished(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`not within ${limit} ms: ${JSON.stringify(answer).slice(0, 900)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** PostgreSQL does not run as root: its own user must be able to enter the folder. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lien-ket-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function within<T>(limit: number, work: Promise<T>, what: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${limit} ms: ${what()}`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
