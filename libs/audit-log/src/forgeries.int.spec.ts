import {
  AuditWorld,
  WorldKeys,
  amendmentStream,
  disagreements,
  judge,
  judged,
  loadOfSpecs,
  madeHistory,
  planScope,
  planStream,
  planStreams,
  worldKeys,
} from '@lien-ket/testing';
import fc from 'fast-check';
import { formatBundle, parseBundle, type Bundle, type BundleEvent } from './bundle.js';
import { formatNote, parseNote, type SignatureLine } from './note.js';

const { forgeries, forgerySeed: seed } = loadOfSpecs();

beforeEach(() => judged.splice(0));

const flip = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = bit % (copy.length * 8);
  copy.writeUInt8((copy[at >> 3] ?? 0) ^ (1 << (at & 7)), at >> 3);
  return copy;
};
/** A bundle, other bytes than a bundle's, or the same bundle under another policy. */
type Changed = Bundle | Buffer | { readonly policy: string };
type Change = (bundle: Bundle, place: number, bit: number) => Changed;
const atPlace = <T>(list: readonly T[], place: number, change: (one: T) => readonly T[]): T[] =>
  list.flatMap((one, at) => (at === place % list.length ? change(one) : [one]));
const event =
  (change: (one: BundleEvent, bit: number) => Partial<BundleEvent>): Change =>
  (bundle, place, bit) => ({
    ...bundle,
    events: atPlace(bundle.events, place, (one) => [{ ...one, ...change(one, bit) }]),
  });
const stream =
  (change: (one: Bundle['streams'][number], bit: number) => Partial<Bundle['streams'][number]>): Change =>
  (bundle, place, bit) => ({
    ...bundle,
    streams: atPlace(bundle.streams, place, (one) => [{ ...one, ...change(one, bit) }]),
  });
const noteOf = ({ checkpoint }: Bundle) => parseNote(checkpoint) ?? { text: '', signatures: [] };
const signatures =
  (
    change: (lines: readonly SignatureLine[], bit: number, text: string) => readonly SignatureLine[],
  ): Change =>
  (bundle, _, bit) => {
    const { text, signatures: lines } = noteOf(bundle);
    return { ...bundle, checkpoint: formatNote({ text, signatures: change(lines, bit, text) }) };
  };
const file = (bundle: Bundle): Buffer => Buffer.from(formatBundle(bundle));
/** The checkpoint of another history; the genuine one was signed by everybody. */
const checkpointOf = (count: number, salt: number, sign = worldKeys): string => {
  const { text } = new AuditWorld(madeHistory(count, salt), sign);
  return formatNote({ text, signatures: [sign.own(text), ...sign.cosign(text)] });
};
const stranger = new WorldKeys();
const elsewhere = new WorldKeys('tra-vinh');

const elsewhereId = '01890000-0000-7000-8000-00000000000f';

