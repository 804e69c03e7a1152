import { WorldKeys, AuditWorld, madeHistory, worldKeys } from '@lien-ket/testing';
import { formatNote, parseVerifierKey } from './note.js';
import { HashTree, consistencyProof } from './tree.js';
import { considerCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './witness.js';

const world = (count: number, salt = 0, keys = worldKeys): AuditWorld =>
  new AuditWorld(madeHistory(count, salt), keys);
const noteOf = ({ text }: AuditWorld, sign = worldKeys): string =>
  formatNote({ text, signatures: [sign.own(text)] });
const known = parseVerifierKey(worldKeys.verifierKey);
const considered = (body: string, last?: string) =>
  considerCheckpoint(body, {
    keyOf: (origin) => (origin === known?.name ? known : undefined),
    lastOf: () => last,
  });
/** Of the tree of `to` leaves, the proof that it begins with the one of `from`. */
const proofOf = (from: number, to: number, salt = 0): Promise<Buffer[]> =>
  consistencyProof(new HashTree(world(to, salt).leaves).nodes, from, to);

describe('a witness', () => {
  it('cosigns a log that it sees first, the same again, and what grew from it', async () => {
    const [small, large] = [world(5), world(23)];
    const first = formatAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(small) });
    expect(considered(first)).toEqual({ status: 200, origin: known?.name, sign: small.text });
    const again = formatAddCheckpoint({ oldSize: 5, proof: [], note: noteOf(small) });
    expect(considered(again, small.text)).toMatchObject({ status: 200, sign: small.text });
    const more = formatAddCheckpoint({ oldSize: 5, proof: await proofOf(5, 23), note: noteOf(large) });
    expect(considered(more, small.text)).toMatchObject({ status: 200, sign: large.text });
  });

  it('refuses with the status that C2SP tlog-witness gives to each fault', async () => {
    const [small, large, other] = [world(5), world(23), world(23, 1)];
    const proof = await proofOf(5, 23);
    const body = formatAddCheckpoint({ oldSize: 5, proof, note: noteOf(large) });
    expect(considered(body)).toEqual({ status: 409, size: 0 });
    expect(considered(body, world(6).text)).toEqual({ status: 409, size: 6 });
    const bad = [[], proof.slice(1), [...proof, Buffer.alloc(32)], await proofOf(5, 23, 1)];
    for (const wrong of bad)
      expect(
        considered(formatAddCheckpoint({ oldSize: 5, proof: wrong, note: noteOf(large) }), small.text),
      ).toEqual({
        status: 422,
      });
    const fork = formatAddCheckpoint({ oldSize: 5, proof: await proofOf(5, 23, 1), note: noteOf(other) });
    expect(considered(fork, small.text)).toEqual({ status: 422 });
    const sameSize = formatAddCheckpoint({ oldSize: 23, proof: [], note: noteOf(other) });
    expect(considered(sameSize, large.text)).toEqual({ status: 409, size: 23 });
    const shorter = formatAddCheckpoint({ oldSize: 23, proof: [], note: noteOf(small) });
    expect(considered(shorter, large.text)).toEqual({ status: 400 });
    const unsigned = formatAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(small, new WorldKeys()) });
    expect(considered(unsigned)).toEqual({ status: 403 });
    const elsewhere = new WorldKeys('tra-vinh');
    const unknown = noteOf(world(5, 0, elsewhere), elsewhere);
    expect(considered(formatAddCheckpoint({ oldSize: 0, proof: [], note: unknown }))).toEqual({
      status: 404,
    });
    for (const broken of [
      '',
      'old',
      'old -1\n\n',
      `old 01\n\n${noteOf(small)}`,
      `old 0\nAAAA\n\n${noteOf(small)}`,
    ])
      expect(considered(broken)).toEqual({ status: 400 });
    expect(() => considered(body, 'nothing')).toThrow('no checkpoint');
  });

  it('reads a request as it was written', async () => {
    const request = { oldSize: 5, proof: await proofOf(5, 23), note: noteOf(world(23)) };
    expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual(request);
  });
});
