import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  COSIGNATURE,
  ForkRefused,
  LOGS_ORIGIN,
  formatVerifierKey,
  originOf,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
} from '@lien-ket/audit-log';
import { AuditedLogs, contextOf } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { Cosigning } from './cosigning.js';
import { LogKeyFiles, OF_LOGS } from './log-keys.adapter.js';
import { Logging, OVERTAKEN } from './logging.js';
import { LogOfLogs } from './log-of-logs.js';
import { CLOCK, KilledAfter, KilledBefore, ProofScene } from './proof.scene.js';
import { Witness } from './witness.adapter.js';
import { Witnesses } from './witnesses.adapter.js';

const [HUB, FIRST, SECOND, THIRD] = ['hcmc', 'an-giang', 'ben-tre', 'ca-mau'];

let logs: AuditedLogs;
let scene: ProofScene;
beforeAll(async () => {
  logs = await AuditedLogs.start([HUB, FIRST, SECOND, THIRD], AUDIT.migrations);
  scene = new ProofScene(logs.audit, logs.keys);
  for (const tenant of [HUB, FIRST, SECOND, THIRD]) scene.sequencer().verifierKey(tenant);
}, 120_000);
afterAll(() => logs.stop());

/** As a process of its own would have it, with what it reported. */
function started(keys = new LogKeyFiles(scene.keys, OF_LOGS)) {
  const { db } = scene.audit;
  const witnesses = new Witnesses(scene.keys, new LogKeyFiles(scene.keys));
  const reported: unknown[][] = [];
  const logger = { warn: () => undefined, error: (...said: unknown[]) => void reported.push(said) };
  const logOfLogs = new LogOfLogs({
    runtime: { db, clock: CLOCK },
    keys,
    keyOf: (origin) => witnesses.keyOf(origin),
    cosigning: new Cosigning({ db }, (tenant) => witnesses.of(tenant), logger, 'logs_'),
    logger,
  });
  return { logOfLogs, logging: new Logging({ db }, () => logOfLogs, logger), witnesses, reported };
}

const TAKEN = ['TRUNCATE audit.entry_tile, audit.tile, audit.head, audit.checkpoint, audit.cosignature'];
const entries = () =>
  logs.asked<{ index: string; origin: string; size: string }>(
    HUB,
    'SELECT index, origin, size FROM audit.logs_entry ORDER BY index',
  );

