import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, decodeJwt, importJWK, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { Client, type Answer, type Problem } from './client.adapter.js';
import { TestPlatform } from './harness.adapter.js';
import { OPEN_TO_ALL } from './matrix.expected.js';
import { deviations, documented, hasId, resourceOf, shown, type Row } from './matrix.rows.js';
import type { ActivityListItem, CommandAnswer, ObligationView, Page, PlanListItem } from './views.js';

const ACCOUNTS: Readonly<Record<string, string>> = {
  officer: 'tien-giang.sct.officer',
  head: 'tien-giang.sct.head',
  focal: 'tien-giang.skhdt.focal',
  leader: 'tien-giang.ubnd.leader',
  clerk: 'tien-giang.ubnd.clerk',
  admin: 'tien-giang.ubnd.admin',
  auditor: 'tien-giang.thanhtra.auditor',
  'platform-admin': 'platform.admin',
};
const FOREIGN: Readonly<Record<string, string>> = {
  officer: 'tra-vinh.skhdt.officer',
  head: 'tra-vinh.skhdt.head',
  focal: 'tra-vinh.skhdt.focal',
  leader: 'tra-vinh.ubnd.leader',
  clerk: 'tra-vinh.ubnd.clerk',
  admin: 'tra-vinh.ubnd.admin',
  auditor: 'tra-vinh.thanhtra.auditor',
};

let platform: TestPlatform;
let rows: Row[] = [];
/** An id of Tiền Giang for each resource that has one. */
const ids = new Map<string, string>();

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  rows = await documented(platform.url);
  await findIds();
});
afterAll(() => platform.stop());

async function findIds(): Promise<void> {
  const focal = await platform.as('tien-giang.skhdt.focal');
  for (const resource of [
    'organisations',
    'contacts',
    'documents',
    'agreements',
    'plans',
    'activities',
    'debtor-lists',
  ]) {
    const { items } = await focal.read<Page<{ id: string }>>(`/${resource}`);
    ids.set(resource, items[0]?.id ?? '');
  }
  const plan = (await focal.read<Page<PlanListItem>>('/plans')).items[0];
  const activity = (await focal.read<Page<ActivityListItem>>('/activities')).items[0];
  // One that every role of the table may see: its debtor is the officer's and head's own organisation.
  const officer = await platform.as('tien-giang.sct.officer');
  const obligation = (await officer.read<Page<ObligationView>>('/obligations?role=debtor')).items[0];
  ids.set('obligations', obligation?.id ?? '');
  const make = async (as: string, path: string, body: unknown): Promise<string> =>
    (await (await platform.as(as)).command<CommandAnswer>(path, body)).id;
  const change = { op: 'setPlan', fields: { leaderInCharge: 'Người phụ trách mới' } };
  ids.set(
    'amendments',
    await make('tien-giang.skhdt.focal', '/amendments', {
      planId: plan?.id,
      reason: 'Đổi người phụ trách',
      changes: [change],
    }),
  );
  ids.set(
    'difficulties',
    await make('tien-giang.sct.officer', '/difficulties', {
      activityId: activity?.id,
      text: 'Thiếu kinh phí',
    }),
  );
  ids.set(
    'directives',
    await make('tien-giang.ubnd.leader', '/directives', {
      text: 'Giao thực hiện',
      document: {},
      tasks: [{ text: 'Thực hiện', lead: { printed: 'Sở Công Thương' } }],
    }),
  );
  ids.set(
    'working-groups',
    await make('tien-giang.skhdt.focal', '/working-groups', {
      name: 'Tổ công tác',
      sharedWith: [],
      teams: [{ id: randomUUID(), name: 'Tổ Điều phối', members: [] }],
    }),
  );
  ids.set(
    'campaigns',
    await make('tien-giang.skhdt.focal', '/campaigns', {
      title: 'Đề nghị báo cáo',
      receiver: obligation?.receiver,
      requests: [{ to: 'Sở Công Thương', debtors: [], headings: ['Kết quả'] }],
    }),
  );
  ids.set('staff', randomUUID());
}

/** Sends the operation with an empty body and without If-Match: what is allowed is refused for that, never done. */
function call(client: Client, row: Row, id: string): Promise<Answer<Problem>> {
  const query = row.path.endsWith('/diff') ? '?from=2023-11-01&to=2023-12-01' : '';
  const path = row.path.replace('{id}', id) + query;
  return row.method === 'get' ? client.get(path) : client.post(path, {});
}

/** An id of the resource that exists, else one that does not. */
function idFor(row: (typeof rows)[number]): string {
  const id = ids.get(resourceOf(row));
  return id === undefined || id === '' ? randomUUID() : id;
}

