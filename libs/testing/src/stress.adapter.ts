import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Connections,
  EmbeddedCluster,
  Provisioner,
  TenantDb,
  type ClusterAddress,
  databaseOf,
} from '@lien-ket/read-model';
import pg from 'pg';
import type { Plan } from './cluster.adapter.js';

export const STRESS_TYPE = 'lk.alpha.thing.happened.v1';

const SUPERUSER = { user: 'postgres', password: 'test' };

/** What a writer process is told: where the server is (the file is read again after a crash), whom to write to. */
export interface WriterOrders {
  readonly addressFile: string;
  /** Acknowledged events, a line each: tenant, seq, stream, revision, id. */
  readonly acknowledged: string;
  /** Ids of events written in transactions that are rolled back: none may ever be seen. */
  readonly rolledBack: string;
  readonly tenants: readonly string[];
  readonly writers: number;
  readonly maxConnections: number;
}

/** The registrations of the stress: one service that writes, and the relay that reads all. */
export function stressPlan(logSql: readonly string[]): Plan {
  return {
    logSql: [...logSql],
    services: ['alpha', 'relay'].map((service) => ({ service, migrations: [] })),
    registerSql: `
      INSERT INTO log.category VALUES ('thing', 'alpha') ON CONFLICT DO NOTHING;
      INSERT INTO log.event_type VALUES ('${STRESS_TYPE}', 'alpha', true) ON CONFLICT DO NOTHING;`,
  };
}

export function stressPassword(role: string): string {
  return createHash('sha256').update(role).digest('hex').slice(0, 32);
}

/** A server and writer processes that are killed without warning. Specs only. */
export class Stress {
  private readonly children = new Set<ChildProcess>();
  private readonly ackFiles: { path: string; at: number; lines: number }[] = [];
  private readonly rollbackFiles: string[] = [];
  /** Writers that ended without being killed: their output says why. */
  readonly faults: string[] = [];
  kills = 0;

  private connections: Connections | undefined;

  private constructor(
    private readonly folder: string,
    private cluster: EmbeddedCluster,
  ) {
    this.publish();
  }

  static async start(): Promise<Stress> {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lk-stress-'));
    chmodSync(folder, 0o755);
    return new Stress(folder, await startServer(folder));
  }

  async makeTenants(plan: Plan, tenants: readonly string[]): Promise<void> {
    const provisioner = new Provisioner(this.address, SUPERUSER, plan);
    await provisioner.ensureTemplate();
    for (const tenant of tenants) await provisioner.ensureTenant(tenant);
  }

  /** What a service of this process reads by, until the server crashes. */
  db(service: string): TenantDb {
    void this.connections?.close().catch(() => undefined);
    this.connections = new Connections(this.address);
    return new TenantDb(service, [], this.connections);
  }

  /** The same in a tenant's database. */
  superuserOf(tenant: string): Promise<pg.Client> {
    return this.superuser(databaseOf(tenant));
  }

  /** Plain SQL as the superuser, beside everything of ours. */
  async superuser(database: string): Promise<pg.Client> {
    const client = new pg.Client({ ...this.cluster.address, ...SUPERUSER, database });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private get address(): ClusterAddress {
    return { ...this.cluster.address, passwordOf: stressPassword, maxConnections: 60 };
  }

  get writers(): number {
    return this.children.size;
  }

  /** A process of its own that appends until it is killed. */
  startWriter(tenants: readonly string[], writers: number): void {
    const name = randomUUID();
    const orders: WriterOrders = {
      addressFile: join(this.folder, 'address.json'),
      acknowledged: join(this.folder, `${name}.ack`),
      rolledBack: join(this.folder, `${name}.rolled`),
      tenants,
      writers,
      maxConnections: 30,
    };
    writeFileSync(orders.acknowledged, '');
    writeFileSync(orders.rolledBack, '');
    this.ackFiles.push({ path: orders.acknowledged, at: 0, lines: 0 });
    this.rollbackFiles.push(orders.rolledBack);
    const program = new URL('../dist/stress-writer.adapter.js', import.meta.url).pathname;
    if (!existsSync(program)) throw new Error('the writer process is not compiled: npx tsc -b');
    const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.children.add(child);
    child.once('exit', (code) => {
      this.children.delete(child);
      if (code !== null) this.faults.push(`a writer ended by itself with code ${code}`);
    });
  }

  /** kill -9 of one of the writers, whichever. */
  async killWriter(): Promise<void> {
    const all = [...this.children];
    const victim = all[Math.floor(Math.random() * all.length)];
    if (!victim) return;
    const gone = new Promise((resolve) => victim.once('exit', resolve));
    victim.kill('SIGKILL');
    this.kills += 1;
    await gone;
  }

  async killAllWriters(): Promise<void> {
    while (this.children.size > 0) await this.killWriter();
  }

  /** kill -9 of PostgreSQL's first process, and a start on what it leaves behind. */
  async crashServer(): Promise<void> {
    const pidFile = join(this.folder, 'pg', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.cluster = await startServer(this.folder);
        break;
      } catch (error) {
        // Its other processes notice a moment later, and hold the memory until then.
        if (attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
    this.publish();
  }

  /** How many events the writers have been told are stored. */
  acknowledgedSoFar(): number {
    return this.ackFiles.reduce((sum, file) => sum + countLines(file), 0);
  }

  acknowledged(): string[][] {
    return this.ackFiles.flatMap(({ path }) => linesOf(path).map((line) => line.split(' ')));
  }

  rolledBack(): string[] {
    return this.rollbackFiles.flatMap(linesOf);
  }

  async stop(): Promise<void> {
    await this.killAllWriters();
    await this.connections?.close().catch(() => undefined);
    await this.cluster.stop().catch(() => undefined);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private publish(): void {
    writeFileSync(join(this.folder, 'address.json'), JSON.stringify(this.cluster.address));
  }
}

function startServer(folder: string): Promise<EmbeddedCluster> {
  // A process that dies loses nothing that the system's memory holds: without fsync the disk does not slow the stress.
  return EmbeddedCluster.start({ directory: join(folder, 'pg'), password: 'test', durable: false });
}

/** Whole lines only: a writer may be killed within one, which then was not acknowledged to anybody. */
function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

function countLines(file: { path: string; at: number; lines: number }): number {
  const descriptor = openSync(file.path, 'r');
  const chunk = Buffer.alloc(65_536);
  for (let read = 1; read > 0;) {
    read = readSync(descriptor, chunk, 0, chunk.length, file.at);
    file.at += read;
    for (let at = 0; at < read; at += 1) if (chunk[at] === 10) file.lines += 1;
  }
  closeSync(descriptor);
  return file.lines;
}
