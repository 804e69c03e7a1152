import {
  AuditWorld,
  LogOfLogsWorld,
  disagreements,
  fileInLines,
  judge,
  judged,
  lastJudged,
  loadOfSpecs,
  madeHistory,
  ownNoteOf,
  planStream,
  sealedPhone,
  worldKeys,
} from '@lien-ket/testing';
import fc from 'fast-check';
import type { Bundle } from './bundle.js';
import { formatNote } from './note.js';
import { verifyBundle, verifyPieces } from './verify.js';

const { forgeries, forgerySeed: seed } = loadOfSpecs();
const hub = new LogOfLogsWorld(worldKeys);

beforeEach(() => judged.splice(0));

/** Signed by those alone that the policy counts, so that no line of it may come and go. */
async function whole(count: number, salt = 0): Promise<Bundle> {
  const world = new AuditWorld(madeHistory(count, salt), worldKeys);
  const { text } = world;
  const checkpoint = formatNote({ text, signatures: [worldKeys.own(text), ...worldKeys.cosign(text, 2)] });
  const logOfLogs = await hub.logged([ownNoteOf(world)], 0, { cosigned: 2 });
  return { ...(await world.bundle({ kind: 'log' }, [])), checkpoint, logOfLogs };
}

const said = (file: Buffer, policy: string | null = hub.policy): string => {
  judge(file, policy);
  return lastJudged();
};
const linesOf = (file: Buffer): string[] => file.toString('utf8').split('\n').slice(0, -1);
const fileOf = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));
type Change = (lines: readonly string[], place: number) => readonly string[];
const at = (lines: readonly string[], place: number, change: (line: string) => readonly string[]): string[] =>
  lines.flatMap((line, index) => (index === 1 + (place % (lines.length - 1)) ? change(line) : [line]));

