import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ConfigurationFaults,
  OPERATIONS,
  TokenVerifier,
  randomIds,
  startService,
  type RunningService,
} from '@lien-ket/service';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { Browser } from '../test/browser.js';
import { freePort } from '@lien-ket/testing';
import { MovableClock } from '../test/gateway-under-test.js';
import { readConfig } from './gateway.config.js';
import { GatewayModule, OWNER_OF } from './gateway.module.js';

/** An outside provider: discovery, one code, tokens. And a service behind the gateway that says what it got. */
let issuer: string;
let outside: Server;
let behind: Server;
let gateway: RunningService;
let key: Awaited<ReturnType<typeof generateKeyPair>>;
const asked: URLSearchParams[] = [];
const got: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
let nonce = '';

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};
const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listening = (server: Server) =>
  new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

async function answerOf(path: string, body: string): Promise<unknown> {
  if (path.startsWith('/.well-known'))
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/end`,
    };
  if (path === '/jwks') return { keys: [{ ...(await exportJWK(key.publicKey)), kid: 'o1' }] };
  asked.push(new URLSearchParams(body));
  const sign = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'o1' })
      .setIssuer(issuer)
      .setSubject('s')
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(key.privateKey);
  const access = await sign({ tenant: 'hcmc', account: randomIds.uuid() }, 'lk-api');
  return {
    access_token: access,
    expires_in: 300,
    refresh_token: 'r',
    id_token: await sign({ nonce }, 'portal'),
    token_type: 'Bearer',
  };
}

beforeAll(async () => {
  key = await generateKeyPair('ES256');
  outside = await listening(
    createServer(async (request, response) => {
      const body = await textOf(request);
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(await answerOf(request.url ?? '', body)));
    }),
  );
  issuer = addressOf(outside);
  behind = await listening(
    createServer(async (request, response) => {
      const body = await textOf(request);
      got.push({ url: request.url ?? '', headers: request.headers, body });
      response
        .writeHead(418, { etag: '"3"', 'content-type': 'application/json', 'set-cookie': 'x=y' })
        .end('{"teapot":true}');
    }),
  );
  const port = await freePort();
  const provider = { issuer, clientId: 'portal', clientSecret: 'secret' };
  const clock = new MovableClock();
  const services = { agreement: addressOf(behind), audit: 'http://127.0.0.1:9' };
  const module = GatewayModule.forwarding({
    publicUrl: `http://127.0.0.1:${port}`,
    clock,
    provider,
    ways: { services, apart: new Map([['nghe-an', { audit: addressOf(behind) }]]) },
  });
  const log = (): void => undefined;
  gateway = await startService('gateway', module, {
    port,
    signals: false,
    ports: {
      verifier: new TokenVerifier({ issuer, keys: { url: `${issuer}/jwks` } }),
      rights: { rightsOf: async () => [] },
      clock,
      ids: randomIds,
      logger: { info: log, warn: log, error: log },
      readiness: [],
    },
  });
});
afterAll(async () => {
  await gateway.close();
  for (const server of [outside, behind]) server.close().closeAllConnections();
});

async function signedIn(): Promise<Browser> {
  const browser = new Browser(gateway.url);
  const to = new URL((await browser.request('/auth/sign-in?account=an')).headers.get('location') ?? '');
  expect(`${to.origin}${to.pathname}`).toBe(`${issuer}/auth`);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    code_challenge_method: 'S256',
    client_id: 'portal',
    login_hint: 'an',
  });
  nonce = to.searchParams.get('nonce') ?? '';
  const back = await browser.request(`/auth/callback?code=c1&state=${to.searchParams.get('state')}`);
  expect(back.status).toBe(302);
  return browser;
}

