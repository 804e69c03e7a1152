import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { Browser } from '../test/browser.js';
import { PASSWORD, startGateway, type UnderTest } from '../test/gateway-under-test.js';

const OFFICER = 'tien-giang.sct.officer';
const TOOL = fileURLToPath(new URL('../../../tools/token.mjs', import.meta.url));
let demo: UnderTest;
let real: UnderTest;
let portal: string;

beforeAll(async () => {
  portal = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(portal, 'assets'));
  writeFileSync(join(portal, 'index.html'), '<script nonce="__CSP_NONCE__"></script><i>__CSP_NONCE__</i>');
  writeFileSync(join(portal, 'assets', 'index-1a2b.js'), 'export {};\n'.repeat(200));
  writeFileSync(join(portal, 'favicon.svg'), '<svg/>');
  demo = await startGateway({ demo: true, portal, algorithm: 'EdDSA' });
  real = await startGateway();
});
afterAll(async () => {
  await Promise.all([demo.service.close(), real.service.close()]);
  rmSync(portal, { recursive: true });
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const token = async (account = OFFICER): Promise<string> => {
  const answer = (await (await post(`${demo.url}/auth/demo-token`, { account })).json()) as {
    access_token: string;
  };
  return answer.access_token;
};

describe('the demonstration', () => {
  it('gives scripts a token that the services take (with an Ed25519 key, too)', async () => {
    const bearer = await token();
    expect(decodeJwt(bearer)).toMatchObject({ tenant: 'tien-giang', aud: 'lk-api' });
    const answer = await fetch(`${demo.url}/api/v1/echo`, { headers: { authorization: `Bearer ${bearer}` } });
    expect(answer.status).toBe(200);
  });

  it('signs people in with an Ed25519 key and shows them the password', async () => {
    const browser = new Browser(demo.url);
    const form = await browser.visit(`/auth/sign-in?account=${OFFICER}&returnTo=/auth/session`);
    expect(form.text).toContain(PASSWORD);
    const { text } = await browser.submit(form.path, { login: OFFICER, password: PASSWORD });
    expect(JSON.parse(text)).toMatchObject({ signedIn: true, demo: true });
    expect((JSON.parse(text) as { accounts: unknown[] }).accounts).toHaveLength(3);
  });

  it('answers this machine only, by its own names, and no proxy', async () => {
    const withHost = (host: string) =>
      new Promise((resolve) => {
        httpRequest(`${demo.url}/auth/demo-accounts`, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }).end();
      });
    expect(await withHost('evil.test:8080')).toBe(404);
    expect(await withHost('localhost:1')).toBe(200);
    const proxied = await fetch(`${demo.url}/auth/demo-accounts`, {
      headers: { 'x-forwarded-for': '10.0.0.1' },
    });
    expect(proxied.status).toBe(404);
    expect((await post(`${demo.url}/auth/demo-token`, { account: 'nobody' })).status).toBe(404);
  });

  it('is not there in a real platform', async () => {
    expect((await fetch(`${real.url}/auth/demo-accounts`)).status).toBe(404);
    expect((await post(`${real.url}/auth/demo-token`, { account: OFFICER })).status).toBe(404);
    expect((await new Browser(real.url).json('/auth/session')).body).toEqual({
      signedIn: false,
      csrf: null,
      demo: false,
    });
  });
});

describe('npm run token', () => {
  const run = (args: string[], env: Record<string, string>) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [TOOL, ...args], { env: { PATH: '', ...env } }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
  const port = (gateway: UnderTest) => ({ PORT: String(gateway.service.port) });

  it('prints a token, and the list of accounts as JSON', async () => {
    const printed = await run([OFFICER], port(demo));
    expect(decodeJwt(printed.out.trim())).toMatchObject({ tenant: 'tien-giang' });
    expect(JSON.parse((await run(['--list'], port(demo))).out)).toContainEqual({
      account: OFFICER,
      tenant: 'tien-giang',
      organisation: 'sct',
      role: 'officer',
      name: `Tên ${OFFICER}`,
      tenantName: null,
      organisationName: null,
    });
  });

  it('finds the port where the platform wrote it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'data-'));
    writeFileSync(join(folder, 'platform.json'), JSON.stringify({ port: demo.service.port }));
    expect((await run(['--list'], { DATA_DIR: folder })).code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('says in one sentence why not', async () => {
    const cases: [string[], Record<string, string>, number, string][] = [
      [['nobody'], port(demo), 1, 'no such account'],
      [[OFFICER], port(real), 1, 'not a demonstration'],
      [[OFFICER], { PORT: '1' }, 1, 'the platform is not running'],
      [[OFFICER], { DATA_DIR: join(tmpdir(), 'nowhere') }, 1, 'the platform is not running'],
      [[], {}, 2, '--list'],
    ];
    for (const [args, env, code, sentence] of cases) {
      const refused = await run(args, env);
      expect([refused.code, refused.out]).toEqual([code, '']);
      expect(refused.err).toContain(sentence);
    }
  });
});

describe('the portal', () => {
  const page = (path: string, accept = 'text/html') => fetch(demo.url + path, { headers: { accept } });

  it('has a fresh nonce in page and policy, also at its inner addresses', async () => {
    const nonces = await Promise.all(
      ['/', '/plans/123?x=1', '/plans'].map(async (path) => {
        const response = await page(path);
        const nonce = /<i>([\w-]{20,})<\/i>/.exec(await response.text())?.[1];
        expect(response.headers.get('content-security-policy')).toContain(
          `script-src 'self' 'nonce-${nonce}'`,
        );
        expect(response.headers.get('cache-control')).toBe('no-store');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
  });

  it('keeps hashed files for good, compressed', async () => {
    const asset = await page('/assets/index-1a2b.js', '*/*');
    expect([asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
      'public, max-age=31536000, immutable',
      'gzip',
    ]);
    expect(asset.headers.get('content-type')).toContain('text/javascript');
    expect(await asset.text()).toContain('export {}');
    expect((await page('/favicon.svg', '*/*')).headers.get('cache-control')).toBe('max-age=3600');
  });

  it.each(['/assets/missing.js', '/api/v1/nothing', '/assets/..%2findex.html', '/auth/nothing', '/health/x'])(
    'is not behind %s',
    async (path) => {
      const response = await page(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('is no page for what asks for none', async () =>
    expect((await page('/plans', 'application/json')).status).toBe(404));
});

describe('the interface describes itself', () => {
  it('as a document and as a page without scripts', async () => {
    const document = (await (await fetch(`${real.url}/api/v1/openapi.json`)).json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
    const page = await fetch(`${real.url}/api/v1/docs`, { headers: { 'accept-language': 'en' } });
    const text = await page.text();
    expect(text).toContain('POST /api/v1/plans/{id}/issue');
    expect(text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the stream', () => {
  it('tells of changes of the tenant, and of an inbox only its owner', async () => {
    expect((await fetch(`${demo.url}/api/v1/stream`)).status).toBe(401);
    const headers = { authorization: `Bearer ${await token()}` };
    const me = (await (await fetch(`${demo.url}/api/v1/echo`, { headers })).json()) as { account: string };
    const response = await fetch(`${demo.url}/api/v1/stream`, { headers });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let read = '';
    const until = async (wanted: string): Promise<void> => {
      while (!read.includes(wanted)) read += Buffer.from((await reader.read()).value ?? []).toString('utf8');
    };
    await until('retry: 1000');
    demo.publish({ position: 1, topic: 'notifications', account: 'somebody-else' });
    demo.publish({ position: 2, topic: 'notifications', account: me.account });
    demo.publish({ position: 3, topic: 'plans' });
    await until('"topic":"plans"');
    expect(read).toContain('id: 2\nevent: change\ndata: {"position":2,"topic":"notifications"}\n\n');
    expect(read).not.toContain('"position":1');
    await reader.cancel();
  });

  it('ends when the gateway closes, in time', async () => {
    const gateway = await startGateway({ demo: true });
    const answer = (await (
      await post(`${gateway.url}/auth/demo-token`, { account: OFFICER })
    ).json()) as Record<string, string>;
    const headers = { authorization: `Bearer ${answer['access_token']}` };
    const open = await fetch(`${gateway.url}/api/v1/stream`, { headers });
    const started = performance.now();
    await Promise.all([gateway.service.close(), gateway.service.close(), open.text()]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