describe('a whole log in lines', () => {
  it('is verified as the same log in one object is, and as both programs do', async () => {
    const empty = new AuditWorld([], worldKeys);
    expect(said(fileInLines(await empty.bundle({ kind: 'log' }, [])), worldKeys.policy)).toBe('OK');
    for (const count of [1, 7, 60]) {
      const bundle = await whole(count);
      const file = fileInLines(bundle);
      expect(said(file)).toBe('OK');
      expect(said(file, null)).toBe('CANNOT-DECIDE policy.missing');
      expect(verifyBundle(file, hub.policy)).toMatchObject({
        events: count,
        scope: { kind: 'log' },
        logged: true,
      });
      expect(judge(bundle, hub.policy)).toBe('OK');
    }
    expect(disagreements(1)).toEqual([]);
  });

  it('is verified alike in whatever pieces it is read', async () => {
    const bundle = await whole(12);
    const files = [fileInLines(bundle), fileInLines(bundle).subarray(0, -1), Buffer.from('{"format"')];
    const sizes = fc.sample(fc.integer({ min: 1, max: 300 }), { numRuns: 60, seed });
    for (const file of files)
      for (const size of sizes) {
        const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, part) =>
          file.subarray(part * size, (part + 1) * size),
        );
        expect(await verifyPieces(pieces, hub.policy)).toEqual(verifyBundle(file, hub.policy));
      }
  });

  it('says who is erased by a line before the first event of theirs', async () => {
    const [kid, event] = ['01890000-0000-4000-8000-00000000000a', '01890000-0000-4000-8000-00000000000b'];
    const binding = { tenant: 'tien-giang', stream: planStream, event, path: 'person.phone' };
    const text = JSON.stringify({ phone: sealedPhone(Buffer.alloc(32, 7), kid, binding) });
    const history = [...madeHistory(6), { stream: planStream, text }, ...madeHistory(3)];
    const bundle = await new AuditWorld(history, worldKeys).bundle({ kind: 'log' }, []);
    const found = (...gone: [number, string][]) => said(fileInLines(bundle, gone), worldKeys.policy);
    expect(found()).toBe('OK');
    expect(found([7, kid])).toBe('ERASED-FIELDS field.erased');
    expect(found([8, kid])).toBe('TAMPERED key.unknown');
    expect(found([7, kid], [7, event])).toBe('TAMPERED key.unknown');
    expect(found([7, kid], [7, kid])).toBe('CANNOT-DECIDE bundle.unreadable');
    expect(disagreements(1)).toEqual([]);
  });

  it('is unreadable in any other form', async () => {
    const [head = '', first = '', ...rest] = linesOf(fileInLines(await whole(4)));
    const other: Record<string, readonly string[]> = {
      'no first line': [first, ...rest],
      'two first lines': [head, head, first, ...rest],
      'white space': [head, ` ${first}`, ...rest],
      'an empty line': [head, '', first, ...rest],
      'a carriage return': [head, `${first}\r`, ...rest],
      'members in another order': [head, first.replace(/("seq":1),("stream":"[^"]*")/, '$2,$1'), ...rest],
      'a number in another form': [head, first.replace('"seq":1,', '"seq":01,'), ...rest],
      'no event before the first': [head, first.replace('"seq":1,', '"seq":0,'), ...rest],
      'a number that is too large': [
        head,
        first.replace('"revision":0', '"revision":9007199254740992'),
        ...rest,
      ],
      'another scope': [head.replace('{"kind":"log"}', '{"kind":"plan"}'), first, ...rest],
      'another format': [head.replace('bundle/2', 'bundle/3'), first, ...rest],
    };
    for (const [what, lines] of Object.entries(other))
      expect([what, said(fileOf(lines))]).toEqual([what, 'CANNOT-DECIDE bundle.unreadable']);
    expect(said(Buffer.concat([fileOf([head, first, ...rest]), Buffer.from('{')]))).toContain('unreadable');
    expect(disagreements(1)).toEqual([]);
  });

  /** What was done to the lines, and what may be said of them. */
  const CHANGES: readonly (readonly [string, string, Change])[] = [
    ['an event less', 'INCOMPLETE log.gap', (lines, place) => at(lines, place, () => [])],
    [
      'the end cut off',
      'INCOMPLETE log.gap',
      (lines, place) => lines.slice(0, 1 + (place % (lines.length - 1))),
    ],
    ['an event twice', 'TAMPERED event.order', (lines, place) => at(lines, place, (line) => [line, line])],
    [
      'the last first',
      'TAMPERED event.order',
      ([head = '', ...rest]) => [head, ...rest.slice(-1), ...rest.slice(0, -1)],
    ],
    [
      'an event after the end',
      'TAMPERED log.beyond',
      (lines) => [...lines, (lines.at(-1) ?? '').replace(/"seq":\d+/, '"seq":999')],
    ],
    [
      'another time',
      'TAMPERED log.root',
      (lines, place) => at(lines, place, (line) => [line.replace(/("recordedAt":)\d+/, `$1${place}`)]),
    ],
  ];

  it('is found to be changed, whatever line it was', async () => {
    const places = fc.sample(fc.nat(1_000_000), { numRuns: 60, seed });
    for (const [number, place] of places.entries()) {
      const lines = linesOf(fileInLines(await whole(5 + (number % 9), number)));
      for (const [what, expected, change] of CHANGES)
        expect([what, said(fileOf(change(lines, place)))]).toEqual([what, expected]);
    }
    expect(disagreements(7)).toEqual([]);
  });

  it(`is found to be changed in any bit, also of what proves it (seed ${seed})`, async () => {
    const bundles = await Promise.all([6, 9, 11].map((count) => whole(count, count)));
    const files = bundles.map((bundle) => fileInLines(bundle));
    const flips = fc.sample(fc.tuple(fc.nat(1_000_000), fc.nat(7)), {
      numRuns: Math.ceil(forgeries / 5),
      seed,
    });
    const wrong: string[] = [];
    for (const [number, [place, bit]] of flips.entries()) {
      const copy = Buffer.from(files[number % files.length] ?? '');
      // Half of them in the first line: checkpoint and log of logs stand there.
      const end = number % 2 === 0 ? copy.length : copy.indexOf(10) + 1;
      copy.writeUInt8((copy[place % end] ?? 0) ^ (1 << bit), place % end);
      const verdict = said(copy);
      if (verdict.startsWith('OK')) wrong.push(`bit ${bit} of byte ${place % end}: ${verdict}`);
    }
    expect(wrong).toEqual([]);
    expect(disagreements(31)).toEqual([]);
  }, 3_600_000);
});
