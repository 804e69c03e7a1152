import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf } from '@lien-ket/testing';
import type { Envelope } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import {
  ErasureLedger,
  KeyFiles,
  LedgerFault,
  Vault,
  open,
  seal,
  systemRandomness,
  type KeyRows,
  type ReadRecords,
  type WrappedKey,
} from './index.js';

const at = { tenant: 'tien-giang', stream: 'contact-1', event: randomUUID(), path: '/person/phone' };
const ofName = { ...at, path: '/person/name' };
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
  const kept = new Map<string, WrappedKey>();
  const rows: KeyRows = {
    find: async (_ctx, kid) => [...kept.values()].find((row) => row.kid === kid),
    ensure: async (ctx, subject, cls, make) => {
      const name = `${ctx.tenantId}/${subject}/${cls}`;
      const row = kept.get(name) ?? make(1);
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
  const ledger = ErasureLedger.openOrBegin(join(directory, 'erased'));
  const vault = new Vault({
    rows,
    tenantKeys: new KeyFiles(directory),
    random: systemRandomness,
    reads,
    ledger,
  });
  const read = async (as: Context, name: Envelope) => {
    const sealed = { subject: 'person-1', stream: at.stream, cls: 'contact' as const, fields: { name } };
    return (await vault.read(as, sealed, 'contacts.get')).name;
  };
  const ctx = contextOf('tien-giang');

  it('gives the person, and after the key is destroyed the typed value erased', async () => {
    const envelope = await vault.seal(ctx, 'person-1', 'contact', ofName, 'Nguyễn Văn Ví Dụ');
    expect(await read(ctx, envelope)).toEqual({ kind: 'clear', text: 'Nguyễn Văn Ví Dụ' });
    const row = await rows.find(ctx, envelope.kid);
    await vault.destroy(ctx, envelope.kid, { subject: 'person-1', request: 'erasure-1' });
    expect(await read(ctx, envelope)).toEqual({ kind: 'erased' });
    // A database of yesterday brings the row back, and no person.
    kept.set('back', { kid: envelope.kid, version: 1, wrapped: row?.wrapped ?? randomBytes(60) });
    expect(await read(ctx, envelope)).toEqual({ kind: 'erased' });
  });

  it('uses one key per subject and class, and another tenant key does not unwrap it', async () => {
    const first = await vault.seal(ctx, 'person-2', 'contact', ofName, 'a');
    const second = await vault.seal(ctx, 'person-2', 'contact', { ...at, event: randomUUID() }, 'b');
    const actor = await vault.seal(ctx, 'person-2', 'actor', at, 'c');
    expect(second.kid).toBe(first.kid);
    expect(actor.kid).not.toBe(first.kid);
    await expect(read(contextOf('hcmc'), first)).rejects.toThrow();
  });

  it('tells the same text of a person from another, and texts of two persons not at all', async () => {
    const print = (person: string, text: string) => vault.fingerprint(ctx, person, 'contact', text);
    const first = await print('person-4', 'Lê Văn Ví Dụ');
    expect(await print('person-4', 'Lê Văn Ví Dụ'.normalize('NFD'))).toBe(first);
    expect(await print('person-4', 'Lê Văn Ví Du')).not.toBe(first);
    expect(await print('person-5', 'Lê Văn Ví Dụ')).not.toBe(first);
  });

  it('records one reading for all fields of a person, and what cannot be recorded is not read', async () => {
    const name = await vault.seal(ctx, 'person-3', 'contact', ofName, 'Trần Thị Ví Dụ');
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

  it('opens no ciphertext that was copied to another field, stream or tenant', async () => {
    const [name, phone] = await Promise.all([
      vault.seal(ctx, 'person-4', 'contact', ofName, 'Lê Thị Ví Dụ'),
      vault.seal(ctx, 'person-4', 'contact', at, '0900000001'),
    ]);
    const opened = (
      as: Context,
      fields: { name: Envelope; phone: Envelope },
      stream = at.stream,
    ): Promise<unknown> =>
      vault.read(as, { subject: 'person-4', stream, cls: 'contact', fields }, 'contacts.get');
    expect(await opened(ctx, { name, phone })).toMatchObject({ phone: { text: '0900000001' } });
    await expect(opened(ctx, { name: phone, phone })).rejects.toThrow('does not belong in name');
    // Told that it always was there, it does not open either.
    await expect(opened(ctx, { name: { ...phone, path: name.path }, phone })).rejects.toThrow('commitment');
    await expect(opened(ctx, { name, phone }, 'contact-2')).rejects.toThrow();
    // The same key in the other tenant: what keeps it shut is what it is bound to.
    const there = contextOf('hcmc');
    const shared = new Vault({
      rows,
      tenantKeys: { keyOf: () => new KeyFiles(directory).keyOf('tien-giang', 1) },
      random: systemRandomness,
      reads,
      ledger,
    });
    const asked = { subject: 'person-4', stream: at.stream, cls: 'contact', fields: { name } } as const;
    expect(await shared.read(ctx, asked, 'contacts.get')).toMatchObject({ name: { kind: 'clear' } });
    await expect(shared.read(there, asked, 'contacts.get')).rejects.toThrow();
  });

  it('keeps the tenant key in a file that only its owner reads', () => {
    expect(statSync(join(directory, 'tien-giang.key')).mode & 0o777).toBe(0o600);
  });
});

describe('the ledger of erasures', () => {
  const folder = (): string => join(mkdtempSync(join(tmpdir(), 'lk-erased-')), 'erased');
  const erased = (kid: string) => ({ tenant: 'ca-mau', kid, subject: 's', request: 'r', on: '2026-03-05' });

  it('keeps each key once, also where two processes add at a time', () => {
    const at = folder();
    const [one, other] = [ErasureLedger.openOrBegin(at), ErasureLedger.openOrBegin(at)];
    for (const kid of ['a', 'b', 'a']) one.add(erased(kid));
    for (const kid of ['b', 'c']) other.add(erased(kid));
    expect(one.has('ca-mau', 'c')).toBe(true);
    expect(one.has('hcmc', 'c')).toBe(false);
    expect(other.state).toEqual(one.state);
    expect(one.all.map(({ kid }) => kid)).toEqual(['a', 'b', 'c']);
    expect(ErasureLedger.open(at)?.state).toEqual(one.state);
  });

  it('says when an entry was altered, taken out of the middle or off the end', () => {
    const at = folder();
    const ledger = ErasureLedger.openOrBegin(at);
    for (const kid of ['a', 'b', 'c']) ledger.add(erased(kid));
    const { state } = ledger;
    const file = (entry: number): string => join(at, `0000000${entry}.json`);
    const whole = readFileSync(file(2), 'utf8');
    writeFileSync(file(2), whole.replace('"b"', '"x"'));
    expect(() => ErasureLedger.open(at)).toThrow(LedgerFault);
    writeFileSync(file(2), whole);
    rmSync(file(3));
    expect(() => ErasureLedger.open(at)?.mustContain(state)).toThrow('is older');
    ErasureLedger.open(at)?.add(erased('d'));
    expect(() => ErasureLedger.open(at)?.mustContain(state)).toThrow('is altered');
    expect(() => ErasureLedger.openOrBegin(folder()).mustContain(state)).toThrow('is other');
  });

  it('is extended by a newer copy of itself and by nothing else', () => {
    const [here, there] = [folder(), folder()];
    const newer = ErasureLedger.openOrBegin(here);
    newer.add(erased('a'));
    newer.copyTo(there);
    newer.add(erased('b'));
    const older = ErasureLedger.openOrBegin(there);
    older.extendBy(newer);
    expect(older.state).toEqual(newer.state);
    const stranger = ErasureLedger.openOrBegin(folder());
    expect(() => older.extendBy(stranger)).toThrow('is other');
  });
});