describe('tokens', () => {
  async function forged(change: (claims: JWTPayload) => JWTPayload, own: boolean): Promise<string> {
    const claims = decodeJwt(await platform.token('tien-giang.skhdt.focal'));
    const file = join(platform.process.dataDir, 'keys', 'signing.json');
    const stored = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const key = own ? ((await importJWK(stored, 'ES256')) as CryptoKey) : foreign;
    return new SignJWT(change(claims)).setProtectedHeader({ alg: 'ES256', kid: stored.kid ?? '' }).sign(key);
  }
  const FORGERIES: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['no token', () => Promise.resolve(undefined)],
    ['garbage', () => Promise.resolve('abc.def.ghi')],
    ['an expired token of this issuer', () => forged((claims) => ({ ...claims, exp: 1_700_000_000 }), true)],
    ['a token of another issuer', () => forged((claims) => ({ ...claims, iss: 'https://other' }), false)],
    ['another issuer under our key', () => forged((claims) => ({ ...claims, iss: 'https://other' }), true)],
    ['a foreign key under our name', () => forged((claims) => claims, false)],
    ['a token for another audience', () => forged((claims) => ({ ...claims, aud: 'other' }), true)],
  ];

  it('a token signed as the platform signs is let in, so that the forgeries below fail for their own reason', async () => {
    const client = new Client(platform.url, await forged((claims) => claims, true));
    expect((await client.get('/me')).status).toBe(200);
  });

  it.each(FORGERIES)('%s: 401 from every operation', async (_, tokenOf) => {
    const client = new Client(platform.url, await tokenOf());
    const found = await deviations(rows, async (row) => {
      const answer = await call(client, row, idFor(row));
      return answer.status === 401 ? undefined : shown(answer);
    });
    expect(found).toEqual([]);
  });
});

describe('the document and the server', () => {
  it('every operation of the document is reached', async () => {
    const found = await deviations(rows, async (row) => {
      const role = row.roles.find((one) => ACCOUNTS[one]) ?? '';
      // HCMC alone has a coordinator of the region.
      const client = await platform.as(ACCOUNTS[role] ?? 'hcmc.itpc.region-coordinator');
      const answer = await call(client, row, idFor(row));
      if (answer.status !== 404) return undefined;
      // A resource of which there is none yet: the route is there when it asks for a token first.
      const bare = await call(new Client(platform.url, undefined), row, idFor(row));
      return bare.status === 401 ? undefined : shown(answer);
    });
    expect(found).toEqual([]);
  });

  it('every operation of the server is in the document', async () => {
    const client = await platform.as('tien-giang.ubnd.admin');
    const served = [
      'post /api/v1/tenants',
      'post /api/v1/demonstration',
      'get /api/v1/operations/projections',
      'get /api/v1/operations/parked',
      'post /api/v1/operations/rebuild',
      'post /api/v1/operations/parked/{service}/{message}/redrive',
      'post /api/v1/files',
      'post /api/v1/plans/recordIssued',
      'get /api/v1/debtor-lists',
    ];
    const known = new Set(rows.map(({ operation }) => operation));
    expect((await client.get('/operations/parked')).status).toBe(200);
    expect(served.filter((operation) => !known.has(operation))).toEqual([]);
  });
});

describe('roles', () => {
  it.each(Object.entries(ACCOUNTS))(
    '%s: never a fault of the server, and only what the role may',
    async (role, account) => {
      const client = await platform.as(account);
      const open = new Set(OPEN_TO_ALL.map(({ operation }) => operation));
      const found = await deviations(rows, async (row) => {
        const answer = await call(client, row, idFor(row));
        if (answer.status >= 500) return shown(answer);
        const may = row.roles.includes(role) || open.has(row.operation);
        const refused = answer.status === 403 && answer.body.code.startsWith('rights.');
        if (may) return refused ? `refused: ${shown(answer)}` : undefined;
        return refused || answer.status === 404 ? undefined : `let in: ${shown(answer)}`;
      });
      expect(found).toEqual([]);
    },
  );
});

describe('another tenant', () => {
  it.each(Object.entries(FOREIGN))("%s: Tiền Giang's ids are as missing ones", async (_, account) => {
    const client = await platform.as(account);
    const own = rows.filter(
      (row) => hasId(row) && ids.get(resourceOf(row)) && !['agreements', 'staff'].includes(resourceOf(row)),
    );
    const found = await deviations(own, async (row) => {
      const foreign = await call(client, row, ids.get(resourceOf(row)) ?? '');
      const missing = await call(client, row, randomUUID());
      const plain = ({ status, body }: Answer<Problem>): string =>
        JSON.stringify([status, { ...body, correlationId: '' }]);
      if (foreign.status < 400) return `let in: ${shown(foreign)}`;
      if (row.method === 'get' && foreign.status !== 404) return shown(foreign);
      return plain(foreign) === plain(missing) ? undefined : `${plain(foreign)} ≠ ${plain(missing)}`;
    });
    expect(found).toEqual([]);
  });
});
