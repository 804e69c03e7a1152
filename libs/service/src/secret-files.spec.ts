import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretIn, withSecretFiles } from './secret-files.config.js';

const folder = mkdtempSync(join(tmpdir(), 'lk-secrets-'));
const file = join(folder, 'secret');
const empty = join(folder, 'empty');
writeFileSync(file, ' kín\n');
writeFileSync(empty, '\n');
afterAll(() => rmSync(folder, { recursive: true }));

test('a secret is the content of its file, and undefined where there is none', () => {
  expect(secretIn(file)).toBe('kín');
  expect(secretIn(undefined)).toBeUndefined();
  expect(secretIn(join(folder, 'none'))).toBeUndefined();
});

test('a name is taken from its file, and others stay as they are', () => {
  expect(withSecretFiles({ A: 'a', B_FILE: file, C_FILE: '' }, ['A', 'B', 'C'])).toEqual({
    env: { A: 'a', B: 'kín', B_FILE: file, C_FILE: '' },
    faults: [],
  });
});

test.each([
  [{ A: 'a', A_FILE: file }, 'A and A_FILE: only one of them'],
  [{ A_FILE: join(folder, 'none') }, 'A_FILE: cannot be read, or is empty'],
  [{ A_FILE: empty }, 'A_FILE: cannot be read, or is empty'],
])('%j is a fault that tells no secret', (env, fault) => {
  expect(withSecretFiles(env, ['A']).faults).toEqual([fault]);
});
