import { randomUUID } from 'node:crypto';
import { Client, type Answer, type Problem } from './client.adapter.js';
import { TestPlatform } from './harness.adapter.js';
import { FIXED_OWNER, FOR_THE_ASKED } from './matrix.expected.js';
import { deviations, documented, hasId, resourceOf, sampleOf, shown, type Row } from './matrix.rows.js';
import type { ActivityListItem, CommandAnswer, ObligationView, Page } from './views.js';

/** Whose things they are, whose they are not, for every role that writes for one organisation only. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  officer: ['tien-giang.sct.officer', 'tien-giang.skhdt.officer'],
  head: ['tien-giang.sct.head', 'tien-giang.skhdt.head'],
};
const OTHER: Readonly<Record<string, string>> = {
  officer: 'tien-giang.syt.officer',
  head: 'tien-giang.syt.head',
};
const DAY = '2023-12-05';

let platform: TestPlatform;
let rows: Row[] = [];
const ids = new Map<string, string>();

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  rows = (await documented(platform.url)).filter(
    (row) => row.method === 'post' && hasId(row) && row.roles.some((role) => OTHER[role]),
  );
  await makeThings();
});
afterAll(() => platform.stop());

/** One thing of each kind that belongs to the department of trade (Sở Công Thương). */
async function makeThings(): Promise<void> {
  const officer = await platform.as('tien-giang.sct.officer');
  const focal = await platform.as('tien-giang.skhdt.focal');
  const made = async (resource: string, body: unknown): Promise<CommandAnswer> => {
    const done = await officer.command<CommandAnswer>(`/${resource}`, body);
    ids.set(resource, done.id);
    return done;
  };
  await made('plans', { content: { title: 'Dự thảo của Sở Công Thương' } });
  const { items } = await officer.read<Page<ActivityListItem>>('/activities?lead=mine&state=planned');
  ids.set('activities', items[0]?.id ?? '');
  const duty = (await officer.read<Page<ObligationView>>('/obligations?role=debtor&state=open')).items[0];
  ids.set('obligations', duty?.id ?? '');
  await made('documents', { kind: 'officialLetter', standing: 'citedOnly', abstract: 'V/v hội chợ' });
  await made('contacts', { office: { organisation: 'Sở Công Thương' }, name: 'Người Ví Dụ' });
  const changes = [{ op: 'setPlan', fields: { leaderInCharge: 'Người khác' } }];
  await made('amendments', { planId: items[0]?.planId, reason: 'Đổi người phụ trách', changes });
  const raised = await made('difficulties', { activityId: items[0]?.id, text: 'Thiếu kinh phí' });
  const assignment = { organisationId: duty?.debtorId };
  await focal.command(`/difficulties/${raised.id}/assign`, assignment, raised.revision);
}

async function send(client: Client, row: Row): Promise<Answer<Problem>> {
  const id = ids.get(resourceOf(row)) ?? '';
  const focal = await platform.as('tien-giang.skhdt.focal');
  const read = await focal.get<{ revision: number }>(`/${resourceOf(row)}/${id}`);
  const body = row.body ? sampleOf(row.body, randomUUID(), DAY) : {};
  const path = row.path.replace('{id}', id);
  return client.post(path, body as object, { revision: read.body.revision });
}
const refusedForOrganisation = ({ status, body }: Answer<Problem>): boolean =>
  status === 403 && body.code === 'rights.organisation';

describe('own and other organisation of the tenant', () => {
  const forTheAsked = FOR_THE_ASKED.map(({ operation }) => operation);
  const chosen = (role: string): Row[] =>
    rows
      .filter((row) => row.roles.includes(role) && FIXED_OWNER[resourceOf(row)] === undefined)
      .filter(({ operation }) => !forTheAsked.includes(operation));

  it('every operation by which an organisation writes has a thing to write on', () => {
    const without = rows.filter((row) => !FIXED_OWNER[resourceOf(row)] && !ids.get(resourceOf(row)));
    expect(without.map(({ operation }) => operation)).toEqual([]);
    expect(rows.map(({ operation }) => operation)).toEqual(expect.arrayContaining(forTheAsked));
  });

  it.each(Object.entries(OTHER))('%s of another organisation is refused', async (role, account) => {
    const client = await platform.as(account);
    const found = await deviations(chosen(role), async (row) => {
      const answer = await send(client, row);
      // Who raised a difficulty says whether it is resolved: refused under the rule's own name.
      const refused = refusedForOrganisation(answer) || answer.body.code === 'difficulty.raiserOnly';
      return refused || answer.status === 404 ? undefined : shown(answer);
    });
    expect(found).toEqual([]);
  });

  it.each(Object.entries(OWN))('%s of the own organisation is not', async (role, accounts) => {
    const found = await deviations(chosen(role), async (row) => {
      for (const account of accounts) {
        const answer = await send(await platform.as(account), row);
        if (answer.status >= 500 || answer.status === 400) return shown(answer);
        if (answer.status !== 403) return undefined;
      }
      return 'refused to the organisation itself';
    });
    expect(found).toEqual([]);
  });
});
