import { streamOf, type Role } from '@lien-ket/kernel';
import type { CampaignView, NeedView, ObligationView, Page, ReportListItem } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, began, organisation, registered } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const T = 'kien-giang';
const CAMPAIGN = organisation('campaign');
const HEADINGS = ['Nhu cầu đào tạo nhân lực tại đơn vị.', 'Chuyển giao kỹ thuật y khoa.'];
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T, 'nghe-an']);
  bench.day = '2025-03-10';
  for (const key of ['syt', 'bvdk', 'ttyt', 'skhdt', 'stc'])
    await bench.record(T, streamOf('organisation', organisation(key)), [registered(`Đơn vị ${key}`)]);
  const staff: [string, Role][] = [
    ['syt', 'head'],
    ['syt', 'officer'],
    ['bvdk', 'officer'],
    ['bvdk', 'head'],
    ['ttyt', 'officer'],
    ['skhdt', 'focal'],
    ['stc', 'officer'],
    ['stc', 'auditor'],
  ];
  for (const [key, role] of staff)
    await bench.record(T, streamOf('staff', account(key, role)), [assigned(key, role)]);
  await bench.record(T, streamOf('day', CAMPAIGN), [began(bench.day)]);
  await bench.record('nghe-an', streamOf('staff', account('skhdt', 'focal')), [assigned('skhdt', 'focal')]);
  await bench.settle(T);
  await bench.settle('nghe-an');
}, 60_000);
afterAll(() => bench.stop());

const ask = {
  id: CAMPAIGN,
  title: 'Đề xuất nhu cầu phối hợp với Sở Y tế Thành phố Hồ Chí Minh',
  document: { number: '595', symbol: 'SYT-NVY' },
  receiver: { printed: 'Sở Y tế', organisationId: organisation('syt') },
  asPrinted: 'trước ngày 13/3/2025',
  dueOn: '2025-03-12',
  requests: [
    {
      to: 'Thủ trưởng các đơn vị',
      debtors: [
        { printed: 'BVĐK', organisationId: organisation('bvdk') },
        { printed: 'TTYT', organisationId: organisation('ttyt') },
        { printed: 'các đơn vị khác' },
      ],
      headings: HEADINGS,
    },
  ],
};
const report = { parts: HEADINGS.map((heading) => ({ heading, text: `Trả lời: ${heading}` })) };

async function dutyOf(key: string, role: Role): Promise<ObligationView> {
  const { body } = await bench.get<Page<ObligationView>>(T, account(key, role), '/obligations?role=debtor');
  const [duty] = body.items;
  if (!duty) throw new Error(`${key} owes nothing`);
  return duty;
}
async function act(by: [string, Role], name: string, body: object = {}): Promise<string> {
  const duty = await dutyOf('bvdk', 'officer');
  const answer = await bench.post<{ code?: string }>(
    T,
    account(...by),
    `/obligations/${duty.id}/${name}`,
    body,
    duty.revision,
  );
  await bench.settle(T);
  return `${answer.status} ${answer.body.code ?? (await dutyOf('bvdk', 'officer')).state}`;
}

describe('a campaign', () => {
  it('is launched by the receiver and opens one duty per organisation asked', async () => {
    expect((await bench.post(T, account('stc', 'officer'), '/campaigns', ask)).status).toBe(403);
    const launched = await bench.post(T, account('syt', 'head'), '/campaigns', ask);
    expect(launched).toMatchObject({ status: 201, revision: 0 });
    await bench.settle(T);
    const read = await bench.get<CampaignView>(T, account('syt', 'officer'), `/campaigns/${CAMPAIGN}`);
    expect(read.body).toMatchObject({ title: ask.title, owed: 2, answered: 0, launchedOn: '2025-03-10' });
    expect(await dutyOf('bvdk', 'officer')).toMatchObject({
      state: 'open',
      signal: 'dueSoon',
      daysLeft: 2,
      headings: HEADINGS,
      period: { key: '2025-03-12', label: 'Theo văn bản 595/SYT-NVY' },
    });
  });

  it('delivered twice makes no second duty', async () => {
    const log = await bench.log(T);
    for (const event of log.filter(({ type }) => type === 'lk.reporting.campaign.launched.v1'))
      await bench.deliverAgain(event);
    expect(await bench.log(T)).toHaveLength(log.length);
    expect(await bench.parked(T)).toEqual([]);
  });
});

