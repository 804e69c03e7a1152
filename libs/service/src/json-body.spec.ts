import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DomainError } from '@lien-ket/kernel';
import { readJsonBodies } from './json-body.js';

const LIMIT = 100;
const adapter = new FastifyAdapter({ bodyLimit: 10 * LIMIT });
const fastify = adapter.getInstance();

beforeAll(() => {
  readJsonBodies(adapter, LIMIT);
  fastify.setErrorHandler((error, _request, reply) =>
    reply.send({ refused: error instanceof DomainError ? error.code : (error as { code?: string }).code }),
  );
  fastify.post('/', (request) => Promise.resolve({ taken: request.body }));
});
afterAll(() => fastify.close());

const named = (...bytes: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('{"name":"'), Buffer.from(bytes), Buffer.from('"}')]);

it.each<[string, Buffer, object]>([
  ['a letter of three bytes', named(0xe1, 0xba, 0xbf), { taken: { name: 'ế' } }],
  ['bytes that begin no letter', named(0xff, 0xfe), { refused: 'body.notUtf8' }],
  ['a surrogate', named(0xed, 0xa0, 0x80), { refused: 'body.notUtf8' }],
  ['half a letter', named(0xe1, 0xba), { refused: 'body.notUtf8' }],
  ['the sign for what could not be read', named(0xef, 0xbf, 0xbd), { taken: { name: '\ufffd' } }],
  ['no JSON', Buffer.from('{"name":'), { refused: 'FST_ERR_CTP_INVALID_JSON_BODY' }],
  [
    'a way to the prototype',
    Buffer.from('{"__proto__":{"a":1}}'),
    { refused: 'FST_ERR_CTP_INVALID_JSON_BODY' },
  ],
  ['nothing', Buffer.alloc(0), { refused: 'FST_ERR_CTP_EMPTY_JSON_BODY' }],
  ['more than the limit', Buffer.alloc(LIMIT + 1, ' '), { refused: 'FST_ERR_CTP_BODY_TOO_LARGE' }],
])('%s', async (_what, payload, answer) => {
  const headers = { 'content-type': 'application/json' };
  const sent = await fastify.inject({ method: 'POST', url: '/', headers, payload });
  expect(sent.json()).toEqual(answer);
});