const T = ['TAMPERED'];
const I = ['INCOMPLETE'];
const U = ['CANNOT-DECIDE'];
const FILE = 'by what can be read';
/** What was done to a bundle, and what may be said of it. */
const MUTATIONS: readonly (readonly [string, readonly string[] | typeof FILE, Change])[] = [
  ['a bit of the file', FILE, (bundle, place, bit) => flip(file(bundle), place * 256 + bit)],
  ['a cut file', U, (bundle, place) => file(bundle).subarray(0, place % file(bundle).length)],
  [
    'a byte more in the file',
    FILE,
    (bundle, place, bit) => {
      const bytes = file(bundle);
      const at = place % bytes.length;
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(bit), bytes.subarray(at)]);
    },
  ],
  [
    'a byte less',
    FILE,
    (bundle, place) => {
      const bytes = file(bundle);
      const at = place % bytes.length;
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    },
  ],
  [
    'white space',
    U,
    (bundle) => Buffer.from(`${JSON.stringify(JSON.parse(formatBundle(bundle)), null, 1)}\n`),
  ],
  ['a bit of the data', T, event(({ data }, bit) => ({ data: flip(data, bit) }))],
  ['a bit of the header', T, event(({ header }, bit) => ({ header: flip(header, bit) }))],
  ['a bit of the hash before', T, event(({ previous }, bit) => ({ previous: flip(previous, bit) }))],
  ['another time', T, event(({ recordedAt }, bit) => ({ recordedAt: recordedAt + 1 + bit }))],
  ['another revision', T, event(({ revision }, bit) => ({ revision: revision + 1 + bit }))],
  ['another number', T, event(({ seq }, bit) => ({ seq: seq + 1 + bit }))],
  [
    'another stream',
    T,
    event((one) => ({ stream: one.stream === planStream ? amendmentStream : planStream })),
  ],
  [
    'a bit of a proof',
    T,
    event(({ proof }, bit) => ({ proof: atPlace(proof, bit, (hash) => [flip(hash, bit)]) })),
  ],
  ['a shorter proof', T, event(({ proof }) => ({ proof: proof.slice(1) }))],
  ['a longer proof', T, event(({ proof }, bit) => ({ proof: [...proof, Buffer.alloc(32, bit)] }))],
  ['an event less', I, (b, place) => ({ ...b, events: atPlace(b.events, place, () => []) })],
  ['an event twice', T, (b, place) => ({ ...b, events: atPlace(b.events, place, (one) => [one, one]) })],
  [
    'an event that never was',
    T,
    (b, place, bit) => ({
      ...b,
      events: atPlace(b.events, place, (one) => [
        one,
        { ...one, seq: one.seq + 1, revision: one.revision + 1, data: Buffer.from(`{"bit":${bit}}`) },
      ]),
    }),
  ],
  [
    'two events in the other order',
    T,
    (b, place) => {
      const at = place % (b.events.length - 1);
      const pair = b.events.slice(at, at + 2).reverse();
      return { ...b, events: [...b.events.slice(0, at), ...pair, ...b.events.slice(at + 2)] };
    },
  ],
  ['the end cut off', I, (b, place) => ({ ...b, events: b.events.slice(0, place % b.events.length) })],
  ['an end said to be earlier', T, stream(({ revision }) => ({ revision: Math.max(0, revision - 1) }))],
  ['a bit of a head', T, stream(({ leaf }, bit) => ({ leaf: flip(leaf, bit) }))],
  ['another place among the heads', T, stream(({ index }) => ({ index: index + 1 }))],
  [
    'the plan itself left out',
    I,
    (b) => ({
      ...b,
      streams: b.streams.filter((one) => one.stream !== planStream),
      events: b.events.filter((one) => one.stream !== planStream),
    }),
  ],
  ['a cosignature less', U, signatures((lines) => lines.slice(0, 2))],
  ['no signature of the log', T, signatures((lines) => lines.slice(1))],
  ['the signature of the log twice', T, signatures(([own, ...rest]) => (own ? [own, own, ...rest] : rest))],
  [
    'a bit of a signature',
    T,
    signatures((lines, bit) =>
      atPlace(lines, bit, (line) => [{ ...line, signature: flip(line.signature, bit) }]),
    ),
  ],
  [
    'a bit of a key id',
    T,
    signatures((lines, bit) => atPlace(lines, bit, (line) => [{ ...line, id: flip(line.id, bit) }])),
  ],
  ['signed by another log key', T, signatures(([, ...rest], _, text) => [stranger.own(text), ...rest])],
  ['a key of nobody', T, (b, _, bit) => ({ ...b, keys: [{ kid: elsewhereId, key: Buffer.alloc(32, bit) }] })],
  ['a person said to be erased', T, (b) => ({ ...b, keys: [{ kid: elsewhereId, key: null }] })],
  ['another key beside it', T, (b) => ({ ...b, key: stranger.verifierKey })],
  [
    'a fork that everybody signed',
    T,
    (b, place) => ({ ...b, checkpoint: checkpointOf(b.events.length + 40, 2_000_000 + (place % 20)) }),
  ],
  [
    'an old checkpoint that everybody signed',
    T,
    (b, place) => ({ ...b, checkpoint: checkpointOf(2, place % 20) }),
  ],
  ['the checkpoint of another tenant', T, (b) => ({ ...b, checkpoint: checkpointOf(20, 3, elsewhere) })],
  ['a policy of other keys', T, () => ({ policy: stranger.policy })],
  ['a policy of another log', T, () => ({ policy: elsewhere.policy })],
  ['a policy that can not be read', U, () => ({ policy: worldKeys.policy.replace('quorum', 'quota') })],
  [
    'a policy that asks for more',
    U,
    () => ({ policy: worldKeys.policy.replace('both all w.one', 'both all w.operator w.one') }),
  ],
];

