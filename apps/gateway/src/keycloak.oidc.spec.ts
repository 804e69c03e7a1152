import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Person, WithKeycloak } from '../test/keycloak.js';

const PASSWORD = 'mot-mat-khau-dai';
const OFFICER = 'tien-giang.sct.officer';
const ACCOUNT = randomUUID();
let stack: WithKeycloak;

const user = (username: string, attributes: Readonly<Record<string, string>>) => ({
  username,
  enabled: true,
  firstName: `Tên ${username}`,
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value]])),
  credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
});

beforeAll(async () => {
  stack = await WithKeycloak.start();
  const made = await stack.admin('/users', 'POST', user(OFFICER, { tenant: 'tien-giang', account: ACCOUNT }));
  expect(made.status).toBe(201);
}, 300_000);
afterAll(() => stack?.stop());

describe('sign-in by Keycloak', () => {
  it('carries tenant, account and name to the services, and no token to the browser', async () => {
    const person = new Person(stack);
    expect(await person.signIn(OFFICER, PASSWORD)).toBe(302);
    const { body } = await person.portal.json('/auth/session');
    expect(body).toEqual({ signedIn: true, csrf: expect.any(String), demo: false });
    const { status, body: plans } = await person.plans();
    expect(status).toBe(200);
    expect(plans['who']).toEqual({
      issuer: stack.keycloak.issuer,
      subject: expect.any(String),
      tenant: 'tien-giang',
      account: ACCOUNT,
      name: `Tên ${OFFICER}`,
      platformAdmin: false,
    });
  });

  it('refuses a wrong password, and an attempt that another browser began', async () => {
    const [person, other] = [new Person(stack), new Person(stack)];
    const page = await person.begin();
    const wrong = await person.send(page, { username: OFFICER, password: 'sai' });
    expect(wrong.back).toBeUndefined();
    const { back } = await person.send(wrong.page ?? '', { username: OFFICER, password: PASSWORD });
    expect(await other.arrive(back)).toBe(400);
    expect(await person.arrive(back)).toBe(302);
  });

  it('makes the first administrator choose his own password, and gives him his role and no tenant', async () => {
    const person = new Person(stack);
    const credentials = { username: 'platform.admin', password: stack.secret('platform-admin') };
    const { page = '' } = await person.send(await person.begin(), credentials);
    expect(page).toContain('name="password-new"');
    const { back } = await person.send(page, { 'password-new': PASSWORD, 'password-confirm': PASSWORD });
    expect(await person.arrive(back)).toBe(302);
    const { body } = await person.plans();
    expect(body['who']).toMatchObject({ platformAdmin: true, name: 'Quản trị nền tảng' });
    expect(body['who']).not.toHaveProperty('tenant');
  });

  it('gives a script of the operator the role too, by its own secret and by nothing else', async () => {
    const ask = (fields: Readonly<Record<string, string>>) =>
      fetch(`${stack.keycloak.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: 'lk-operator', ...fields }),
      });
    const secret = { client_secret: stack.secret('operator-client') };
    const answer = await ask({ ...secret, grant_type: 'client_credentials' });
    const { access_token: token } = (await answer.json()) as { readonly access_token: string };
    const seen = await fetch(`${stack.behind.url}/api/v1/plans`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await seen.json()).toMatchObject({ who: { platformAdmin: true, account: expect.any(String) } });
    expect((await ask({ grant_type: 'client_credentials', client_secret: 'x' })).status).toBe(401);
  });

  it('refuses who has no tenant, and a token that was given for something else', async () => {
    expect((await stack.admin('/users', 'POST', user('khach', { account: randomUUID() }))).status).toBe(201);
    const person = new Person(stack);
    expect(await person.signIn('khach', PASSWORD)).toBe(302);
    expect((await person.plans()).status).toBe(401);
    const headers = { authorization: `Bearer ${stack.foreignToken}` };
    expect((await fetch(`${stack.behind.url}/api/v1/plans`, { headers })).status).toBe(401);
  });

  it('lets nobody give a password to the token endpoint, or change his own tenant', async () => {
    const answer = await fetch(`${stack.keycloak.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'lk-gateway',
        client_secret: stack.secret('gateway-client'),
        username: OFFICER,
        password: PASSWORD,
      }),
    });
    expect(await answer.json()).toMatchObject({ error: 'unauthorized_client' });
    const profile = (await (await stack.admin('/users/profile')).json()) as {
      readonly attributes: readonly {
        readonly name: string;
        readonly permissions: { readonly edit: string[] };
      }[];
    };
    const editable = profile.attributes.filter(({ permissions }) => permissions.edit.includes('user'));
    expect(editable.map(({ name }) => name)).toEqual(['email']);
  });
});

describe('a session', () => {
  it('is refreshed before its token ends, and goes on after the keys were changed', async () => {
    const person = new Person(stack);
    await person.signIn(OFFICER, PASSWORD);
    const first = (await person.plans()).body;
    expect((await person.plans()).body['jti']).toBe(first['jti']);
    stack.clock.forward(280);
    const second = (await person.plans()).body;
    expect([second['jti'] === first['jti'], second['kid']]).toEqual([false, first['kid']]);
    const made = await stack.admin('/components', 'POST', {
      name: 'next',
      providerId: 'ecdsa-generated',
      providerType: 'org.keycloak.keys.KeyProvider',
      config: { priority: ['500'], enabled: ['true'], active: ['true'], ecdsaEllipticCurveKey: ['P-256'] },
    });
    expect(made.status).toBe(201);
    stack.clock.forward(280);
    // Who verifies asks for new keys at most every half minute.
    const until = Date.now() + 45_000;
    let third = await person.plans();
    while (third.status !== 200 && Date.now() < until) third = await person.plans();
    expect(third.status).toBe(200);
    expect(third.body['kid']).not.toBe(first['kid']);
    expect(await new Person(stack).signIn(OFFICER, PASSWORD)).toBe(302);
  }, 90_000);

  it('ends here and at Keycloak', async () => {
    const person = new Person(stack);
    await person.signIn(OFFICER, PASSWORD);
    const csrf = String((await person.portal.json('/auth/session')).body['csrf']);
    const answer = await person.portal.json('/auth/sign-out', {
      method: 'POST',
      headers: { 'x-csrf-token': csrf, origin: stack.gateway.url },
    });
    expect(answer).toMatchObject({ status: 200, body: { signedIn: false } });
    const next = new URL(String(answer.body['next']));
    expect(next.origin).toBe(stack.keycloak.url);
    const left = await person.provider.request(next.pathname + next.search);
    expect(left.headers.get('location')).toBe(`${stack.gateway.url}/`);
    expect((await person.plans()).status).toBe(401);
    expect(await person.begin()).toContain('name="password"');
  });
});
