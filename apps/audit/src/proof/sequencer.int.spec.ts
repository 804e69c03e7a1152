import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ForkRefused, parseCheckpoint, parseNote, parseVerifierKey, type Scope } from '@lien-ket/audit-log';
import { NO_STREAM } from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import { AuditedLogs, contextOf, thingEvents } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { LogKeyFiles } from './log-keys.adapter.js';
import { KilledAfter, KilledBefore, ProofScene } from './proof.scene.js';
import type { Sealed } from './sealing.js';
import { Sequencer } from './sequencer.js';
import { Witness } from './witness.adapter.js';
import type { WitnessPort } from './witnesses.adapter.js';

const TENANTS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
let logs: AuditedLogs;
let scene: ProofScene;
let keys: string;
beforeAll(async () => {
  logs = await AuditedLogs.start(TENANTS, AUDIT.migrations);
  ({ keys } = logs);
  scene = new ProofScene(logs.audit, keys);
}, 120_000);
afterAll(() => logs.stop());

const storeOf = (service: string) => logs.store(service);
const sequencerWith = (files?: LogKeyFiles) => scene.sequencer(files);
const append = (...given: Parameters<AuditedLogs['append']>) => logs.append(...given);
const sealed = (...given: Parameters<ProofScene['sealed']>) => scene.sealed(...given);
const atNight = (...given: Parameters<AuditedLogs['atNight']>) => logs.atNight(...given);
const verified = (
  tenant: string,
  scope: Scope,
  policy?: string,
  witnessesOf?: () => readonly WitnessPort[],
  sequencer?: Sequencer,
) =>
  scene.verified(tenant, scope, policy, {
    ...(witnessesOf && { witnessesOf }),
    ...(sequencer && { sequencer }),
  });

/** Signs at first what was the log before somebody else signed a longer one. */
class Late extends Sequencer {
  sealed = 0;

  constructor(private readonly before: Sealed) {
    super(scene.audit, new LogKeyFiles(keys));
  }

  override async seal(ctx: Context): Promise<Sealed | undefined> {
    this.sealed += 1;
    return this.sealed === 1 ? this.before : super.seal(ctx);
  }
}

