import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { NO_HASH, leafHash, sha256 } from './hashing.js';
import { HeadsTree, headEntry } from './heads.js';
import { LEAF_HEAD, decodeLeaf, encodeLeaf, headOf, streamHash } from './leaf.js';
import { verifyInclusion } from './proofs.js';

const stored = JSON.parse(
  readFileSync(new URL('../../event-store/golden/events.json', import.meta.url), 'utf8'),
) as { id: string; header: string; data: string }[];

/** A leaf of released bytes never becomes another one. */
const GOLDEN = [
  'b72b526b2da08ef4bd664ddcd2f8e811335645f0975b237fc45b168343284993',
  '78c3447557714d584b18346936f955469c7734f8cf009f74b5c49dff584f5d48',
];

const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Buffer.from(b));

describe('leaf', () => {
  it.each([0, 1])('of the stored event %i is the one that was logged when it was released', (at) => {
    const { header = '', data = '', id = '' } = stored[at] ?? {};
    const bytes = { header: Buffer.from(header, 'base64'), data: Buffer.from(data, 'base64') };
    const head = headOf(bytes.header);
    expect(head?.eventId).toBe(id);
    const stream = 'plan-01890000-0000-7000-8000-000000000001';
    const type = head?.type ?? '';
    const place = { seq: at + 1, stream, revision: at, recordedAt: 1_741_654_923_456, previous: NO_HASH };
    expect(leafHash(encodeLeaf({ ...place, eventId: id, type, bytes })).toString('hex')).toBe(GOLDEN[at]);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.maxSafeNat(),
        fc.uuid(),
        hex(32),
        fc.stringMatching(/^[a-z.]{1,200}$/),
        (seq, revision, recordedAt, eventId, previous, type) => {
          const bytes = { header: Buffer.from('h'), data: Buffer.from('d') };
          const leaf = encodeLeaf({ seq, stream: 's', revision, recordedAt, eventId, previous, type, bytes });
          expect(decodeLeaf(leaf)).toEqual({
            seq,
            stream: streamHash('s'),
            revision,
            recordedAt,
            eventId,
            previous,
            type,
            header: sha256('h'),
            data: sha256('d'),
          });
        },
      ),
    );
  });

  it('never fails to be read: what is none is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (given, looksRight) => {
        const bytes = Buffer.from(given);
        if (looksRight && bytes.length > 1) bytes.writeUInt16BE(0x0101, 0);
        const leaf = decodeLeaf(bytes);
        expect(leaf === undefined || bytes.length === LEAF_HEAD + leaf.type.length).toBe(true);
      }),
    );
  });

  it.each(['{}', '[]', 'null', '{"id":"x","type":"lk.a.v1"}', '{"id":1}', '{', '\ufeff{}'])(
    'is not made of the header %s',
    (text) => expect(headOf(Buffer.from(text))).toBeUndefined(),
  );
});

describe('heads', () => {
  it('are proved at every number of streams to 130, each at its own revision only', async () => {
    for (let count = 1; count <= 130; count += 1) {
      const heads = Array.from({ length: count }, (_, at) => ({
        stream: streamHash(`stream ${at}`),
        revision: at,
        leaf: sha256(String(at)),
      }));
      const tree = new HeadsTree(heads);
      for (const head of heads) {
        const shown = { ...(await tree.proofOf(head.stream)), size: count, root: tree.root };
        expect(verifyInclusion({ ...shown, leaf: leafHash(headEntry(head)) })).toBe(true);
        const other = leafHash(headEntry({ ...head, revision: head.revision + 1 }));
        expect(verifyInclusion({ ...shown, leaf: other })).toBe(false);
      }
    }
  });
});