describe('the forwarding gateway', () => {
  it('signs in at an outside provider and forwards with the token, never the cookie', async () => {
    const browser = await signedIn();
    expect(asked.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    const csrf = String((await browser.json('/auth/session')).body['csrf']);
    const response = await browser.request('/api/v1/plans/7/issue?x=1', {
      method: 'POST',
      body: '{"a":"Tiền Giang"}',
      headers: {
        'x-csrf-token': csrf,
        'content-type': 'application/json',
        'if-match': '"2"',
        'x-forwarded-for': '1.2.3.4',
      },
    });
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([
      418,
      '"3"',
      '{"teapot":true}',
    ]);
    expect(response.headers.get('set-cookie')).toBeNull();
    const { url, headers, body } = got.at(-1) ?? { url: '', headers: {}, body: '' };
    expect([url, body, headers['if-match']]).toEqual([
      '/api/v1/plans/7/issue?x=1',
      '{"a":"Tiền Giang"}',
      '"2"',
    ]);
    expect(headers.authorization).toMatch(/^Bearer ey/);
    expect(headers['x-correlation-id']).toBe(response.headers.get('x-correlation-id'));
    for (const name of ['cookie', 'x-csrf-token', 'x-forwarded-for'])
      expect(headers).not.toHaveProperty(name);
  });

  it('refuses a sign-in whose identity is for another one', async () => {
    const browser = new Browser(gateway.url);
    const to = new URL((await browser.request('/auth/sign-in')).headers.get('location') ?? '');
    nonce = 'another';
    expect(
      (await browser.request(`/auth/callback?code=c&state=${to.searchParams.get('state')}`)).status,
    ).toBe(400);
  });

  it('leads out through the provider', async () => {
    const browser = await signedIn();
    const headers = { 'x-csrf-token': String((await browser.json('/auth/session')).body['csrf']) };
    const { body } = await browser.json('/auth/sign-out', { method: 'POST', headers });
    expect(body['next']).toContain(`${issuer}/end?client_id=portal&post_logout_redirect_uri=`);
  });

  it('says when a service is silent, and knows no path that nobody owns', async () => {
    const browser = new Browser(gateway.url);
    expect((await browser.json('/api/v1/audit/events')).body).toMatchObject({
      status: 503,
      code: 'service.silent',
    });
    for (const path of ['/api/v1/nothing', '/api/v1/activities', '/api/v1/__proto__'])
      expect((await browser.json(path)).body).toMatchObject({ status: 404, code: 'notFound' });
  });

  it('goes another way for a tenant whose services are apart, and the common way for what it has not apart', async () => {
    const browser = new Browser(gateway.url);
    const statusOf = async (tenant: string, path: string): Promise<number> => {
      const token = await new SignJWT({ tenant }).setProtectedHeader({ alg: 'ES256' }).sign(key.privateKey);
      return (await browser.request(path, { headers: { authorization: `Bearer ${token}` } })).status;
    };
    expect(await statusOf('nghe-an', '/api/v1/audit/events')).toBe(418);
    expect(await statusOf('nghe-an', '/api/v1/plans')).toBe(418);
    expect(await statusOf('hcmc', '/api/v1/audit/events')).toBe(503);
    const nonsense = { headers: { authorization: 'Bearer nonsense' } };
    expect((await browser.request('/api/v1/audit/events', nonsense)).status).toBe(503);
  });

  it('has an owner for every resource of the interface', () => {
    const resources = new Set(OPERATIONS.map(({ path }) => path.split('/')[3] ?? ''));
    expect([...resources].filter((resource) => OWNER_OF[resource] === undefined)).toEqual([]);
  });
});

describe('readConfig', () => {
  const good = {
    PUBLIC_URL: 'https://lk.test/',
    OIDC_ISSUER: 'https://id.test',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    AGREEMENT_URL: 'http://agreement:3000',
  };

  it('reads what is right', () => {
    expect(readConfig(good)).toMatchObject({
      port: 8080,
      publicUrl: 'https://lk.test',
      ways: { services: { agreement: 'http://agreement:3000' } },
    });
  });

  it('reads the ways of tenants apart, and names what is wrong in the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lk-ways-'));
    const file = join(folder, 'ways.json');
    const withFile = (content: string) => {
      writeFileSync(file, content);
      return readConfig({ ...good, TENANT_URLS_FILE: file });
    };
    const { apart } = withFile('{"nghe-an":{"audit":"http://audit-nghe-an:3000/"}}').ways;
    expect(apart?.get('nghe-an')).toEqual({ audit: 'http://audit-nghe-an:3000' });
    for (const wrong of [
      '{"Nghệ An":{}}',
      '{"nghe-an":{"audits":"http://x"}}',
      '{"nghe-an":{"audit":"x"}}',
      '{',
    ])
      expect(() => withFile(wrong)).toThrow(/TENANT_URLS_FILE: /);
    rmSync(folder, { recursive: true });
  });

  it('names every fault at once', () => {
    const read = () => readConfig({ ...good, OIDC_ISSUER: undefined, PORT: 'x', AGREEMENT_URL: 'ftp://x' });
    expect(read).toThrow(ConfigurationFaults);
    expect(read).toThrow(/PORT: .*OIDC_ISSUER: .*AGREEMENT_URL: /s);
    expect(() => readConfig({ ...good, AGREEMENT_URL: undefined })).toThrow(/none is set/);
  });
});