/** The lines that the policy counts; a line under a name that counts for nothing may come and go. */
const counted = (bundle: Bundle): string => {
  const { text, signatures: lines } = noteOf(bundle);
  const names = [text.split('\n')[0], 'w.one', 'w.two'];
  const needed = lines.filter(({ name }) => names.includes(name));
  return formatBundle({ ...bundle, checkpoint: formatNote({ text, signatures: needed }) });
};
/** Only that a line which counts for nothing is under another name: what is proved is the same. */
const provesTheSame = (changed: Changed, original: Bundle): boolean => {
  const read = Buffer.isBuffer(changed) ? parseBundle(changed) : undefined;
  const lines = read ? noteOf(read).signatures : [];
  return (
    read !== undefined &&
    !lines.some(({ name }) => name === 'w.operator') &&
    counted(read) === counted(original)
  );
};

/** A file that can't be read decides nothing; one that can is never genuine, whatever was done to it. */
function allowedFor(changed: Changed, original: Bundle): readonly string[] {
  const read = Buffer.isBuffer(changed) ? parseBundle(changed) : undefined;
  if (!read || !parseNote(read.checkpoint)) return U;
  return read.checkpoint === original.checkpoint ? [...T, ...I] : [...T, ...I, ...U];
}

describe(`${forgeries} mutations`, () => {
  it(`are all found, with the verdict that they deserve (seed ${seed})`, async () => {
    const sizes = fc.sample(fc.integer({ min: 6, max: 14 }), { numRuns: 24, seed });
    const worlds = await Promise.all(
      sizes.map(async (count, salt) => {
        const bundle = await new AuditWorld(madeHistory(count, salt), worldKeys).bundle(
          planScope,
          planStreams,
        );
        return { bundle, written: formatBundle(bundle) };
      }),
    );
    const rounds = Math.ceil((forgeries * 1.05) / MUTATIONS.length);
    const random = fc.sample(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { numRuns: rounds, seed });
    const wrong: string[] = [];
    for (const [what, allowed, change] of MUTATIONS)
      for (const [at, [place, bit]] of random.entries()) {
        const { bundle, written } = worlds[at % worlds.length] ?? { bundle: undefined, written: '' };
        if (!bundle) continue;
        const changed = change(bundle, place, bit);
        const isPolicy = 'policy' in changed;
        const given = isPolicy || Buffer.isBuffer(changed) ? changed : file(changed);
        if (Buffer.isBuffer(given) && given.equals(Buffer.from(written))) continue;
        const verdict = isPolicy ? judge(bundle, changed.policy) : judge(changed);
        if (verdict === 'OK' && provesTheSame(changed, bundle)) {
          judged.pop();
          continue;
        }
        const may = allowed === FILE ? allowedFor(changed, bundle) : allowed;
        if (!may.includes(verdict)) wrong.push(`${what} at ${place}/${bit}: ${verdict}`);
      }
    expect(wrong).toEqual([]);
    expect(judged.length).toBeGreaterThanOrEqual(forgeries);
    expect(disagreements(31)).toEqual([]);
  }, 3_600_000);
});
