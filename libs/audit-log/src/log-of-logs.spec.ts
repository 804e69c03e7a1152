import {
  AuditWorld,
  LogOfLogsWorld,
  WorldKeys,
  disagreements,
  judge,
  judged,
  lastJudged,
  madeHistory,
  ownNoteOf,
  planScope,
  planStreams,
  worldKeys,
} from '@lien-ket/testing';
import { formatBundle, parseBundle, type Bundle } from './bundle.js';
import type { LoggedCheckpoint } from './logged.js';
import { parsePolicy } from './policy.js';
import { HashTree, consistencyProof } from './tree.js';
import { verifyBundle } from './verify.js';

const hub = new LogOfLogsWorld(worldKeys);
const worldOf = (count: number, salt = 0, keys = worldKeys) => new AuditWorld(madeHistory(count, salt), keys);
const neighbour = ownNoteOf(worldOf(5, 0, new WorldKeys('tra-vinh')));
/** The log when the bundle was taken, when it had grown, and as it was shown to nobody else. */
const [taken, grown, fork] = [worldOf(10), worldOf(25), worldOf(25, 1)];
const between = (from: number, world: AuditWorld): Promise<Buffer[]> =>
  consistencyProof(new HashTree(world.leaves).nodes, from, world.leaves.length);

beforeAll(() => judged.splice(0));
afterAll(() => expect(disagreements(1)).toEqual([]));

async function said(
  logOfLogs: LoggedCheckpoint | undefined,
  world = taken,
  policy = hub.policy,
): Promise<string> {
  const bundle = await world.bundle(planScope, planStreams);
  judge({ ...bundle, ...(logOfLogs && { logOfLogs }) }, policy);
  return lastJudged();
}

describe('a checkpoint that stands in the log of logs', () => {
  it('is accepted, as the last one there or under a later one that contains it', async () => {
    const notes = [neighbour, ownNoteOf(taken), ownNoteOf(grown)];
    expect(await said(await hub.logged(notes, 1))).toBe('OK');
    expect(await said(await hub.logged(notes, 2, { consistency: await between(10, grown) }))).toBe('OK');
    expect(await said(await hub.logged(notes, 2), grown)).toBe('OK');
  });

  it('is said to be looked for only where the policy names the log of logs', async () => {
    const logOfLogs = await hub.logged([ownNoteOf(taken)], 0);
    const bundle = { ...(await taken.bundle(planScope, planStreams)), logOfLogs };
    const file = Buffer.from(formatBundle(bundle));
    expect(verifyBundle(file, hub.policy)).toMatchObject({ verdict: 'OK', logged: true });
    expect(verifyBundle(file, worldKeys.policy)).toMatchObject({ verdict: 'OK', logged: false });
    expect(await said(undefined, taken, worldKeys.policy)).toBe('OK');
    expect(parseBundle(file)).toEqual(bundle);
  });

  it('is asked for by the policy, and so is the quorum over the log of logs', async () => {
    expect(await said(undefined)).toBe('CANNOT-DECIDE logs.missing');
    const one = await hub.logged([ownNoteOf(taken)], 0, { cosigned: 1 });
    expect(await said(one)).toBe('CANNOT-DECIDE logs.quorum');
    expect(await said(one, taken, worldKeys.policy)).toBe('OK');
  });
});

describe('a log that shows one history here and another to the log of logs', () => {
  it('is found: at the same size, at a later one, and by whatever proof it gives', async () => {
    const notes = [neighbour, ownNoteOf(fork)];
    expect(await said(await hub.logged(notes, 1), grown)).toBe('TAMPERED logs.fork');
    for (const consistency of [[], await between(10, grown), await between(10, fork)])
      expect(await said(await hub.logged(notes, 1, { consistency }))).toBe('TAMPERED logs.fork');
    const same = await hub.logged([ownNoteOf(taken)], 0, { consistency: [Buffer.alloc(32)] });
    expect(await said(same)).toBe('TAMPERED logs.fork');
  });

  it('is found also where the policy does not name the log of logs', async () => {
    const logOfLogs = await hub.logged([ownNoteOf(fork)], 0);
    expect(await said(logOfLogs, grown, worldKeys.policy)).toBe('TAMPERED logs.fork');
  });

  it('gets by with nothing else that stands there, nor with another log of logs', async () => {
    const notes = [neighbour, ownNoteOf(taken), ownNoteOf(grown)];
    const honest = await hub.logged(notes, 1);
    const forged: Record<string, LoggedCheckpoint> = {
      'logs.checkpoint': await hub.logged(notes, 0),
      'logs.inclusion': { ...honest, index: 2 },
      'logs.signature': await new LogOfLogsWorld(worldKeys).logged(notes, 1),
      'logs.cosignature': await new LogOfLogsWorld(new WorldKeys()).logged(notes, 1),
    };
    const lines = honest.checkpoint.split('\n');
    const foreign = forged['logs.cosignature']?.checkpoint.split('\n') ?? [];
    // The hub's own text and signature above lines that other keys made.
    forged['logs.cosignature'] = {
      ...honest,
      checkpoint: [...lines.slice(0, 6), ...foreign.slice(6)].join('\n'),
    };
    for (const [code, logged] of Object.entries(forged)) expect(await said(logged)).toBe(`TAMPERED ${code}`);
    expect(await said(await hub.logged(notes, 1), grown)).toBe('TAMPERED logs.checkpoint');
  });
});

it('a bundle with notes of another form in it can not be read', async () => {
  const honest = await hub.logged([ownNoteOf(taken)], 0);
  const bundle: Bundle = await taken.bundle(planScope, planStreams);
  for (const change of [{ note: 'x\n' }, { checkpoint: honest.checkpoint.replace('heads', 'tails') }]) {
    judge({ ...bundle, logOfLogs: { ...honest, ...change } }, hub.policy);
    expect(lastJudged()).toBe('CANNOT-DECIDE bundle.unreadable');
  }
});

it('a policy names one log of logs, whose key and name are nobody else’s', () => {
  expect(parsePolicy(hub.policy)?.logOfLogs?.name).toBe('audit.lien-ket.vn/logs');
  const [line = ''] = /^log-of-logs .*\n/m.exec(hub.policy) ?? [];
  const other = /^log-of-logs .*\n/m.exec(new LogOfLogsWorld(worldKeys).policy)?.[0] ?? '';
  for (const more of [line, other, line.replace('log-of-logs', 'log')])
    expect(parsePolicy(hub.policy + more)).toBeUndefined();
});
