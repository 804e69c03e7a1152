import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, decodeJwt, importJWK, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { Client, type Answer, type Problem } from './client.adapter.js';
import { TestPlatform } from './harness.adapter.js';
import { OPEN_TO_ALL } from './matrix.expected.js';
import { deviations, documented, hasId, resourceOf, sampleOf, shown, type Row } from './matrix.rows.js';
import { thingsOf, type Things } from './matrix.things.js';
import type { Page } from './views.js';

const ACCOUNTS: Readonly<Record<string, string>> = {
  officer: 'tien-giang.sct.officer',
  head: 'tien-giang.sct.head',
  focal: 'tien-giang.skhdt.focal',
  leader: 'tien-giang.ubnd.leader',
  clerk: 'tien-giang.ubnd.clerk',
  admin: 'tien-giang.ubnd.admin',
  auditor: 'tien-giang.thanhtra.auditor',
  'region-coordinator': 'hcmc.itpc.region-coordinator',
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
  // HCMC sees what is shared with it, and no more.
  'region-coordinator': 'hcmc.itpc.region-coordinator',
};
/** Of these HCMC has what Tiền Giang shared: read under their own ids. */
const SHARED_WITH_HCMC = ['agreements', 'plans', 'activities'];
/** No thing of a tenant: one agreement belongs to both sides; an account without rights is nobody's yet. */
const NOBODYS = ['agreements', 'staff'];
/** Routes of their own, on things that are no aggregates. */
const FIXED_ROUTES = ['post /api/v1/accounts/{id}/resetPassword', 'post /api/v1/tenants/{id}/correctEntry'];
const DAY = '2023-12-05';

let platform: TestPlatform;
let rows: Row[] = [];
let ids: Things;
let ofHcmc: Things;

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  rows = await documented(platform.url);
  const { focal = '', officer = '', leader = '', 'region-coordinator': coordinator = '' } = ACCOUNTS;
  ids = await thingsOf(platform, {
    gatherer: focal,
    debtor: officer,
    leader,
    clerk: 'tien-giang.ubnd.clerk',
  });
  ofHcmc = await thingsOf(platform, {
    gatherer: coordinator,
    debtor: coordinator,
    leader: 'hcmc.ubnd.leader',
    clerk: 'hcmc.ubnd.clerk',
  });
}, 180_000);
afterAll(() => platform.stop());

/** What an operation must be asked before it looks anything up. */
function queryOf({ path }: Row): string {
  const points = 'from=2023-11-01&to=2023-12-01';
  const plan = `?scope=plan&id=${ids.get('plans') ?? randomUUID()}`;
  if (path.endsWith('/diff')) return `?${points}`;
  if (path === '/history/why') return `${plan}&field=title`;
  if (path === '/history/compare') return `${plan}&${points}`;
  return path === '/history/comparison' ? `${plan}&${points}&format=pdf` : '';
}

/** Sends the operation with an empty body and without If-Match: what is allowed is refused for that, never done. */
function call(client: Client, row: Row, id: string, body: object = {}): Promise<Answer<Problem>> {
  const path = row.path.replace('{id}', id) + queryOf(row);
  return row.method === 'get' ? client.get(path) : client.post(path, body);
}

/** What the account may ask for: a thing of its tenant; of notices, one of its own. */
async function thingFor(account: string, row: Row): Promise<string | undefined> {
  if (resourceOf(row) !== 'notifications' || account === 'platform.admin')
    return (account.startsWith('hcmc.') ? ofHcmc : ids).get(resourceOf(row));
  const { items } = await (await platform.as(account)).read<Page<{ id: string }>>('/notifications');
  return items[0]?.id;
}

