// A process that rebuilds a projection and kills itself at a statement of the rebuild's own connection. Run as
// `node dying-rebuild.adapter.js '<DyingOrders>'`; it ends with 0 when there were fewer statements.
import { Connections, ProjectionRunner, TenantDb } from '@lien-ket/read-model';
import type { Context } from '@lien-ket/kernel';
import { FoldedThingRow, foldedThings, storeOf } from './folded-things.adapter.js';
import { contextOf } from './contexts.js';
import { stressPassword } from './stress.adapter.js';

export interface DyingOrders {
  readonly host: string;
  readonly port: number;
  readonly tenant: string;
  /** Which statement, counted from 1; it is sent, or it is not. */
  readonly at: number;
  readonly sent: boolean;
}

type ApartWork<T> = Parameters<typeof TenantDb.prototype.apart<T>>[2];

const orders = JSON.parse(process.argv[2] ?? '') as DyingOrders;
const { host, port, tenant } = orders;
let statements = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
}

class DyingDb extends TenantDb {
  override apart<T>(ctx: Context, schema: string, work: ApartWork<T>): Promise<T> {
    return super.apart(ctx, schema, (db) => {
      const make = db.createQueryRunner.bind(db);
      db.createQueryRunner = (mode) => {
        const runner = make(mode);
        const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<never>;
        runner.query = (...args: unknown[]) => {
          statements += 1;
          if (statements === orders.at && !orders.sent) die();
          const answer = query(...args);
          if (statements === orders.at) setImmediate(die);
          return answer;
        };
        return runner;
      };
      return work(db);
    });
  }
}

const connections = new Connections({ host, port, passwordOf: stressPassword, maxConnections: 10 });
const db = new DyingDb('alpha', [FoldedThingRow], connections);
await new ProjectionRunner(db, storeOf(db), [foldedThings()]).rebuild(contextOf(tenant));
await connections.close();