function witnessOf(tenant: string) {
  const written = sequencerWith().verifierKey(tenant);
  const log = parseVerifierKey(written);
  const outside = new Witness('outside', join(keys, `outside-${tenant}`), (origin) =>
    origin === log?.name ? log : undefined,
  );
  return { outside, policy: `log ${written}\nwitness w ${outside.written}\nquorum w\n` };
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
    await atNight('first', 'TRUNCATE audit.entry_tile, audit.tile, audit.head, audit.checkpoint');
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
    expect(await verified('second', { kind: 'log' })).toMatchObject({
      verdict: 'OK',
      faults: [],
      events: 10,
    });
    await expect(verified('second', { kind: 'activity', id })).rejects.toThrow('notFound');
  });

  it('reads the log for a bundle only as fast as it is taken, and no further when nobody takes it', async () => {
    await append('first', `plan-${randomUUID()}`, 3);
    const { db, store } = scene.audit;
    let read = 0;
    let ended = false;
    async function* log(...[ctx, range]: Parameters<typeof store.log>): ReturnType<typeof store.log> {
      try {
        for await (const batch of store.log(ctx, { ...range, batch: 20 })) {
          read += batch.length;
          yield batch;
        }
      } finally {
        ended = true;
      }
    }
    const reader = new ProofScene({ db, store: Object.assign(Object.create(store), { log }) }, keys);
    const pieces = await reader.bundles({ sequencer: sequencerWith() }).whole(contextOf('first'));
    const { size } = parseCheckpoint(parseNote((await sealed('first')).note)?.text ?? '') ?? { size: 0 };
    expect(size).toBeGreaterThan(200);
    for (const lines of [1, 20, 20]) {
      const { value } = await pieces.next();
      expect(String(value).trim().split('\n')).toHaveLength(lines);
    }
    expect(read).toBe(40);
    await pieces.return(undefined);
    expect([read, ended]).toEqual([40, true]);
  });

  it('killed before, while and after it says what it will sign, it signs one history', async () => {
    const files = new LogKeyFiles(keys);
    const stream = `plan-${randomUUID()}`;
    const notes = new Map<number, string>();
    for (let round = 0; round < 6; round += 1) {
      await append('third', stream, 3, round * 3 - 1);
      await expect(sealed('third', sequencerWith(new KilledBefore(keys)))).rejects.toThrow('killed');
      expect(files.signed('third')?.size ?? 0).toBe(round === 0 ? 0 : round * 3);
      await expect(sealed('third', sequencerWith(new KilledAfter(keys)))).rejects.toThrow('killed');
      expect(files.signed('third')?.size).toBe(round * 3 + 3);
      await atNight('third', 'ALTER TABLE audit.checkpoint RENAME TO away');
      await expect(sealed('third')).rejects.toThrow('checkpoint');
      await atNight('third', 'ALTER TABLE audit.away RENAME TO checkpoint');
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
    await atNight('fourth', ...back);
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
    await atNight('fifth', `UPDATE log.event SET data = '{"at":9}' WHERE seq = 4`);
    const edited = await verified('fifth', scope);
    expect(edited).toMatchObject({ verdict: 'TAMPERED', first: { code: 'event.inclusion', at: '4' } });
    await atNight('fifth', `UPDATE log.event SET data = '{"at":3}' WHERE seq = 4`);
    expect((await verified('fifth', scope)).verdict).toBe('OK');
    await atNight('fifth', 'DELETE FROM log.event WHERE seq = 6');
    const cut = await verified('fifth', scope);
    expect(cut).toMatchObject({ verdict: 'INCOMPLETE', first: { code: 'stream.tail', at: `plan-${id}` } });
  });

  it('brings what it signs to its witnesses, also to one that lost its way, and never a fork', async () => {
    const id = randomUUID();
    const scope = { kind: 'plan', id } as const;
    const { outside, policy } = witnessOf('sixth');
    let asked = 0;
    const reachable: WitnessPort = {
      key: outside.verifierKey,
      isInside: false,
      add: async (body) => {
        asked += 1;
        return outside.add(body);
      },
    };
    const within = { ...reachable, isInside: true };
    const away: WitnessPort = {
      key: outside.verifierKey,
      isInside: false,
      add: () => Promise.reject(new Error('away')),
    };
    await append('sixth', `plan-${id}`, 3);
    expect(await verified('sixth', scope, policy, () => [away])).toMatchObject({
      first: { code: 'quorum.missing' },
    });
    expect(await verified('sixth', scope, policy, () => [reachable])).toMatchObject({
      witnesses: ['w'],
      verdict: 'OK',
    });
    expect(await verified('sixth', scope, policy, () => [away])).toMatchObject({ verdict: 'OK' });
    expect(asked).toBe(1);
    await append('sixth', `plan-${id}`, 300, 2);
    await atNight('sixth', 'TRUNCATE audit.cosignature');
    const many = Promise.all([1, 2, 3, 4].map(() => verified('sixth', scope, policy, () => [within])));
    expect((await many).map(({ verdict }) => verdict)).toEqual(['OK', 'OK', 'OK', 'OK']);
    expect(asked).toBe(3);
    rmSync(join(keys, 'log-sixth.signed'));
    await atNight('sixth', `UPDATE log.event SET data = '{"at":9}' WHERE seq = 2`);
    await atNight(
      'sixth',
      'TRUNCATE audit.entry_tile, audit.tile, audit.head, audit.checkpoint, audit.cosignature',
    );
    expect(await verified('sixth', scope, policy, () => [reachable])).toMatchObject({
      verdict: 'CANNOT-DECIDE',
      first: { code: 'quorum.missing' },
    });
  });

  it('signs again from where a witness is that has signed a longer log meanwhile', async () => {
    const id = randomUUID();
    const scope = { kind: 'plan', id } as const;
    const { outside, policy } = witnessOf('seventh');
    const reachable = {
      key: outside.verifierKey,
      isInside: true,
      add: (body: string) => Promise.resolve(outside.add(body)),
    };
    await append('seventh', `plan-${id}`, 3);
    const before = await sealed('seventh');
    await append('seventh', `plan-${id}`, 1, 2);
    expect(await verified('seventh', scope, policy, () => [reachable])).toMatchObject({ verdict: 'OK' });
    const late = new Late(before);
    expect(await verified('seventh', scope, policy, () => [reachable], late)).toMatchObject({
      witnesses: ['w'],
      verdict: 'OK',
    });
    expect(late.sealed).toBe(2);
  });
});
