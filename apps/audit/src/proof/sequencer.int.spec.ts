import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForkRefused, parseCheckpoint, parseNote, parseVerifierKey, verifyBundle } from '@lien-ket/audit-log';
import {
  LOG_SCHEMA_SQL,
  NO_STREAM,
  PostgresEventStore,
  readerLogSql,
  registerSql,
  serviceLogSql,
} from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import { THINGS, TestCluster, contextOf, thingEvents } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { Bundles } from './bundles.js';
import { Cosigning } from './cosigning.js';
import { LogKeyFiles } from './log-keys.adapter.js';
import { Sequencer, type Sealed } from './sequencer.js';
import { Witness } from './witness.adapter.js';
import type { WitnessPort } from './witnesses.adapter.js';

const TENANTS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const registry = {
  types: [
    { type: 'lk.alpha.plan.happened.v1', service: 'alpha', public: true },
    { type: 'lk.alpha.amendment.happened.v1', service: 'alpha', public: true },
  ],
  categories: ['plan', 'amendment'].map((category) => ({ category, service: 'alpha' })),
  readers: ['audit'],
} satisfies typeof THINGS;

let cluster: TestCluster;
let keys: string;

beforeAll(async () => {
  cluster = await TestCluster.start();
  keys = mkdtempSync(join(tmpdir(), 'lk-log-keys-'));
  const provisioner = cluster.provisioner({
    logSql: [LOG_SCHEMA_SQL, readerLogSql('audit'), serviceLogSql('alpha')],
    services: [
      { service: 'audit', migrations: AUDIT.migrations },
      { service: 'alpha', migrations: [] },
    ],
    registerSql: registerSql(registry),
  });
  await provisioner.ensureTemplate();
  for (const tenant of TENANTS) await provisioner.ensureTenant(tenant);
}, 120_000);

afterAll(async () => {
  await cluster.stop();
  rmSync(keys, { recursive: true });
});

function storeOf(service: string): PostgresEventStore {
  const db = cluster.db(service);
  return new PostgresEventStore(service, (at, work) => db.sql(at, work));
}

function sequencerWith(files = new LogKeyFiles(keys)): Sequencer {
  return new Sequencer({ db: cluster.db('audit'), store: storeOf('audit') }, files);
}

async function append(tenant: string, stream: string, count: number, revision = NO_STREAM): Promise<void> {
  const ctx = contextOf(tenant);
  const type = `lk.alpha.${stream.slice(0, -37)}.happened.v1`;
  for (let at = 0; at < count; at += 1) {
    const events = thingEvents(ctx, stream, [{ at }], randomUUID(), type);
    await storeOf('alpha').append(ctx, stream, events, revision + at);
  }
}

async function sealed(tenant: string, sequencer = sequencerWith()) {
  await sequencer.integrate(contextOf(tenant));
  const found = await sequencer.seal(contextOf(tenant));
  if (!found) throw new Error('nothing to sign');
  return found;
}

/** Signs at first what was the log before somebody else signed a longer one. */
class Late extends Sequencer {
  sealed = 0;

  constructor(private readonly before: Sealed) {
    super({ db: cluster.db('audit'), store: storeOf('audit') }, new LogKeyFiles(keys));
  }

  override async seal(ctx: Context): Promise<Sealed | undefined> {
    this.sealed += 1;
    return this.sealed === 1 ? this.before : super.seal(ctx);
  }
}

/** A witness of the tenant's log and a policy that counts it alone. */
function witnessOf(tenant: string) {
  const written = sequencerWith().verifierKey(tenant);
  const log = parseVerifierKey(written);
  const witness = new Witness('outside', join(keys, `outside-${tenant}`), (origin) =>
    origin === log?.name ? log : undefined,
  );
  return { witness, policy: `log ${written}\nwitness w ${witness.written}\nquorum w\n` };
}

const noneGone = { find: async (_: unknown, kid: string) => ({ kid, wrapped: Buffer.alloc(1), version: 1 }) };
const policyOf = (tenant: string): string => `log ${sequencerWith().verifierKey(tenant)}\nquorum none\n`;

