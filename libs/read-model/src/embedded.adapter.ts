import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedFault, loadBinaries, type Binaries } from './embedded-binaries.adapter.js';
import { freePort } from './free-port.adapter.js';

export interface EmbeddedOptions {
  /** Directory of the cluster; made when missing. */
  readonly directory: string;
  /** Password of the superuser `postgres`; must stay the same for a directory. */
  readonly password: string;
  /** Without fsync a crash of the machine may lose data: for tests only. */
  readonly durable: boolean;
  /** Aborted while it starts: no server is left running. */
  readonly signal?: AbortSignal;
}

const PID_FILE = 'postmaster.pid';
const STOPPED_WITHIN_S = '120';

/** The shortest limit of the systems that PostgreSQL runs on (macOS: 104 with its closing zero). */
const SOCKET_PATH_BYTES = 103;

/** Measured for 34 tenants on a small server: docs/benchmarks.md. */
const SETTINGS = [
  'shared_buffers=32MB',
  'io_method=sync',
  'max_connections=220',
  'jit=off',
  'max_wal_size=128MB',
  'autovacuum_max_workers=1',
  'max_logical_replication_workers=0',
  'max_parallel_workers=0',
  'wal_buffers=1MB',
  'listen_addresses=127.0.0.1',
  'password_encryption=scram-sha-256',
  'log_timezone=UTC',
  'timezone=UTC',
];

/**
 * PostgreSQL from the npm registry, on loopback, as a child that outlives nothing: it is stopped with the platform, and
 * one that a killed platform left behind is found by its pid file and stopped before a new one starts.
 */
export class EmbeddedCluster {
  private port = 0;

  private constructor(
    private readonly options: EmbeddedOptions,
    private readonly binaries: Binaries,
    private readonly owner: { uid: number; gid: number } | undefined,
  ) {}

  static async start(options: EmbeddedOptions): Promise<EmbeddedCluster> {
    const cluster = new EmbeddedCluster(options, await loadBinaries(), ownerWhenRoot());
    if (!existsSync(join(options.directory, 'PG_VERSION'))) await cluster.initialise();
    else await cluster.stopLeftBehind();
    options.signal?.throwIfAborted();
    cluster.port = await freePort();
    await cluster.launch();
    return cluster;
  }

  /** Stops the server of a directory, if a killed platform left one: before its files are moved. */
  static async stopLeftBehind(directory: string): Promise<void> {
    if (!existsSync(join(directory, PID_FILE))) return;
    const options = { directory, password: '', durable: true };
    await new EmbeddedCluster(options, await loadBinaries(), ownerWhenRoot()).stopLeftBehind();
  }

  /**
   * As the last thing a process does that has no time left to stop the server it started: that ends as at a loss of
   * power, and loses nothing that was committed. The pid in the file of a server from before may be anybody's by now.
   */
  static endAtOnce(directory: string): void {
    const [pid, , startedAt] = readIfThere(join(directory, PID_FILE)).split('\n').map(Number);
    const ours = Math.floor(Date.now() / 1_000 - process.uptime());
    if (pid && pid > 0 && startedAt && startedAt >= ours) endProcess(pid);
  }

  /** What a pool connects to: the server's own socket where it has one, else loopback, where it always listens too. */
  get address(): { host: string; port: number } {
    return { host: this.socketFolder ?? '127.0.0.1', port: this.port };
  }

  /** A socket costs the kernel two thirds of loopback's work per query; its path has a limit, and Windows has none. */
  private get socketFolder(): string | undefined {
    const folder = resolve(this.options.directory);
    const fits = Buffer.byteLength(`${folder}/.s.PGSQL.65535.lock`) <= SOCKET_PATH_BYTES;
    return process.platform !== 'win32' && fits && !/[\s,'"\\]/.test(folder) ? folder : undefined;
  }

  /** Once all is on the disk: after much work on a busy machine that is a while. */
  async stop(): Promise<void> {
    await this.pgCtl(['stop', '-m', 'fast', '-w', '-t', STOPPED_WITHIN_S]);
  }

  /** For tests of crash recovery: as if the machine lost power. */
  async kill(): Promise<void> {
    await this.pgCtl(['stop', '-m', 'immediate', '-w', '-t', '20']);
  }

  /** Comes back on the same port; `immediate` as after a loss of power. */
  async restart(mode: 'fast' | 'immediate'): Promise<void> {
    await (mode === 'fast' ? this.stop() : this.kill());
    await this.launch();
  }

  private launch(): Promise<void> {
    const log = join(this.options.directory, 'server.log');
    return this.pgCtl(['start', '-w', '-t', '60', '-l', log, '-o', this.flags()]);
  }

  private flags(): string {
    const all = [
      ...SETTINGS,
      `port=${this.port}`,
      `unix_socket_directories='${this.socketFolder ?? ''}'`,
      'unix_socket_permissions=0700',
      ...(this.options.durable ? [] : ['fsync=off']),
    ];
    return all.map((setting) => `-c ${setting}`).join(' ');
  }

  private async initialise(): Promise<void> {
    const { directory, password } = this.options;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const passwordFile = `${directory}.pw`;
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (this.owner) {
      chownSync(directory, this.owner.uid, this.owner.gid);
      chownSync(passwordFile, this.owner.uid, this.owner.gid);
    }
    try {
      const args = ['-D', directory, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
      await this.run(this.binaries.initdb, [
        ...args,
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
        '--no-instructions',
      ]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  private async stopLeftBehind(): Promise<void> {
    const pidFile = join(this.options.directory, PID_FILE);
    if (!existsSync(pidFile)) return;
    try {
      await this.pgCtl(['stop', '-m', 'fast', '-w', '-t', STOPPED_WITHIN_S]);
    } catch {
      // No such process: the pid file is of a crash. PostgreSQL itself checks it once more at start.
    }
  }

  private pgCtl(args: readonly string[]): Promise<void> {
    return this.run(this.binaries.pg_ctl, ['-D', this.options.directory, ...args]);
  }

  private run(binary: string, args: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      // Output goes to a file: the server inherits these descriptors, and a pipe would keep this process waiting.
      const logFile = `${this.options.directory}.log`;
      const log = openSync(logFile, 'w');
      const child = spawn(binary, args, {
        ...this.owner,
        cwd: '/',
        detached: true,
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      child.on('error', (error) => reject(new EmbeddedFault('postgres.failed', error.message)));
      child.on('close', (code) => {
        const said = code === 0 ? '' : readFileSync(logFile, 'utf8').slice(-2000);
        if (code === 0) resolve();
        else if (said.includes('Permission denied')) reject(new EmbeddedFault('postgres.notReachable', said));
        else reject(new EmbeddedFault('postgres.failed', `${binary} ${args[2] ?? ''}: ${said}`));
      });
    });
  }
}

/** PostgreSQL refuses to run as root: then the system user `postgres` runs it, made when missing. */
function ownerWhenRoot(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'ignore' });
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch (error) {
      throw new EmbeddedFault('postgres.noUser', error instanceof Error ? error.message : String(error));
    }
  }
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended by itself.
  }
}