describe('the log of logs', () => {
  it('takes each checkpoint once, in order, however many bring it at once, and proves it to an auditor', async () => {
    const id = randomUUID();
    const tenants = [FIRST, SECOND, HUB];
    for (const tenant of tenants) await logs.append(tenant, `plan-${id}`, 3);
    // Before its first signature the log of logs has no key, and no policy asks for it.
    const proved = await Promise.all(
      [...tenants, ...tenants].map((tenant) => {
        const { logOfLogs, witnesses } = started();
        return scene.verified(tenant, { kind: 'plan', id }, witnesses.policyOf(tenant), { logOfLogs });
      }),
    );
    expect(proved.map(({ verdict }) => verdict)).toEqual(proved.map(() => 'OK'));
    const { logOfLogs, witnesses } = started();
    for (const tenant of tenants)
      expect(
        await scene.verified(tenant, { kind: 'log' }, witnesses.policyOf(tenant), { logOfLogs }),
      ).toMatchObject({ verdict: 'OK', logged: true, events: 3 });
    const found = await entries();
    expect(found.map(({ index }) => Number(index))).toEqual([0, 1, 2]);
    expect(found.map(({ origin }) => origin).sort()).toEqual(tenants.map(originOf).sort());
  });

  it('is signed as other logs are, and witnessed by every province', async () => {
    const { logOfLogs, witnesses } = started();
    const signed = await logOfLogs.signed();
    const note = parseNote(signed?.note ?? '');
    expect(parseCheckpoint(note?.text ?? '')).toMatchObject({ origin: LOGS_ORIGIN, size: 3, streams: 3 });
    const names = witnesses.of(HUB).map(({ key }) => key.name);
    expect(names).toHaveLength(3);
    expect(note?.signatures.map(({ name }) => name).sort()).toEqual([LOGS_ORIGIN, ...names].sort());
  });

  it('is asked for by the printed policy: a bundle that leaves it out proves nothing', async () => {
    const id = randomUUID();
    await logs.append(FIRST, `plan-${id}`, 1);
    const policy = started().witnesses.policyOf(FIRST);
    expect(await scene.verified(FIRST, { kind: 'plan', id }, policy)).toMatchObject({
      verdict: 'CANNOT-DECIDE',
      first: { code: 'logs.missing' },
    });
  });

  it('has no quorum by those who are of one operator with it', async () => {
    const { logOfLogs, witnesses } = started();
    const outside = new Witness('outside', join(scene.keys, 'outside'), (origin) => {
      const known = [LOGS_ORIGIN, originOf(FIRST)].map((one) =>
        one === LOGS_ORIGIN
          ? parseVerifierKey(new LogKeyFiles(scene.keys, OF_LOGS).verifierKey(HUB))
          : witnesses.keyOf(one),
      );
      return known.find((key) => key?.name === origin);
    });
    expect(outside.verifierKey.algorithm).toBe(COSIGNATURE);
    const port = {
      key: outside.verifierKey,
      isInside: false,
      add: async (body: string) => outside.add(body),
    };
    const policy = witnesses
      .policyOf(FIRST)
      .replace('quorum none', `witness w ${formatVerifierKey(outside.verifierKey)}\nquorum w`);
    const scope = { kind: 'log' } as const;
    const witnessesOf = () => [port];
    expect(await scene.verified(FIRST, scope, policy, { logOfLogs, witnessesOf })).toMatchObject({
      first: { code: 'logs.quorum' },
    });
    const { db } = scene.audit;
    const witnessed = new LogOfLogs({
      runtime: { db, clock: CLOCK },
      keys: new LogKeyFiles(scene.keys, OF_LOGS),
      keyOf: (origin) => witnesses.keyOf(origin),
      cosigning: new Cosigning({ db }, witnessesOf, { warn: () => undefined }, 'logs_'),
      logger: { error: () => undefined },
    });
    expect(await scene.verified(FIRST, scope, policy, { logOfLogs: witnessed, witnessesOf })).toMatchObject({
      verdict: 'OK',
    });
  });

  it('refuses a log that shows another history, names it and keeps what it signed', async () => {
    const stream = `plan-${randomUUID()}`;
    await logs.append(SECOND, stream, 4);
    const { logging, logOfLogs, reported } = started();
    const ctx = contextOf(SECOND);
    expect(await logging.enter(ctx, await scene.sealed(SECOND))).toBe(true);
    const before = await entries();
    // Somebody with all rights writes history anew, and has the key sign as if nothing had been signed.
    rmSync(join(scene.keys, `log-${SECOND}.signed`));
    await logs.atNight(SECOND, `UPDATE log.event SET data = '{"at":9}' WHERE seq = 5`, ...TAKEN);
    const forked = await scene.sealed(SECOND);
    expect(await logging.enter(ctx, forked)).toBe(false);
    await logs.append(SECOND, stream, 2, 3);
    const longer = await scene.sealed(SECOND);
    expect(await logging.enter(ctx, longer)).toBe(false);
    expect(await entries()).toEqual(before);
    const log = originOf(SECOND);
    expect(reported).toEqual([
      ['checkpoint.forked', { log, size: 7 }],
      ['checkpoint.forked', { log, size: 9 }],
    ]);
    const refused = await logs.asked<{ origin: string; size: string; note: string }>(
      HUB,
      'SELECT origin, size, note FROM audit.logs_refused ORDER BY size',
    );
    expect(refused.map(({ origin, size }) => [origin, size])).toEqual([
      [log, '7'],
      [log, '9'],
    ]);
    expect(refused[0]?.note).toBe(forked.note);
    const standing = await logging.standing(scene.at(SECOND));
    expect(standing.refused.map(({ size }) => size)).toEqual([7, 9]);
    expect(standing.taken.map(({ origin, size }) => [origin, size])).toEqual([[log, 7]]);
    expect((await logging.standing(scene.at(HUB))).refused).toEqual(standing.refused);
    expect((await logging.standing(scene.at(HUB))).taken).toHaveLength(3);
    expect(await logging.standing(scene.at(FIRST))).toMatchObject({ refused: [], taken: [{ size: 4 }] });
    const policy = started().witnesses.policyOf(SECOND);
    expect(await scene.verified(SECOND, { kind: 'log' }, policy, { logOfLogs })).toMatchObject({
      verdict: 'CANNOT-DECIDE',
      first: { code: 'logs.missing' },
    });
  });

  it('does not take a log that is only late for one with two histories', async () => {
    const stream = `plan-${randomUUID()}`;
    await logs.append(THIRD, stream, 2);
    const { logging, reported } = started();
    const early = await scene.sealed(THIRD);
    await logs.append(THIRD, stream, 2, 1);
    expect(await logging.enter(contextOf(THIRD), await scene.sealed(THIRD))).toBe(true);
    expect(await logging.logged(contextOf(THIRD), early)).toBe(OVERTAKEN);
    expect(reported).toEqual([]);
  });

  it('takes nothing that the log has not signed, nor from a log that is nobody’s', async () => {
    const { logOfLogs, reported } = started();
    const { note } = await scene.sealed(THIRD);
    const before = await entries();
    const given = (body: string) => logOfLogs.add(body).then(({ status }) => status);
    expect(await given(`old 4\n\n${note.replaceAll('ca-mau', 'nobody')}`)).toBe(404);
    expect(await given(`old 4\n\n${note.replace(/\n4\n/, '\n5\n')}`)).toBe(403);
    expect(await given(note)).toBe(400);
    expect(await given(`old 4\n\n${note}`)).toBe(200);
    expect(await entries()).toEqual(before);
    expect(reported).toEqual([]);
  });

  it('signs one history itself: killed before and after it says what it will sign, or with its rows put back', async () => {
    const stream = `plan-${randomUUID()}`;
    await logs.append(THIRD, stream, 1);
    await started().logging.enter(contextOf(THIRD), await scene.sealed(THIRD));
    for (const Killed of [KilledBefore, KilledAfter])
      await expect(started(new Killed(scene.keys, OF_LOGS)).logOfLogs.signed()).rejects.toThrow('killed');
    const signed = await started().logOfLogs.signed();
    expect(signed?.checkpoint.size).toBe((await entries()).length);
    await logs.asked(
      HUB,
      'DELETE FROM audit.logs_entry WHERE index = (SELECT max(index) FROM audit.logs_entry)',
      `UPDATE audit.logs_tile SET hashes = substring(hashes FOR length(hashes) - 32) WHERE level = 0`,
    );
    await expect(started().logOfLogs.signed()).rejects.toBeInstanceOf(ForkRefused);
  });
});
