import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startGateway, type UnderTest } from '../test/gateway-under-test.js';

const PUBLIC = 'https://lien-ket.test';
let gateway: UnderTest;
beforeAll(async () => {
  gateway = await startGateway({ publicUrl: PUBLIC });
});
afterAll(() => gateway.service.close());

/** As a proxy that ends TLS sends it on. */
function get(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve) => {
    httpRequest(gateway.url + path, { headers: { host: 'lien-ket.test', ...headers } }, (answer) => {
      answer.resume();
      resolve(answer);
    }).end();
  });
}

it('behind TLS, every cookie is secure and every address the public one, whatever the headers say', async () => {
  const lies = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' };
  const begun = await get('/auth/sign-in', lies);
  expect(begun.headers.location).toMatch(/^https:\/\/lien-ket\.test\/oidc\/auth\?/);
  const asked = await get((begun.headers.location ?? '').slice(PUBLIC.length), lies);
  expect(asked.statusCode).toBe(303);
  expect(asked.headers.location).toMatch(/^\/auth\/interaction\//);
  for (const line of [...(begun.headers['set-cookie'] ?? []), ...(asked.headers['set-cookie'] ?? [])])
    expect(line).toMatch(/; secure/i);
  const known = await fetch(`${gateway.url}/oidc/.well-known/openid-configuration`, { headers: lies });
  const document = (await known.json()) as Record<string, string>;
  expect([document['issuer'], document['token_endpoint']]).toEqual([
    `${PUBLIC}/oidc`,
    `${PUBLIC}/oidc/token`,
  ]);
});
