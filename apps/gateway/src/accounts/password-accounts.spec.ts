import { beforeAll, describe, expect, it } from '@jest/globals';
import { uuidFrom } from '@lien-ket/kernel';
import { memoryAccountRecords, type AccountRecord } from './account-store.js';
import { hashPassword, matchesPassword } from './password.adapter.js';
import { PasswordAccounts } from './password-accounts.js';

const LOGIN = 'tien-giang.sct.officer';
const PASSWORD = 'đúng mật khẩu';
let hash: string;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

function accountsAt(clock: { now: string }) {
  const record: AccountRecord = {
    login: LOGIN,
    subject: uuidFrom('s'),
    account: uuidFrom('a'),
    name: 'Tên',
    tenant: 'tien-giang',
    platformAdmin: false,
    mustChange: true,
    credentials: { hash, failures: 0 },
  };
  const records = memoryAccountRecords([record]);
  return { accounts: new PasswordAccounts(records, { now: () => clock.now }), records };
}

describe('a password hash', () => {
  it('names its cost and is another one each time', async () => {
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
  });

  it('matches its password, however it was typed, and nothing else', async () => {
    expect(await matchesPassword(PASSWORD.normalize('NFD'), hash)).toBe(true);
    expect(await matchesPassword(`${PASSWORD} `, hash)).toBe(false);
    for (const none of ['', 'scrypt$1$1$1$$', 'plain']) expect(await matchesPassword('', none)).toBe(false);
  });
});

describe('accounts', () => {
  it('never give their credentials away', async () => {
    const { accounts } = accountsAt({ now: '2025-03-11T00:00:00.000Z' });
    const all = [await accounts.find(LOGIN), await accounts.bySubject(uuidFrom('s')), await accounts.list()];
    expect(JSON.stringify(all)).not.toContain('scrypt');
    expect(all[0]).toMatchObject({ login: LOGIN, tenant: 'tien-giang' });
  });

  it.each([LOGIN, 'nobody'])('lock %s after five failures in a row, known or not', async (login) => {
    const clock = { now: '2025-03-11T00:00:00.000Z' };
    const { accounts } = accountsAt(clock);
    const kinds: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      kinds.push((await accounts.verify(login, 'falsch')).kind);
    expect(kinds).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked']);
    expect(await accounts.verify(login, PASSWORD)).toEqual({
      kind: 'locked',
      until: '2025-03-11T00:15:00.000Z',
    });
    clock.now = '2025-03-11T00:15:00.001Z';
    expect((await accounts.verify(login, PASSWORD)).kind).toBe(login === LOGIN ? 'good' : 'wrong');
  });

  it('count failures anew after a success', async () => {
    const { accounts, records } = accountsAt({ now: '2025-03-11T00:00:00.000Z' });
    for (let attempt = 0; attempt < 4; attempt += 1) await accounts.verify(LOGIN, 'falsch');
    expect((await accounts.verify(` ${LOGIN.toUpperCase()} `, PASSWORD)).kind).toBe('good');
    expect((await records.byLogin(LOGIN))?.credentials.failures).toBe(0);
  });

  it('change their password only for who knows the present one', async () => {
    const { accounts } = accountsAt({ now: '2025-03-11T00:00:00.000Z' });
    expect((await accounts.changePassword(LOGIN, 'falsch', 'một mật khẩu mới')).kind).toBe('wrong');
    for (const weak of ['ngắn', PASSWORD, LOGIN, 'x'.repeat(201)])
      expect((await accounts.changePassword(LOGIN, PASSWORD, weak)).kind).toBe('weak');
    const changed = await accounts.changePassword(LOGIN, PASSWORD, 'một mật khẩu mới');
    expect(changed).toMatchObject({ kind: 'good', account: { mustChange: false } });
    expect((await accounts.verify(LOGIN, 'một mật khẩu mới')).kind).toBe('good');
  });
});