interface Asked {
  readonly policy?: string;
  readonly witnesses?: readonly WitnessPort[];
  readonly sequencer?: Sequencer;
}
async function verified(tenant: string, scope: Parameters<Bundles['of']>[1], asked: Asked = {}) {
  const { policy = policyOf(tenant), witnesses = [], sequencer = sequencerWith() } = asked;
  const db = cluster.db('audit');
  const cosigning = new Cosigning({ db }, () => witnesses, { warn: () => undefined });
  const bundles = new Bundles({ db, store: storeOf('audit') }, { sequencer, cosigning }, noneGone);
  return verifyBundle(Buffer.from(await bundles.of(contextOf(tenant), scope)), policy);
}

describe('the sequencer', () => {
  it('makes leaf n of event n, however often and by however many it is run, and from zero again', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await append('first', `plan-${id}`, 90);
    const ctx = contextOf('first');
    await Promise.all([1, 2, 3].map(() => sequencerWith().integrate(ctx)));
    const before = await sealed('first');
    expect(before.checkpoint.size).toBe(270);
    expect(before.checkpoint.streams).toBe(3);
    await append('first', `plan-${ids[0]}`, 20, 89);
    const after = await sealed('first');
    await cluster.atNight('first', 'TRUNCATE audit.entry_tile, audit.tile, audit.head, audit.checkpoint');
    expect((await sealed('first')).note).toBe(after.note);
  });

  it('gives bundles that an auditor can verify: of one stream, and of the whole log', async () => {
    const [id, amendment] = [randomUUID(), randomUUID()];
    const ctx = contextOf('second');
    await append('second', `plan-${randomUUID()}`, 5);
    await append('second', `amendment-${amendment}`, 3);
    const type = 'lk.alpha.plan.happened.v1';
    const events = thingEvents(ctx, `plan-${id}`, [{ amendment }, {}], randomUUID(), type);
    await storeOf('alpha').append(ctx, `plan-${id}`, events, NO_STREAM);
    const plan = await verified('second', { kind: 'plan', id });
    expect(plan).toMatchObject({ verdict: 'OK', faults: [], events: 5 });
    expect(plan.streams).toEqual([`amendment-${amendment}`, `plan-${id}`]);
    const log = await verified('second', { kind: 'log' });
    expect(log).toMatchObject({ verdict: 'OK', faults: [], events: 10 });
    await expect(verified('second', { kind: 'activity', id })).rejects.toThrow('notFound');
  });

  it('killed before, while and after it says what it will sign, it signs one history', async () => {
    class KilledBefore extends LogKeyFiles {
      override keep(): void {
        throw new Error('killed');
      }
    }
    class KilledAfter extends LogKeyFiles {
      override keep(tenant: string, text: string): void {
        super.keep(tenant, text);
        throw new Error('killed');
      }
    }
    const files = new LogKeyFiles(keys);
    const stream = `plan-${randomUUID()}`;
    const notes = new Map<number, string>();
    for (let round = 0; round < 6; round += 1) {
      await append('third', stream, 3, round * 3 - 1);
      await expect(sealed('third', sequencerWith(new KilledBefore(keys)))).rejects.toThrow('killed');
      expect(files.signed('third')?.size ?? 0).toBe(round === 0 ? 0 : round * 3);
      await expect(sealed('third', sequencerWith(new KilledAfter(keys)))).rejects.toThrow('killed');
      expect(files.signed('third')?.size).toBe(round * 3 + 3);
      await cluster.atNight('third', 'ALTER TABLE audit.checkpoint RENAME TO away');
      await expect(sealed('third')).rejects.toThrow('checkpoint');
      await cluster.atNight('third', 'ALTER TABLE audit.away RENAME TO checkpoint');
      const { note, checkpoint } = await sealed('third');
      expect(parseCheckpoint(parseNote(note)?.text ?? '')).toEqual(files.signed('third'));
      notes.set(checkpoint.size, note);
    }
    expect([...notes.keys()]).toEqual([3, 6, 9, 12, 15, 18]);
    expect((await sealed('third')).note).toBe(notes.get(18));
  });

  it('signs nothing for a log that was put back, nor for one that went another way from there', async () => {
    const stream = `plan-${randomUUID()}`;
    await append('fourth', stream, 4);
    await sealed('fourth');
    const back = [
      'DELETE FROM log.event WHERE seq > 2',
      'UPDATE log.head SET seq = 2',
      'TRUNCATE audit.entry_tile, audit.tile, audit.head, audit.checkpoint',
    ];
    await cluster.atNight('fourth', ...back);
    await expect(sealed('fourth')).rejects.toBeInstanceOf(ForkRefused);
    await append('fourth', stream, 2, 1);
    await expect(sealed('fourth')).rejects.toBeInstanceOf(ForkRefused);
    await append('fourth', stream, 3, 3);
    await expect(sealed('fourth')).rejects.toBeInstanceOf(ForkRefused);
  });

  it('rows edited at night are named by what the auditor takes away', async () => {
    const id = randomUUID();
    await append('fifth', `plan-${id}`, 6);
    const scope = { kind: 'plan', id } as const;
    expect((await verified('fifth', scope)).verdict).toBe('OK');
    await cluster.atNight('fifth', `UPDATE log.event SET data = '{"at":9}' WHERE seq = 4`);
    const edited = await verified('fifth', scope);
    expect(edited).toMatchObject({ verdict: 'TAMPERED', first: { code: 'event.inclusion', at: '4' } });
    await cluster.atNight('fifth', `UPDATE log.event SET data = '{"at":3}' WHERE seq = 4`);
    expect((await verified('fifth', scope)).verdict).toBe('OK');
    await cluster.atNight('fifth', 'DELETE FROM log.event WHERE seq = 6');
    const cut = await verified('fifth', scope);
    expect(cut).toMatchObject({ verdict: 'INCOMPLETE', first: { code: 'stream.tail', at: `plan-${id}` } });
  });

  it('brings what it signs to its witnesses, also to one that lost its way, and never a fork', async () => {
    const id = randomUUID();
    const scope = { kind: 'plan', id } as const;
    const { witness, policy } = witnessOf('sixth');
    let asked = 0;
    const reachable: WitnessPort = {
      key: witness.verifierKey,
      isInside: false,
      add: async (body) => {
        asked += 1;
        return witness.add(body);
      },
    };
    const within = { ...reachable, isInside: true };
    const away = { ...reachable, add: () => Promise.reject(new Error('away')) };
    const found = (...witnesses: WitnessPort[]) => verified('sixth', scope, { policy, witnesses });
    await append('sixth', `plan-${id}`, 3);
    expect(await found(away)).toMatchObject({ first: { code: 'quorum.missing' } });
    expect(await found(reachable)).toMatchObject({ witnesses: ['w'], verdict: 'OK' });
    expect(await found(away)).toMatchObject({ verdict: 'OK' });
    expect(asked).toBe(1);
    await append('sixth', `plan-${id}`, 300, 2);
    await cluster.atNight('sixth', 'TRUNCATE audit.cosignature');
    const many = Promise.all([1, 2, 3, 4].map(() => found(within)));
    expect((await many).map(({ verdict }) => verdict)).toEqual(['OK', 'OK', 'OK', 'OK']);
    expect(asked).toBe(3);
    rmSync(join(keys, 'log-sixth.signed'));
    await cluster.atNight('sixth', `UPDATE log.event SET data = '{"at":9}' WHERE seq = 2`);
    const made = 'audit.entry_tile, audit.tile, audit.head, audit.checkpoint, audit.cosignature';
    await cluster.atNight('sixth', `TRUNCATE ${made}`);
    expect(await found(reachable)).toMatchObject({
      verdict: 'CANNOT-DECIDE',
      first: { code: 'quorum.missing' },
    });
  });

  it('signs again from where a witness is that has signed a longer log meanwhile', async () => {
    const id = randomUUID();
    const scope = { kind: 'plan', id } as const;
    const { witness, policy } = witnessOf('seventh');
    const witnesses = [
      { key: witness.verifierKey, isInside: true, add: async (body: string) => witness.add(body) },
    ];
    await append('seventh', `plan-${id}`, 3);
    const before = await sealed('seventh');
    await append('seventh', `plan-${id}`, 1, 2);
    const longer = await verified('seventh', scope, { policy, witnesses });
    expect(longer).toMatchObject({ verdict: 'OK' });
    const sequencer = new Late(before);
    const late = await verified('seventh', scope, { policy, witnesses, sequencer });
    expect(late).toMatchObject({ witnesses: ['w'], verdict: 'OK' });
    expect(sequencer.sealed).toBe(2);
  });
});
