import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryCorrection, Page } from '@lien-ket/contracts';
import { uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT, AgreementModule } from '../agreement.module.js';
import { vaultInMemory } from '../erasure/vault.scene.js';
import { account, organisation, people } from '../plan/plan.scene.js';

const T = 'tien-giang';
const CONTACT = uuidFrom('scene', 'mistyped contact');
const TYPED = { office: { organisation: 'Sở Công Thương' }, name: 'Người Vi Dụ', phone: '0900 000 002' };
const RIGHT = { office: { organisation: 'Sở Công Thương', title: 'Chuyên viên' }, name: 'Người Ví Dụ' };
const focal: [string, Role] = ['skhdt', 'focal'];
const folder = mkdtempSync(join(tmpdir(), 'lk-contact-'));
const { vault, keys } = vaultInMemory(folder);
let bench: ServiceBench;

beforeAll(async () => {
  const module = (runtime: ServiceBench['runtime']) => AgreementModule.with(runtime, vault);
  bench = await ServiceBench.start({ spec: AGREEMENT, module }, [T]);
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
  await bench.post(T, account(...focal), '/contacts', { id: CONTACT, ...TYPED });
  await bench.settle(T);
}, 60_000);
afterAll(async () => {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface View {
  readonly office: object;
  readonly person: Readonly<Record<string, { kind: string; text?: string } | null>>;
  readonly corrections: readonly EntryCorrection[];
}
const read = async (): Promise<View> =>
  (await bench.get<View>(T, account(...focal), `/contacts/${CONTACT}`)).body;
async function correct(person: object, revision?: number, by = focal): Promise<string> {
  const body = { reason: 'Gõ thiếu dấu', ...person };
  const path = `/contacts/${CONTACT}/correctEntry`;
  const answer = await bench.post<{ code?: string }>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return [answer.status, answer.body.code].filter(Boolean).join(' ');
}

describe('a contact that was typed wrong', () => {
  it('is corrected by who may register one, at the revision that was seen', async () => {
    expect(await correct(RIGHT, 0, ['ubnd', 'clerk'])).toBe('403 rights.role');
    expect(await correct(RIGHT, 0, ['sct', 'officer'])).toBe('403 rights.organisation');
    expect(await correct(RIGHT)).toMatch(/^428/);
    expect(await correct({ ...RIGHT, reason: 'số cũ 0900 000 002' }, 0)).toMatch(/^400/);
    // Of the same organisation.
    expect(await correct(RIGHT, 0, ['skhdt', 'officer'])).toBe('200');
  });

  it('is read as it should have been typed; what was typed too much is gone', async () => {
    expect(await read()).toMatchObject({
      office: RIGHT.office,
      person: { name: { kind: 'clear', text: 'Người Ví Dụ' }, phone: null },
      corrections: [
        { reason: 'Gõ thiếu dấu', by: { role: 'officer', organisationId: organisation('skhdt') } },
      ],
    });
  });

  it('is listed with the organisation that entered it, whose officers correct it', async () => {
    const listed = await bench.get<Page<object>>(T, account('sct', 'officer'), '/contacts');
    expect(listed.body.items).toEqual([
      { id: CONTACT, revision: 1, office: RIGHT.office, register: organisation('skhdt') },
    ]);
  });

  it('stands in the log sealed only, under the key that it had', async () => {
    const log = JSON.stringify((await bench.log(T)).map(({ data }) => data));
    expect(log).not.toMatch(/Ví Dụ|Vi Dụ|0900/);
    expect([...keys.values()].filter(({ subject }) => subject === CONTACT)).toHaveLength(1);
  });

  it('is not entered again once it is erased', async () => {
    const [kid = ''] = keys.keys();
    const data = { contactId: CONTACT, kid, kids: [kid] };
    const stream = `erasure-${uuidFrom('scene', 'erasure')}`;
    await bench.record(T, stream, [{ type: 'lk.agreement.erasure.keyDestroyed.v1', data }]);
    await bench.settle(T);
    expect(await correct(RIGHT, 1)).toBe('409 contact.erased');
    expect([...keys.values()].filter(({ subject }) => subject === CONTACT)).toEqual([]);
  });
});
