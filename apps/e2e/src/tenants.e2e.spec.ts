import { randomUUID } from 'node:crypto';
import { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import type { AuditEventView, CommandAnswer, OrganisationView, Page } from './views.js';

interface Given {
  readonly login: string;
  readonly account: string;
  readonly password: string;
}
let platform: TestPlatform;
let admin: Client;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
});
afterAll(() => platform.stop());

describe('a province that joins while the platform runs', () => {
  it('is there at once, with its own committee and first administrator', async () => {
    const operator = await platform.as('platform.admin');
    const key = randomUUID();
    const body = {
      id: 'dong-thap',
      name: 'Tỉnh Đồng Tháp',
      administrator: { login: 'dong-thap.ubnd.admin', name: 'Quản trị Đồng Tháp' },
    };
    const made = await operator.post<
      { begun: boolean; administrator: Given } & Record<'code' | 'endsOn' | 'successor', string>
    >('/tenants', body, { key });
    expect([made.status, made.body.begun]).toEqual([201, true]);
    // What the reference data know of it need not be typed.
    const { code, endsOn, successor } = made.body;
    expect([code, endsOn, successor]).toEqual(['87', '2025-06-30', 'dong-thap-2025']);
    expect(made.body.administrator.password).toMatch(/^[\w-]{16}$/);
    // The answer was lost on the way, and is asked for again: the same, its one-time password too.
    const repeated = await operator.post('/tenants', body, { key });
    expect([repeated.status, repeated.body]).toEqual([201, made.body]);
    const otherBody = await operator.post('/tenants', { ...body, name: 'Tỉnh Khác' }, { key });
    expect([otherBody.status, otherBody.body.code]).toEqual([422, 'command.idReused']);
    const again = await operator.post('/tenants', body);
    expect([again.status, again.body.code]).toEqual([409, 'tenant.exists']);
    admin = await platform.as('dong-thap.ubnd.admin');
    const organisations = await eventually(
      () => admin.all<OrganisationView>('/organisations'),
      (found) => found.length === 1,
    );
    expect(organisations[0]?.name).toBe('Ủy ban nhân dân tỉnh Đồng Tháp');
  });

  it('is not added with a code of another province, nor before it is formed', async () => {
    const operator = await platform.as('platform.admin');
    const code = await operator.post('/tenants', { id: 'long-an', name: 'Tỉnh Long An', code: '87' });
    expect([code.status, code.body]).toMatchObject([
      409,
      { code: 'tenant.otherFact', errors: [{ pointer: '/code' }] },
    ]);
    const early = await operator.post('/tenants', { id: 'dong-thap-2025', name: 'Tỉnh Đồng Tháp' });
    expect([early.status, early.body]).toMatchObject([
      409,
      { code: 'tenant.notYet', errors: [{ pointer: '/id' }] },
    ]);
  });

  it('its administrator gives accounts and rights; a login of another tenant is refused', async () => {
    const given = await admin.command<Given>('/accounts', {
      login: 'dong-thap.skhdt.focal',
      name: 'Trần Thị Đầu Mối',
    });
    const [committee] = await admin.all<OrganisationView>('/organisations');
    await admin.command<CommandAnswer>(`/staff/${given.account}/assign`, {
      organisationId: committee?.id,
      role: 'focal',
      from: '2023-12-05',
      basis: 'Phân công',
    });
    const focal = await platform.as('dong-thap.skhdt.focal');
    const plan = await eventually(
      () => focal.post<CommandAnswer>('/plans', { content: { title: 'Kế hoạch đầu tiên' } }),
      ({ status }) => status === 201,
    );
    expect(plan.body.id).toBeTruthy();
    const stranger = await platform.as('tien-giang.skhdt.focal');
    expect((await stranger.get(`/plans/${plan.body.id}`)).status).toBe(404);
    const wrong = await admin.post('/accounts', { login: 'tien-giang.x.y', name: 'X' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'account.otherTenant']);
    const reset = await admin.command<Given>(`/accounts/${given.account}/resetPassword`, {});
    expect(reset.password).not.toBe(given.password);
    const listed = await admin.read<Page<{ login: string; mustChange: boolean }>>('/accounts');
    expect(listed.items.map(({ login, mustChange }) => [login, mustChange])).toEqual([
      ['dong-thap.skhdt.focal', true],
      ['dong-thap.ubnd.admin', true],
    ]);
    expect(JSON.stringify(listed)).not.toContain('hash');
  });

  it('an account and a new password come once for a key: the same answer, however often it is asked', async () => {
    const twice = async (path: string, body: object): Promise<Given> => {
      const key = randomUUID();
      const first = await admin.post<Given>(path, body, { key });
      const second = await admin.post<Given>(path, body, { key });
      expect([second.status, second.body]).toEqual([201, first.body]);
      expect(second.body.password).toMatch(/^[\w-]{16}$/);
      const other = await admin.post(path, { login: 'dong-thap.so.khac', name: 'Khác' }, { key });
      expect([400, 422]).toContain(other.status);
      return first.body;
    };
    const given = await twice('/accounts', { login: 'dong-thap.syt.officer', name: 'Lê Thị Y Tế' });
    const reset = await twice(`/accounts/${given.account}/resetPassword`, {});
    expect(reset.password).not.toBe(given.password);
    const listed = await admin.read<Page<{ login: string }>>('/accounts');
    expect(listed.items.filter(({ login }) => login === 'dong-thap.syt.officer')).toHaveLength(1);
    expect(listed.items.filter(({ login }) => login === 'dong-thap.so.khac')).toHaveLength(0);
  });

  it('an account of another tenant cannot be reset', async () => {
    const other = await platform.as('tien-giang.ubnd.admin');
    const [own] = (await other.read<Page<{ id: string }>>('/accounts')).items;
    const answer = await admin.post(`/accounts/${own?.id}/resetPassword`, {});
    expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
  });
});

