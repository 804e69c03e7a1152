import {
  amendmentStream,
  disagreements,
  judge,
  judged,
  madeHistory,
  planScope,
  planStream,
  planStreams,
  worldKeys,
  AuditWorld,
  WorldKeys,
  type WorldEvent,
} from '@lien-ket/testing';
import { formatBundle, parseBundle, type Bundle } from './bundle.js';
import { formatNote, type SignatureLine } from './note.js';
import { verifyBundle } from './verify.js';

beforeEach(() => judged.splice(0));

const file = (bundle: Bundle): Buffer => Buffer.from(formatBundle(bundle));
const atPlace = <T>(list: readonly T[], place: number, change: (one: T) => readonly T[]): T[] =>
  list.flatMap((one, at) => (at === place % list.length ? change(one) : [one]));
/** What a server that holds the log's key may want an auditor to believe. */
const LIES: Readonly<Record<string, (honest: readonly WorldEvent[]) => readonly WorldEvent[]>> = {
  'an event says something else': (h) => atPlace(h, 5, (one) => [{ ...one, text: '{}' }]),
  'the first event says something else': (h) => atPlace(h, 0, (one) => [{ ...one, text: '{}' }]),
  'the last event never was': (h) => h.slice(0, -1),
  'half of the history never was': (h) => h.slice(0, h.length / 2),
  'an event in the middle never was': (h) => atPlace(h, 10, () => []),
  'an event was there from the beginning': (h) => [{ stream: planStream, text: '{}' }, ...h],
  'an event came last': (h) => [...h, { stream: planStream, text: '{}' }],
  'two events came in the other order': (h) => [...h.slice(0, 3), ...h.slice(3, 9).reverse(), ...h.slice(9)],
  'an event is of another stream': (h) => atPlace(h, 7, (one) => [{ ...one, stream: amendmentStream }]),
  'everything happened twice': (h) => [...h, ...h],
};
const honest = new AuditWorld(madeHistory(60), worldKeys);

describe('a server that lies', () => {
  /** How it makes the lie look: which signatures stand under it, and what is said of it. */
  const DISGUISES: Readonly<Record<string, readonly [string, (world: AuditWorld) => SignatureLine[]]>> = {
    'signed by the log alone': ['CANNOT-DECIDE', ({ text }) => [worldKeys.own(text)]],
    'with a witness of the operator': [
      'CANNOT-DECIDE',
      ({ text }) => [worldKeys.own(text), ...worldKeys.cosign(text).slice(2)],
    ],
    'with one witness won': [
      'CANNOT-DECIDE',
      ({ text }) => [worldKeys.own(text), ...worldKeys.cosign(text, 1)],
    ],
    'with the cosignatures of the true history': [
      'TAMPERED',
      ({ text }) => [worldKeys.own(text), ...worldKeys.cosign(honest.text)],
    ],
    'with witnesses of its own making': [
      'TAMPERED',
      ({ text }) => [worldKeys.own(text), ...new WorldKeys().cosign(text)],
    ],
    'with a log key of its own making': [
      'TAMPERED',
      ({ text }) => [new WorldKeys().own(text), ...worldKeys.cosign(text)],
    ],
  };

  it('gets none of 120 forged bundles through', async () => {
    const wrong: string[] = [];
    for (const [lie, change] of Object.entries(LIES))
      for (const [disguise, [expected, sign]] of Object.entries(DISGUISES))
        for (const asked of [planScope, { kind: 'log' } as const]) {
          const world = new AuditWorld(change(madeHistory(60)), worldKeys);
          const verdict = judge(await world.bundle(asked, planStreams, sign(world)));
          if (verdict !== expected) wrong.push(`${lie}, ${disguise}: ${verdict}`);
        }
    expect(wrong).toEqual([]);
    expect(judged).toHaveLength(120);
    expect(disagreements(1)).toEqual([]);
  }, 120_000);

  it('under the true checkpoint it is found by every lie', async () => {
    const lines = [worldKeys.own(honest.text), ...worldKeys.cosign(honest.text)];
    const checkpoint = formatNote({ text: honest.text, signatures: lines });
    for (const change of Object.values(LIES))
      for (const asked of [planScope, { kind: 'log' } as const]) {
        const lied = await new AuditWorld(change(madeHistory(60)), worldKeys).bundle(asked, planStreams);
        expect(['TAMPERED', 'INCOMPLETE']).toContain(judge({ ...lied, checkpoint }));
      }
    expect(disagreements(1)).toEqual([]);
  });

  it('decides nothing without a policy, or with one that it wrote itself', async () => {
    const bundle = await honest.bundle(planScope, planStreams);
    expect(judge(bundle, null)).toBe('CANNOT-DECIDE');
    const without = verifyBundle(file(bundle), undefined);
    expect(without).toMatchObject({ verdict: 'CANNOT-DECIDE', faults: [{ code: 'policy.missing' }] });
    expect(judge(bundle, 'quorum all')).toBe('CANNOT-DECIDE');
    expect(judge(bundle, new WorldKeys('hcmc', worldKeys.witnesses).policy)).toBe('CANNOT-DECIDE');
    expect(judge(bundle, new WorldKeys().policy)).toBe('TAMPERED');
    expect(disagreements(1)).toEqual([]);
  });
});

it('a bundle is read as it was written', async () => {
  const bundle = await honest.bundle(planScope, planStreams);
  expect(parseBundle(file(bundle))).toEqual(bundle);
});
