import { existsSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import {
  Connections,
  EmbeddedCluster,
  Provisioner,
  TenantDb,
  type ClusterAddress,
  type Entity,
} from '@lien-ket/read-model';

export type Plan = ConstructorParameters<typeof Provisioner>[2];

/** A real PostgreSQL for one spec file, in memory where the machine has a memory disk, gone afterwards. */
export class TestCluster {
  private constructor(
    readonly embedded: EmbeddedCluster,
    private readonly directory: string,
    readonly address: ClusterAddress,
    readonly connections: Connections,
  ) {}

  static async start(maxConnections = 40): Promise<TestCluster> {
    const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
    const directory = mkdtempSync(join(root, 'lk-test-'));
    chmodSync(directory, 0o755);
    const embedded = await EmbeddedCluster.start({
      directory: join(directory, 'pg'),
      password: 'test',
      durable: false,
    });
    const passwordOf = (role: string): string => createHash('sha256').update(role).digest('hex').slice(0, 32);
    const address = { ...embedded.address, passwordOf, maxConnections };
    return new TestCluster(embedded, directory, address, new Connections(address));
  }

  provisioner(plan: Plan): Provisioner {
    return new Provisioner(this.address, { user: 'postgres', password: 'test' }, plan);
  }

  db(service: string, entities: readonly Entity[] = []): TenantDb {
    return new TenantDb(service, entities, this.connections);
  }

  async stop(): Promise<void> {
    await this.connections.close();
    await this.embedded.stop().catch(() => undefined);
    rmSync(this.directory, { recursive: true, force: true });
  }
}