/** An id of the resource that exists, else one that does not. */
const idFor = (row: Row): string => ids.get(resourceOf(row)) ?? randomUUID();

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
      const callers = row.roles.flatMap((role) => ACCOUNTS[role] ?? []);
      // A command's name is part of the path: only on a thing that is there does 404 say that nobody knows it.
      for (const account of row.path.includes('{id}/') ? callers : []) {
        const thing = await thingFor(account, row);
        if (thing === undefined) continue;
        const answer = await call(await platform.as(account), row, thing);
        return answer.status === 404 ? shown(answer) : undefined;
      }
      if (row.method === 'post' && row.path.includes('{id}/') && !FIXED_ROUTES.includes(row.operation))
        return 'there is nothing to ask it of';
      // Any other route is there when it asks for a token first.
      const bare = await call(new Client(platform.url, undefined), row, idFor(row));
      return bare.status === 401 ? undefined : shown(bare);
    });
    expect(found).toEqual([]);
  });

  it('every operation of the server is in the document', async () => {
    const client = await platform.as('tien-giang.ubnd.admin');
    const served = [
      'post /api/v1/tenants',
      'post /api/v1/tenants/{id}/correctEntry',
      'post /api/v1/demonstration',
      'get /api/v1/operations/projections',
      'get /api/v1/operations/parked',
      'post /api/v1/operations/rebuild',
      'post /api/v1/operations/replaceKey',
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

describe('what a reader wants to see at least (Lk-After)', () => {
  const reader = (row: Row): Promise<Client> =>
    platform.as(ACCOUNTS[row.roles.find((role) => ACCOUNTS[role]) ?? ''] ?? '');
  const read = async (row: Row, after: string): Promise<Answer<Problem>> => {
    return (await reader(row)).get(row.path.replaceAll(/\{\w+\}/g, randomUUID()) + queryOf(row), after);
  };
  const readable = (): Row[] =>
    rows.filter(({ method, path }) => method === 'get' && path !== '/openapi.json');

  it('no position at all is refused by every read', async () => {
    const found = await deviations(readable(), async (row) => {
      const answer = await read(row, 'abc');
      return answer.status === 400 && answer.body.code === 'position.invalid' ? undefined : shown(answer);
    });
    expect(found).toEqual([]);
  });

  it('a position that has not come is waited for where the document says so, and nowhere else', async () => {
    // All at once: each waits its two seconds.
    const found = await Promise.all(
      readable().map((one) =>
        deviations([one], async (row) => {
          const answer = await read(row, '999999999');
          const waited = answer.status === 503 && answer.body.code === 'projection.behind';
          return waited === row.waits ? undefined : shown(answer);
        }),
      ),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe('roles', () => {
  it.each(Object.entries(ACCOUNTS))(
    '%s: never a fault of the server, and only what the role may',
    async (role, account) => {
      const client = await platform.as(account);
      const open = new Set(OPEN_TO_ALL.map(({ operation }) => operation));
      const found = await deviations(rows, async (row) => {
        const thing = await thingFor(account, row);
        const answer = await call(client, row, thing ?? randomUUID());
        if (answer.status >= 500) return shown(answer);
        const may = row.roles.includes(role) || open.has(row.operation);
        const refused = answer.status === 403 && answer.body.code.startsWith('rights.');
        if (may) return refused ? `refused: ${shown(answer)}` : undefined;
        // What is not there may be missing; what is there must be refused.
        const missing = answer.status === 404 && hasId(row) && thing === undefined;
        return refused || missing ? undefined : `let in: ${shown(answer)}`;
      });
      expect(found).toEqual([]);
    },
  );
});

describe('another tenant', () => {
  it.each(Object.entries(FOREIGN))("%s: Tiền Giang's ids are as missing ones", async (role, account) => {
    const client = await platform.as(account);
    const shared = role === 'region-coordinator' ? SHARED_WITH_HCMC : [];
    const own = rows.filter(
      (row) => hasId(row) && ids.has(resourceOf(row)) && ![...NOBODYS, ...shared].includes(resourceOf(row)),
    );
    expect(own.length).toBeGreaterThan(30);
    const found = await deviations(own, async (row) => {
      // A whole body: a faulty one would be refused before anybody looks for the thing.
      const body = row.body ? (sampleOf(row.body, randomUUID(), DAY) as object) : {};
      const foreign = await call(client, row, ids.get(resourceOf(row)) ?? '', body);
      const missing = await call(client, row, randomUUID(), body);
      const plain = ({ status, body: said }: Answer<Problem>): string =>
        JSON.stringify([status, { ...said, correlationId: '' }]);
      const role = foreign.status === 403 && foreign.body.code === 'rights.role';
      if (foreign.status !== 404 && !role) return `not as missing: ${shown(foreign)}`;
      return plain(foreign) === plain(missing) ? undefined : `${plain(foreign)} ≠ ${plain(missing)}`;
    });
    expect(found).toEqual([]);
  });
});