describe('who sees what', () => {
  const total = async (by: [string, Role], path = '/obligations'): Promise<number> =>
    (await bench.get<Page<unknown>>(T, account(...by), path)).body.total;

  it('debtor and receiver theirs, focal and auditor all, others nothing', async () => {
    expect(await total(['bvdk', 'officer'])).toBe(1);
    expect(await total(['syt', 'officer'])).toBe(2);
    expect(await total(['skhdt', 'focal'])).toBe(2);
    expect(await total(['stc', 'auditor'])).toBe(2);
    expect(await total(['stc', 'officer'])).toBe(0);
  });

  it('filters: side, state, signal, organisation, search by title and by debtor without diacritics', async () => {
    const syt: [string, Role] = ['syt', 'officer'];
    expect(await total(syt, '/obligations?role=debtor')).toBe(0);
    expect(await total(syt, '/obligations?role=receiver&state=open')).toBe(2);
    expect(await total(syt, '/obligations?signal=dueSoon')).toBe(2);
    expect(await total(syt, '/obligations?signal=none')).toBe(0);
    expect(await total(syt, `/obligations?organisationId=${organisation('ttyt')}`)).toBe(1);
    expect(await total(syt, '/obligations?q=nhu cau')).toBe(2);
    expect(await total(syt, '/obligations?q=don vi bvdk')).toBe(1);
    expect(await total(syt, '/obligations?q=khong-co')).toBe(0);
  });

  it('pages without losing or repeating', async () => {
    const path = '/obligations?limit=1';
    const first = await bench.get<Page<ObligationView>>(T, account('skhdt', 'focal'), path);
    const second = await bench.get<Page<ObligationView>>(
      T,
      account('skhdt', 'focal'),
      `${path}&cursor=${first.body.next}`,
    );
    expect(second.body.next).toBeNull();
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(2);
  });

  it('a foreign or unseen duty is not found', async () => {
    const { id } = await dutyOf('bvdk', 'officer');
    expect((await bench.get('nghe-an', account('skhdt', 'focal'), `/obligations/${id}`)).status).toBe(404);
    expect((await bench.get(T, account('stc', 'officer'), `/obligations/${id}`)).status).toBe(404);
    const foreign = await bench.post('nghe-an', account('skhdt', 'focal'), `/obligations/${id}/waive`, {
      reason: 'x',
    });
    expect(foreign.status).toBe(404);
  });
});

describe('đôn đốc', () => {
  it('by who waits for it, seen by the debtor with its day', async () => {
    expect(await act(['bvdk', 'head'], 'urge')).toBe('403 rights.organisation');
    expect(await act(['syt', 'head'], 'urge', { text: 'gửi trước 16 giờ' })).toBe('200 open');
    expect(await act(['skhdt', 'focal'], 'urge')).toBe('200 open');
    expect((await dutyOf('bvdk', 'officer')).urgings).toEqual([
      { on: bench.day, organisationId: organisation('syt'), text: 'gửi trước 16 giờ' },
      { on: bench.day, organisationId: organisation('skhdt'), text: null },
    ]);
  });

  it('the same act sent twice is recorded once', async () => {
    const urged = async () =>
      (await bench.log(T)).filter(({ type }) => type === 'lk.reporting.obligation.urged.v1');
    const before = (await urged()).length;
    const { id, revision } = await dutyOf('ttyt', 'officer');
    const headers = {
      'content-type': 'application/json',
      'if-match': `"${revision}"`,
      'idempotency-key': CAMPAIGN,
    };
    const send = async () => {
      const path = `/obligations/${id}/urge`;
      const answer = await bench.send(T, account('syt', 'head'), path, {
        method: 'POST',
        body: '{}',
        headers,
      });
      return [answer.status, await answer.json()];
    };
    expect([await send(), await send()]).toEqual([
      [200, expect.anything()],
      [200, expect.anything()],
    ]);
    expect(await urged()).toHaveLength(before + 1);
    await bench.settle(T);
  });
});

