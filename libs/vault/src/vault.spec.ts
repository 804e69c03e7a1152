import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf } from '@lien-ket/testing';
import { KeyFiles, Vault, open, seal, systemRandomness, type KeyRows } from './index.js';

const at = { tenant: 'tien-giang', stream: 'contact-1', event: randomUUID(), path: '/person/phone' };
const key = randomBytes(32);

function sealed(): ReturnType<typeof seal> {
  return seal(key, randomUUID(), 'contact', at, randomBytes(12), '0900 000 001');
}

describe('an envelope', () => {
  it('opens where it was sealed, and holds no clear text', () => {
    const envelope = sealed();
    expect(open(key, at, envelope)).toBe('0900 000 001');
    expect(JSON.stringify(envelope)).not.toContain('0900');
  });

  it.each([
    ['another tenant', { ...at, tenant: 'hcmc' }, {}],
    ['another stream', { ...at, stream: 'contact-2' }, {}],
    ['another event', at, { event: randomUUID() }],
    ['another field', at, { path: '/person/name' }],
    ['another key commitment', at, { cm: randomBytes(32).toString('base64') }],
    ['altered text', at, { ct: randomBytes(28).toString('base64') }],
  ])('does not open in %s', (_where, binding, change) => {
    expect(() => open(key, binding, { ...sealed(), ...change })).toThrow();
  });

  it('does not open under another key', () => {
    expect(() => open(randomBytes(32), at, sealed())).toThrow('key commitment');
  });
});

describe('the vault', () => {
  const kept = new Map<string, { kid: string; wrapped: Buffer }>();
  const rows: KeyRows = {
    find: async (_ctx, kid) => [...kept.values()].find((row) => row.kid === kid)?.wrapped,
    ensure: async (ctx, subject, cls, make) => {
      const name = `${ctx.tenantId}/${subject}/${cls}`;
      const row = kept.get(name) ?? make();
      kept.set(name, row);
      return row;
    },
    destroy: async (_ctx, kid) => {
      for (const [name, row] of kept) if (row.kid === kid) kept.delete(name);
    },
  };
  const directory = mkdtempSync(join(tmpdir(), 'lk-keys-'));
  const vault = new Vault(rows, new KeyFiles(directory), systemRandomness);
  const ctx = contextOf('tien-giang');

  it('gives the person, and after the key is destroyed the typed value erased', async () => {
    const envelope = await vault.seal(ctx, 'person-1', 'contact', at, 'Nguyễn Văn Ví Dụ');
    expect(await vault.open(ctx, at.stream, envelope)).toEqual({ kind: 'clear', text: 'Nguyễn Văn Ví Dụ' });
    await rows.destroy(ctx, envelope.kid);
    expect(await vault.open(ctx, at.stream, envelope)).toEqual({ kind: 'erased' });
  });

  it('uses one key per subject and class, and another tenant key does not unwrap it', async () => {
    const first = await vault.seal(ctx, 'person-2', 'contact', at, 'a');
    const second = await vault.seal(ctx, 'person-2', 'contact', { ...at, event: randomUUID() }, 'b');
    const actor = await vault.seal(ctx, 'person-2', 'actor', at, 'c');
    expect(second.kid).toBe(first.kid);
    expect(actor.kid).not.toBe(first.kid);
    await expect(vault.open(contextOf('hcmc'), at.stream, first)).rejects.toThrow();
  });

  it('keeps the tenant key in a file that only its owner reads', () => {
    expect(statSync(join(directory, 'tien-giang.key')).mode & 0o777).toBe(0o600);
  });
});