describe('a code that was typed wrongly', () => {
  const PATH = '/tenants/thu-nghiem/correctEntry';
  const RIGHT = { code: 'T2', reason: 'Nhập nhầm mã' };

  it('is corrected by the platform administrator, once for a key, and never to what the list contradicts', async () => {
    const operator = await platform.as('platform.admin');
    const administrator = { login: 'thu-nghiem.ubnd.admin', name: 'Quản trị Thử Nghiệm' };
    await operator.command('/tenants', { id: 'thu-nghiem', name: 'Đơn vị thử', code: 'T1', administrator });
    const key = randomUUID();
    const corrected = await operator.post<{ code: string }>(PATH, RIGHT, { key });
    expect([corrected.status, corrected.body.code]).toEqual([201, 'T2']);
    const repeated = await operator.post(PATH, RIGHT, { key });
    expect([repeated.status, repeated.body]).toEqual([201, corrected.body]);
    const { items } = await operator.read<Page<{ id: string; code: string }>>('/tenants?limit=100');
    expect(items.find(({ id }) => id === 'thu-nghiem')?.code).toBe('T2');
    const refused = async (by: Client, path: string, code: string): Promise<unknown> => {
      const answer = await by.post(path, { ...RIGHT, code });
      return [answer.status, answer.body.code];
    };
    expect(await refused(operator, PATH, 'T2')).toEqual([409, 'tenant.nothingToCorrect']);
    expect(await refused(operator, PATH, '82')).toEqual([409, 'tenant.codeTaken']);
    expect(await refused(operator, '/tenants/tien-giang/correctEntry', '87')).toEqual([
      409,
      'tenant.otherFact',
    ]);
    expect(await refused(operator, '/tenants/khong-co/correctEntry', 'T9')).toEqual([404, 'notFound']);
    expect(await refused(await platform.as('tien-giang.ubnd.admin'), PATH, 'T9')).toEqual([
      403,
      'rights.role',
    ]);
  });

  it("stands once in the tenant's own log, with what was, what is, why and by whom", async () => {
    const own = await platform.as('thu-nghiem.ubnd.admin');
    const auditor = { login: 'thu-nghiem.thanhtra.auditor', name: 'Thanh tra Thử Nghiệm' };
    const { account } = await own.command<Given>('/accounts', auditor);
    const committee = await eventually(
      () => own.all<OrganisationView>('/organisations'),
      (found) => found.length === 1,
    );
    await own.command<CommandAnswer>(`/staff/${account}/assign`, {
      organisationId: committee[0]?.id,
      role: 'auditor',
      from: '2023-12-05',
      basis: 'Phân công',
    });
    const reader = await platform.as(auditor.login);
    const events = await eventually(
      () => reader.all<AuditEventView>('/audit/events?type=tenant.corrected').catch(() => []),
      (found) => found.length > 0,
    );
    const facts = { endsOn: null, successor: null };
    expect(events.map(({ data }) => data)).toEqual([
      {
        before: { ...facts, code: 'T1' },
        after: { ...facts, code: 'T2' },
        reason: RIGHT.reason,
        by: expect.any(String),
      },
    ]);
  });
});