describe('from draft to acceptance', () => {
  it('drafted, seen by the debtor and the auditor only', async () => {
    expect(await act(['bvdk', 'officer'], 'draftReport', { report })).toBe('200 open');
    const { id } = await dutyOf('bvdk', 'officer');
    const draftFor = async (by: [string, Role]): Promise<unknown> =>
      (await bench.get<ObligationView>(T, account(...by), `/obligations/${id}`)).body.draft;
    expect(await draftFor(['bvdk', 'head'])).toMatchObject(report);
    expect(await draftFor(['stc', 'auditor'])).toMatchObject(report);
    expect(await draftFor(['syt', 'officer'])).toBeNull();
    expect(await draftFor(['skhdt', 'focal'])).toBeNull();
  });

  it('extension asked and refused, sent late by the head, received, sent back, sent again, accepted', async () => {
    const more = { reason: 'chờ số liệu', proposedOn: '2025-03-20' };
    expect(await act(['bvdk', 'officer'], 'requestExtension', more)).toBe('200 extensionRequested');
    expect(await act(['syt', 'head'], 'decideExtension', { granted: false })).toBe('200 open');
    bench.day = '2025-03-14';
    await bench.record(T, streamOf('day', CAMPAIGN), [began(bench.day)]);
    await bench.settle(T);
    expect(await dutyOf('bvdk', 'officer')).toMatchObject({ signal: 'overdue', daysLeft: -2 });
    expect(await act(['bvdk', 'officer'], 'sendReport', { report })).toBe('403 rights.role');
    expect(await act(['bvdk', 'head'], 'sendReport', { report })).toBe('200 sent');
    expect(await act(['syt', 'officer'], 'receiveReport')).toBe('200 received');
    const back = { note: 'bổ sung số liệu', newDueOn: '2025-03-18' };
    expect(await act(['skhdt', 'focal'], 'sendBackReport', back)).toBe('403 rights.organisation');
    expect(await act(['syt', 'officer'], 'sendBackReport', { ...back, newDueOn: '2025-03-13' })).toBe(
      '400 obligation.newDueInPast',
    );
    expect(await act(['syt', 'officer'], 'sendBackReport', back)).toBe('200 sentBack');
    expect(await act(['bvdk', 'head'], 'sendReport', { report })).toBe('200 sent');
    expect(await act(['syt', 'head'], 'acceptReport')).toBe('200 accepted');
    expect(await dutyOf('bvdk', 'officer')).toMatchObject({
      firstDueOn: '2025-03-12',
      dueOn: '2025-03-18',
      daysLateAtSending: 2,
      daysLeft: null,
      versions: [
        { version: 1, state: 'sentBack', daysLate: 2, note: 'bổ sung số liệu' },
        { version: 2, state: 'accepted', daysLate: 0 },
      ],
    });
  });

  it('its versions are listed as reports, its answers as needs by heading', async () => {
    const reports = await bench.get<Page<ReportListItem>>(T, account('syt', 'officer'), '/reports?limit=1');
    expect(reports.body).toMatchObject({ total: 2, items: [{ version: 2, state: 'accepted', daysLate: 0 }] });
    const rest = await bench.get<Page<ReportListItem>>(
      T,
      account('syt', 'officer'),
      `/reports?limit=1&cursor=${reports.body.next}`,
    );
    expect(rest.body).toMatchObject({ next: null, items: [{ version: 1, state: 'sentBack' }] });
    const needs = await bench.get<Page<NeedView>>(
      T,
      account('syt', 'officer'),
      `/needs?campaignId=${CAMPAIGN}`,
    );
    expect(needs.body.items.map(({ heading, text }) => [heading, text])).toEqual(
      HEADINGS.map((heading) => [heading, `Trả lời: ${heading}`]),
    );
    expect((await bench.get<Page<NeedView>>(T, account('ttyt', 'officer'), '/needs')).body.total).toBe(0);
    const campaigns = await bench.get<Page<CampaignView>>(
      T,
      account('syt', 'officer'),
      '/campaigns?q=nhu cầu',
    );
    expect(campaigns.body.items).toMatchObject([{ owed: 2, answered: 1 }]);
  });

  it('rebuilt is as it was', async () => {
    const dump = (): Promise<unknown> =>
      bench.runtime.db.use(bench.system(T), async (db) => [
        await db.query('SELECT * FROM obligation ORDER BY id'),
        await db.query('SELECT * FROM campaign ORDER BY id'),
      ]);
    const lived = await dump();
    await bench.runtime.runner.rebuild(bench.system(T));
    expect(await dump()).toEqual(lived);
  });
});
