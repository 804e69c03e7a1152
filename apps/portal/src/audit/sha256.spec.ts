import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Of } from './sha256.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('hashes every length to four blocks as the system does', () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    expect(hex(sha256Of(bytes))).toBe(expected(bytes));
  }
});

it('hashes any bytes as the system does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => hex(sha256Of(bytes)) === expected(bytes)),
  );
});
