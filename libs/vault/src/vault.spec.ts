import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf } from '@lien-ket/testing';
import type { Envelope } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { KeyFiles, Vault, open, seal, systemRandomness, type KeyRows, type ReadRecords } from './index.js';

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
  const recorded: { readonly subject: string; readonly purpose: string }[] = [];
  const keeping = { down: false };
  const reads: ReadRecords = {
    record: async (_ctx, reading) => {
      if (keeping.down) throw new Error('records cannot be written');
      recorded.push(reading);
    },
  };
  const vault = new Vault(rows, new KeyFiles(directory), systemRandomness, reads);
  const read = async (as: Context, name: Envelope) => {
    const sealed = { subject: 'person-1', stream: at.stream, cls: 'contact' as const, fields: { name } };
    return (await vault.read(as, sealed, 'contacts.get')).name;
  };
  const ctx = contextOf('tien-giang');

  it('gives the person, and after the key is destroyed the typed value erased', async () => {
    const envelope = await vault.seal(ctx, 'person-1', 'contact', at, 'Nguyễn Văn Ví Dụ');
    expect(await read(ctx, envelope)).toEqual({ kind: 'clear', text: 'Nguyễn Văn Ví Dụ' });
    await rows.destroy(ctx, envelope.kid);
    expect(await read(ctx, envelope)).toEqual({ kind: 'erased' });
  });

  it('uses one key per subject and class, and another tenant key does not unwrap it', async () => {
    const first = await vault.seal(ctx, 'person-2', 'contact', at, 'a');
    const second = await vault.seal(ctx, 'person-2', 'contact', { ...at, event: randomUUID() }, 'b');
    const actor = await vault.seal(ctx, 'person-2', 'actor', at, 'c');
    expect(second.kid).toBe(first.kid);
    expect(actor.kid).not.toBe(first.kid);
    await expect(read(contextOf('hcmc'), first)).rejects.toThrow();
  });

  it('records one reading for all fields of a person, and what cannot be recorded is not read', async () => {
    const name = await vault.seal(ctx, 'person-3', 'contact', at, 'Trần Thị Ví Dụ');
    const phone = await vault.seal(
      ctx,
      'person-3',
      'contact',
      { ...at, path: '/person/phone' },
      '0900000000',
    );
    const person = {
      subject: 'person-3',
      stream: at.stream,
      cls: 'contact',
      fields: { name, phone, email: undefined },
    } as const;
    recorded.length = 0;
    expect(await vault.read(ctx, person, 'contacts.get')).toEqual({
      name: { kind: 'clear', text: 'Trần Thị Ví Dụ' },
      phone: { kind: 'clear', text: '0900000000' },
      email: null,
    });
    expect(recorded).toEqual([{ subject: 'person-3', cls: 'contact', purpose: 'contacts.get' }]);
    keeping.down = true;
    await expect(vault.read(ctx, person, 'contacts.get')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'reading.notRecorded',
    });
    keeping.down = false;
  });

  it('keeps the tenant key in a file that only its owner reads', () => {
    expect(statSync(join(directory, 'tien-giang.key')).mode & 0o777).toBe(0o600);
  });
});
