import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counts } from './link.js';
import { MarkFiles } from './mark-files.js';
import { stamped, unstamped } from './stamp.js';

describe('the stamp before the header', () => {
  const stamp = { recordedAt: '2025-03-11T01:02:03.004Z', attempt: '0badcafe' };

  it('gives the header back byte for byte, whatever its bytes', () => {
    const header = Buffer.from([0x7b, 0x22, 0xff, 0x00, 0x0a, 0xc3, 0x28, 0x7d]);
    expect(unstamped(stamped(stamp, header))).toEqual({ ...stamp, header });
  });

  it('is never JSON: the client would parse it and lose the bytes', () => {
    const text = Buffer.from(stamped(stamp, Buffer.from('{"a":1}'))).toString();
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it('refuses what is none', () => {
    expect(() => unstamped(Buffer.from('{"$correlationId":"1"}'))).toThrow('somebody else');
    expect(() => stamped({ ...stamp, recordedAt: 'yesterday' }, Buffer.alloc(0))).toThrow('not a stamp');
  });
});

test.each([
  ['thing-1', 'lk.alpha.thing.happened.v1', true],
  ['$stats-1', '$statsCollected', false],
  ['$$thing-1', '$metadata', false],
  ['$ce-thing', 'lk.alpha.thing.happened.v1', false],
  ['fence', 'fence.closed', false],
  ['thing-1', '$>', false],
])('of %s, %s counts: %s', (stream, type, wanted) => {
  expect(counts({ stream, type })).toBe(wanted);
});

describe('marks in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lk-marks-'));
  const mark = (seq: number): Parameters<MarkFiles['add']>[1] => ({
    seq,
    place: { commit: BigInt(seq) * 10n ** 15n, prepare: 7n },
    recordedAt: '2025-03-11T01:02:03.004Z',
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('come back in order, and a line that was cut off is mended', async () => {
    const files = new MarkFiles(folder);
    expect(await files.load('hcmc')).toEqual([]);
    await files.add('hcmc', mark(1_000));
    await files.add('hcmc', mark(2_000));
    appendFileSync(join(folder, 'hcmc.marks'), '3000 12');
    expect(await files.load('hcmc')).toEqual([mark(1_000), mark(2_000)]);
    await files.add('hcmc', mark(3_000));
    expect(await files.load('hcmc')).toEqual([mark(1_000), mark(2_000), mark(3_000)]);
    await files.forget('hcmc');
    expect(await files.load('hcmc')).toEqual([]);
  });
});
