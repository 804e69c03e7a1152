import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, importJWK } from 'jose';
import { uuidFrom } from '@lien-ket/kernel';
import { Browser } from '../test/browser.js';
import { PASSWORD, startGateway, type UnderTest } from '../test/gateway-under-test.js';

const OFFICER = 'tien-giang.sct.officer';
let gateway: UnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.service.close());

const signIn = async (login = OFFICER, returnTo = '/auth/session') => {
  const browser = new Browser(gateway.url);
  const form = await browser.visit(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}&account=${login}`);
  const page = await browser.submit(form.path, { login, password: PASSWORD });
  return { browser, form, page };
};
const csrfOf = async (browser: Browser): Promise<string> =>
  String((await browser.json('/auth/session')).body['csrf']);

describe('signing in', () => {
  it('shows an accessible form in Vietnamese, or English, with the account filled in and no script', async () => {
    const browser = new Browser(gateway.url);
    const { text, response } = await browser.visit(`/auth/sign-in?account=${OFFICER}`);
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('<label for="login">Tài khoản</label>');
    expect(text).toContain(`value="${OFFICER}"`);
    expect(text).not.toContain('<script');
    expect(text).not.toContain(PASSWORD);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
    const english = await browser.visit('/auth/sign-in', { headers: { 'accept-language': 'en' } });
    expect(english.text).toContain('<label for="login">Account</label>');
  });

  it('ends where it was asked to, with a session and no token in the browser', async () => {
    const { browser, page } = await signIn(OFFICER, '/auth/session?x=1');
    expect(page.path).toBe('/auth/session?x=1');
    expect(JSON.parse(page.text)).toEqual({ signedIn: true, csrf: expect.any(String), demo: false });
    expect(await browser.json('/api/v1/echo')).toEqual({
      status: 200,
      body: {
        tenant: 'tien-giang',
        role: 'officer',
        account: uuidFrom('account', OFFICER),
        name: `Tên ${OFFICER}`,
      },
    });
  });

  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'javascript:alert(1)',
    '/..//evil.test',
  ])('never leads to %p', async (returnTo) => {
    const browser = new Browser(gateway.url);
    const form = await browser.visit(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    // The browser of this spec refuses to leave the origin, and the first page does not exist without a portal.
    const { path } = await browser.submit(form.path, { login: OFFICER, password: PASSWORD });
    expect(path).toBe('/');
  });

  it('keeps the same browser signed in for another page without asking again', async () => {
    const { browser } = await signIn();
    expect((await browser.visit('/auth/sign-in?returnTo=/auth/session')).path).toBe('/auth/session');
  });

  it('takes a callback once, and only in the browser that began it', async () => {
    const browser = new Browser(gateway.url);
    const form = await browser.visit('/auth/sign-in');
    const body = new URLSearchParams({ login: OFFICER, password: PASSWORD });
    const resume = await browser.request(form.path, { method: 'POST', body });
    const called = await browser.request(resume.headers.get('location') ?? '');
    const callback = called.headers.get('location') ?? '';
    expect(callback).toContain('/auth/callback?code=');
    expect((await new Browser(gateway.url).request(callback)).status).toBe(400);
    expect((await browser.request(callback)).status).toBe(302);
    expect((await browser.request(callback)).status).toBe(400);
    expect((await browser.request('/auth/callback?error=access_denied')).status).toBe(400);
  });

  it("does not show another browser's form", async () => {
    const form = await new Browser(gateway.url).visit('/auth/sign-in');
    expect((await new Browser(gateway.url).visit(form.path)).response.status).toBe(400);
  });

  it('sends who came by another name to the public address', async () => {
    const response = await fetch(`${gateway.url.replace('127.0.0.1', 'localhost')}/auth/sign-in?account=x`, {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(`${gateway.url}/auth/sign-in?account=x`);
  });
});

describe('tokens', () => {
  it('carry tenant, pseudonym and name for five minutes, and no right', async () => {
    const { browser } = await signIn();
    expect(browser.cookie('lk_session')).not.toContain('.');
    const { header, claims } = (await browser.json('/api/v1/echo/token')).body as {
      header: object;
      claims: Record<string, number>;
    };
    expect(header).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(claims).toMatchObject({
      iss: `${gateway.url}/oidc`,
      sub: uuidFrom('subject', OFFICER),
      aud: 'lk-api',
      tenant: 'tien-giang',
      account: uuidFrom('account', OFFICER),
      name: `Tên ${OFFICER}`,
    });
    expect(claims).not.toHaveProperty('lk_roles');
    expect((claims['exp'] ?? 0) - (claims['iat'] ?? 0)).toBe(300);
  });

  it('that are expired, of another issuer or unsigned are refused with their code', async () => {
    const { key } = gateway;
    expect((await call(await mintLike(key, { expires: '-1m' }))).body).toMatchObject({
      status: 401,
      code: 'token.expired',
    });
    expect((await call(await mintLike(key, { issuer: 'https://other.test' }))).body).toMatchObject({
      code: 'token.invalid',
    });
    expect((await call('abc')).body).toMatchObject({ code: 'token.invalid' });
  });

  it('of a header pass untouched, whatever cookie stands beside', async () => {
    const { browser } = await signIn();
    const headers = { authorization: 'Bearer abc' };
    expect((await browser.json('/api/v1/echo', { headers })).body).toMatchObject({ code: 'token.invalid' });
    const good = { authorization: `Bearer ${await mintLike(gateway.key, {})}` };
    expect((await browser.json('/api/v1/echo', { method: 'POST', headers: good })).status).toBe(201);
  });

  const call = (token: string) =>
    new Browser(gateway.url).json('/api/v1/echo', { headers: { authorization: `Bearer ${token}` } });

  async function mintLike(key: UnderTest['key'], { expires = '5m', issuer = `${gateway.url}/oidc` }) {
    const claims = { tenant: 'tien-giang', account: uuidFrom('account', OFFICER), name: 'x' };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject('s')
      .setAudience('lk-api')
      .setExpirationTime(expires)
      .sign(await importJWK(key, 'ES256'));
  }
});

describe('the session', () => {
  it('writes only with its token against forgery', async () => {
    const { browser } = await signIn();
    const other = (await signIn()).browser;
    const post = (headers: Record<string, string> = {}) =>
      browser.json('/api/v1/echo', {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect((await post()).body).toMatchObject({ status: 403, code: 'csrf.missing' });
    expect((await post({ 'x-csrf-token': await csrfOf(other) })).body).toMatchObject({
      code: 'csrf.missing',
    });
    const good = { 'x-csrf-token': await csrfOf(browser) };
    expect(await post(good)).toEqual({ status: 201, body: { tenant: 'tien-giang', body: { a: 1 } } });
    expect((await post({ ...good, 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await post({ ...good, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  it('renews its token before it ends, once for many requests at a time, and again after that', async () => {
    const { browser } = await signIn();
    const asked = () => gateway.logged.filter(({ fields }) => fields?.['route'] === '/oidc/*').length;
    for (const wait of [280, 280, 280]) {
      gateway.clock.forward(wait);
      const before = asked();
      const answers = await Promise.all([1, 2, 3, 4].map(() => browser.json('/api/v1/echo')));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(asked() - before).toBe(1);
    }
  });

  it('ends by signing out: the cookie, the tokens and the provider’s own session', async () => {
    const { browser } = await signIn();
    const id = browser.cookie('lk_session') ?? '';
    expect((await browser.json('/auth/sign-out', { method: 'POST' })).body).toMatchObject({
      code: 'csrf.missing',
    });
    const headers = { 'x-csrf-token': await csrfOf(browser) };
    const out = await browser.json('/auth/sign-out', { method: 'POST', headers });
    expect(out.body).toEqual({ signedIn: false, next: '/' });
    expect(browser.cookie('lk_session')).toBeUndefined();
    browser.setCookie('lk_session', id);
    expect((await browser.json('/api/v1/echo')).status).toBe(401);
    expect((await browser.visit('/auth/sign-in')).text).toContain('name="password"');
  });

  it('is nobody for a cookie that is none', async () => {
    const browser = new Browser(gateway.url);
    browser.setCookie('lk_session', 'abc');
    expect((await browser.json('/api/v1/echo')).body).toMatchObject({ code: 'token.missing' });
    expect((await browser.json('/auth/session')).body).toEqual({ signedIn: false, csrf: null, demo: false });
  });
});

describe('passwords', () => {
  const attempt = async (login: string, password: string) => {
    const browser = new Browser(gateway.url);
    const form = await browser.visit('/auth/sign-in?returnTo=/auth/session');
    return { browser, form, page: await browser.submit(form.path, { login, password }) };
  };

  it('that are wrong are refused with the same words as accounts that do not exist', async () => {
    const wrong = await attempt('tien-giang.sct.head', 'not-this-one');
    const unknown = await attempt('nobody.at.all', PASSWORD);
    for (const { page } of [wrong, unknown]) {
      expect(page.response.status).toBe(401);
      expect(page.text).toContain('Tài khoản hoặc mật khẩu không đúng.');
    }
  });

  it('lock the account after five failures, for fifteen minutes, sent side by side too', async () => {
    const login = 'tien-giang.skhdt.focal';
    await Promise.all([1, 2, 3, 4, 5].map(() => attempt(login, 'not-this-one')));
    expect((await attempt(login, PASSWORD)).page.text).toContain('tạm khóa');
    gateway.clock.forward(15 * 60 + 1);
    expect((await attempt(login, PASSWORD)).page.path).toBe('/auth/session');
  });

  it('given by somebody else are changed before anything else', async () => {
    const login = 'tien-giang.sct.new';
    const { browser, form, page } = await attempt(login, PASSWORD);
    expect(page.text).toContain('Đổi mật khẩu lần đầu');
    expect((await browser.json('/auth/session')).body).toMatchObject({ signedIn: false });
    const change = (next: string, repeat = next) =>
      browser.submit(form.path, { login, password: PASSWORD, next, repeat });
    expect((await change('ngắn')).text).toContain('ít nhất 10 ký tự');
    expect((await change(PASSWORD)).text).toContain('khác mật khẩu hiện tại');
    expect((await change('đồng-lúa-chín-vàng', 'khác hẳn')).text).toContain('không giống nhau');
    expect((await change('đồng-lúa-chín-vàng')).path).toBe('/auth/session');
    expect((await attempt(login, PASSWORD)).page.response.status).toBe(401);
    expect((await attempt(login, 'đồng-lúa-chín-vàng'.normalize('NFD'))).page.path).toBe('/auth/session');
  });
});

it('logs neither accounts nor passwords nor tokens', () => {
  expect(gateway.logged.length).toBeGreaterThan(20);
  expect(JSON.stringify(gateway.logged)).not.toMatch(/sct|skhdt|lienket-demo|Bearer|eyJ/);
});
