import { randomUUID } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import {
  LOG_SCHEMA_SQL,
  PostgresEventStore,
  encodeEvents,
  readerLogSql,
  serviceLogSql,
} from '@lien-ket/event-store';
import { ProjectionRunner, TenantDb, documentProjection, type Projection } from '@lien-ket/read-model';
import pg from 'pg';
import { TestCluster } from './cluster.adapter.js';
import { contextOf } from './contexts.js';
import { stressPlan } from './stress.adapter.js';
import { THING_TYPE } from './things.js';

/** A row of the projection `things`: how often a thing happened, and what was said last. */
export interface FoldedThing {
  readonly id: string;
  readonly count: number;
  readonly last: string;
}

export const FoldedThingRow = new EntitySchema<FoldedThing>({
  name: 'thing',
  columns: { id: { type: 'uuid', primary: true }, count: { type: 'int' }, last: { type: 'text' } },
});

/** @param broken the event that can't be folded */
export function foldedThings(broken = 0): Projection {
  return documentProjection<FoldedThing>({
    name: 'things',
    types: [THING_TYPE],
    tables: ['thing'],
    entity: FoldedThingRow,
    idOf: ({ stream }) => stream.slice('thing-'.length),
    fold: (before, event) => {
      if (event.seq === broken) throw new Error('not this one');
      const { text } = event.data as { text: string };
      return {
        id: event.stream.slice('thing-'.length),
        count: (before?.count ?? 0) + 1,
        last: text.slice(0, 40),
      };
    },
  });
}

/** One tenant whose log is things that happened, and the table they are folded into. Specs only. */
export class FoldedThings {
  readonly ctx = contextOf('replay');

  private constructor(
    readonly cluster: TestCluster,
    readonly db: TenantDb,
  ) {}

  static async start(): Promise<FoldedThings> {
    const cluster = await TestCluster.start();
    const provisioner = cluster.provisioner(
      stressPlan([LOG_SCHEMA_SQL, serviceLogSql('alpha'), readerLogSql('relay')]),
    );
    await provisioner.ensureTemplate();
    await provisioner.ensureTenant('replay');
    const things = new FoldedThings(cluster, cluster.db('alpha', [FoldedThingRow]));
    await things.admin('CREATE TABLE alpha.thing (id uuid PRIMARY KEY, count int, last text)');
    await things.admin('GRANT SELECT, INSERT, UPDATE, DELETE ON alpha.thing TO lk_svc_alpha');
    return things;
  }

  stop(): Promise<void> {
    return this.cluster.stop();
  }

  /** Under the superuser, past all rights. */
  async admin<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    const login = {
      ...this.cluster.embedded.address,
      user: 'postgres',
      password: 'test',
      database: 'lk_t_replay',
    };
    const client = new pg.Client(login);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  store(onCopy: () => void = () => undefined): PostgresEventStore {
    return storeOf(this.db, onCopy);
  }

  runner(...projections: readonly Projection[]): ProjectionRunner {
    return new ProjectionRunner(this.db, this.store(), projections);
  }

  rows(): Promise<FoldedThing[]> {
    return this.db.use(this.ctx, (db) => db.query('SELECT * FROM thing ORDER BY id'));
  }

  /** What happened to one thing, appended at once. */
  async happen(texts: readonly string[], stream = `thing-${randomUUID()}`): Promise<void> {
    const data = texts.map((text, at) => ({ type: THING_TYPE, data: { at, text } }));
    const command = { id: randomUUID(), name: 'test', hash: '' };
    await this.store().append(this.ctx, stream, encodeEvents(this.ctx, stream, command, data), -1);
  }
}

export function storeOf(db: TenantDb, onCopy: () => void = () => undefined): PostgresEventStore {
  return new PostgresEventStore(
    'alpha',
    (ctx, work) => db.sql(ctx, work),
    undefined,
    (ctx) => {
      onCopy();
      return db.openCopy(ctx);
    },
  );
}
