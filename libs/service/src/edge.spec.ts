import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, Query, Req, Res } from '@nestjs/common';
import { DomainError, isUuid, type Assignment, type Context } from '@lien-ket/kernel';
import { command } from '@lien-ket/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  AnyAccount,
  Ctx,
  Public,
  Who,
  answer,
  commandMeta,
  newIdOf,
  pageOf,
  parseCommand,
  pathId,
  randomIds,
  requireRole,
  startService,
  type Identity,
  type RunningService,
} from './index.js';
import type { LogFields } from '@lien-ket/telemetry';

const ORGANISATION = '0190f5a0-0000-7000-8000-0000000000aa';
const contract = command(
  'Thử',
  'Test',
  ['head'],
  z.strictObject({ id: z.uuid().optional(), name: z.string() }),
);

@Controller('api/v1/things')
class ThingsController {
  @Get() list(@Query() query: unknown) {
    return pageOf(query);
  }
  @Get('open') @Public() open() {
    return { open: true };
  }
  @Get('me') @AnyAccount() me(@Ctx() ctx: Context, @Who() who: Identity) {
    return { ctx, name: who.name };
  }
  @Post() create(
    @Ctx() ctx: Context,
    @Req() request: FastifyRequest,
    @Body() raw: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    requireRole(ctx, contract.roles);
    const meta = commandMeta(request, 'none');
    const body = parseCommand(contract, raw);
    return answer(reply, { id: newIdOf(ctx, meta, body.id), revision: 0, seq: 7 }, 'created');
  }
  @Post(':id/change') change(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { expectedRevision = -1 } = commandMeta(request);
    return answer(reply, { id: pathId(id), revision: expectedRevision + 1, seq: 8 });
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

/** Accounts of this spec: the bearer token is the name itself. */
const ACCOUNTS: Record<string, { identity: Identity; assignments: readonly Assignment[] }> = {};
const account = (name: string, roles: readonly Assignment['role'][], platformAdmin = false): void => {
  const identity = { issuer: 'i', subject: name, account: randomIds.uuid(), name, platformAdmin };
  ACCOUNTS[name] = {
    identity: platformAdmin ? identity : { ...identity, tenant: 'tien-giang' },
    assignments: roles.map((role) => ({ role, organisationId: ORGANISATION })),
  };
};
account('officer', ['officer']);
account('both', ['officer', 'head', 'clerk']);
account('head', ['head']);
account('nobody', []);
account('operator', [], true);

const logged: { message: string; fields?: LogFields }[] = [];
const log = (message: string, fields?: LogFields): void => void logged.push({ message, fields });
let service: RunningService;

beforeAll(async () => {
  service = await startService('things', ThingsModule, {
    port: 0,
    signals: false,
    ports: {
      verifier: {
        verify: async (authorization) => {
          const found = ACCOUNTS[authorization?.slice(7) ?? ''];
          if (!found) throw new DomainError('unauthenticated', 'token.missing');
          return found.identity;
        },
      },
      rights: {
        rightsOf: async (tenant, id) =>
          Object.values(ACCOUNTS).find(
            ({ identity }) => identity.account === id && identity.tenant === tenant,
          )?.assignments ?? [],
      },
      clock: { now: () => '2025-03-11T02:00:00.000Z', businessDate: () => '2025-03-11' },
      ids: randomIds,
      logger: { info: log, warn: log, error: log },
      readiness: [{ parts: async () => [{ name: 'log', ready: logged.length > 0, lag: 3 }] }],
    },
  });
});
afterAll(() => service.close());

const call = async (path: string, as?: string, init: RequestInit = {}) => {
  const headers = {
    ...(as ? { authorization: `Bearer ${as}` } : {}),
    ...(init.headers as Record<string, string>),
  };
  const response = await fetch(`${service.url}${path}`, { ...init, headers });
  return { response, status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const post = (path: string, as: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, as, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const things = '/api/v1/things';

describe('the guard', () => {
  it('lets nobody in without a token, except where a route is open', async () => {
    const { status, body, response } = await call(things);
    expect([status, body['code'], response.headers.get('www-authenticate')]).toEqual([
      401,
      'token.missing',
      'Bearer',
    ]);
    expect((await call(`${things}/open`)).body).toEqual({ open: true });
  });

  it('makes the context with the role that decides most, passing correlation and trace on', async () => {
    const correlation = randomIds.uuid();
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const headers = { 'x-correlation-id': correlation, traceparent };
    const { body, response } = await call(`${things}/me`, 'both', { headers });
    expect(body['name']).toBe('both');
    expect(body['ctx']).toEqual({
      tenantId: 'tien-giang',
      actor: {
        account: ACCOUNTS['both']?.identity.account,
        role: 'head',
        organisationId: ORGANISATION,
        kind: 'person',
      },
      assignments: ACCOUNTS['both']?.assignments,
      correlationId: correlation,
      now: '2025-03-11T02:00:00.000Z',
      businessDate: '2025-03-11',
      traceparent,
    });
    expect(response.headers.get('x-correlation-id')).toBe(correlation);
  });

  it('gives a correlation id of its own for one that is no uuid', async () => {
    const { response } = await call(`${things}/me`, 'both', { headers: { 'x-correlation-id': 'Kim 0901' } });
    expect(isUuid(response.headers.get('x-correlation-id') ?? '')).toBe(true);
  });

  it('refuses an account without any right, but tells it who it is', async () => {
    expect((await call(things, 'nobody')).body).toMatchObject({ status: 403, code: 'rights.none' });
    expect((await call(`${things}/me`, 'nobody')).body).toMatchObject({ ctx: { assignments: [] } });
  });

  it('gives the platform administrator the context of no tenant', async () => {
    const { body } = await call(`${things}/me`, 'operator');
    expect(body['ctx']).toMatchObject({
      tenantId: 'platform',
      actor: { role: 'platform-admin' },
      assignments: [],
    });
  });
});

describe('commands', () => {
  it('need the role of the contract', async () => {
    const refused = await post(things, 'officer', { name: 'x' });
    expect(refused.body).toMatchObject({ status: 403, code: 'rights.role' });
  });

  it('answer with revision and position; a repeated key makes the same thing', async () => {
    const key = randomIds.uuid();
    const first = await post(things, 'both', { name: 'x' }, { 'idempotency-key': key });
    const second = await post(things, 'both', { name: 'x' }, { 'idempotency-key': key.toUpperCase() });
    const other = await post(things, 'head', { name: 'x' }, { 'idempotency-key': key });
    expect(other.body['id']).not.toBe(first.body['id']);
    expect(first.status).toBe(201);
    expect([first.response.headers.get('etag'), first.response.headers.get('lk-position')]).toEqual([
      '"0"',
      '7',
    ]);
    expect(first.body).toEqual(second.body);
    expect((await post(things, 'both', { name: 'x' })).body['id']).not.toBe(first.body['id']);
    expect((await post(things, 'both', { name: 'x' }, { 'idempotency-key': '1' })).body['code']).toBe(
      'idempotencyKey.invalid',
    );
  });

  it.each([
    [undefined, 428, 'ifMatch.missing'],
    ['"abc"', 400, 'ifMatch.invalid'],
    ['*', 400, 'ifMatch.invalid'],
    ['"4', 400, 'ifMatch.invalid'],
  ])('that change something need If-Match: %p → %p', async (header, status, code) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'if-match': header };
    const { body } = await post(`${things}/${randomIds.uuid()}/change`, 'both', {}, headers);
    expect(body).toMatchObject({ status, code });
  });

  it('take If-Match quoted and bare', async () => {
    for (const header of ['"4"', '4']) {
      const changed = await post(`${things}/${randomIds.uuid()}/change`, 'both', {}, { 'if-match': header });
      expect([changed.status, changed.body['revision']]).toEqual([200, 5]);
    }
  });
});

it('a body is UTF-8', async () => {
  const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  const headers = { 'content-type': 'application/json' };
  const sent = await call(things, 'both', { method: 'POST', body, headers });
  expect(sent.body).toMatchObject({ status: 400, code: 'body.notUtf8' });
});

describe('the running service', () => {
  it('answers health without a token', async () => {
    expect((await call('/health/live')).body).toEqual({ live: true });
    const ready = await call('/health/ready');
    expect([ready.status, ready.body]).toEqual([
      200,
      { ready: true, parts: [{ name: 'log', ready: true, lag: 3 }] },
    ]);
  });

  it('logs the route and never the address as it was sent', async () => {
    const id = randomIds.uuid();
    await post(`${things}/${id}/change?q=Kim`, 'both', {}, { 'if-match': '1' });
    const line = JSON.stringify(logged.filter(({ message }) => message === 'request.answered'));
    expect(line).toContain('"route":"/api/v1/things/:id/change"');
    expect(line).toContain('"tenant":"tien-giang"');
    expect(line).not.toContain(id);
    expect(line).not.toContain('Kim');
  });

  it('sends strict headers', async () => {
    const { response } = await call('/health/live');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
