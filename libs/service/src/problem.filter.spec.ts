import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { DomainError } from '@lien-ket/kernel';
import { command } from '@lien-ket/contracts';
import { z } from 'zod';
import { parseCommand, randomIds, startService, type RunningService } from './index.js';
import type { LogFields } from '@lien-ket/telemetry';

const contract = command('Thử', 'Test', ['head'], z.strictObject({ name: z.string() }));

@Controller('api/v1/things')
class ThingsController {
  @Get('fails') fails() {
    throw new Error('broken for "Nguyễn Văn Kim" 0901234567');
  }
  @Get('busy') busy() {
    throw new DomainError('unavailable', 'projection.behind');
  }
  @Get('full') full() {
    throw Object.assign(new Error('could not extend file "base/1": No space left on device'), {
      code: '53100',
    });
  }
  @Get('odd') odd() {
    throw new DomainError('conflict', 'thing.neverHeardOf', { n: 1 });
  }
  @Post() create(@Body() raw: unknown) {
    return parseCommand(contract, raw);
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const logged: { message: string; fields?: LogFields }[] = [];
const log = (message: string, fields?: LogFields): void => void logged.push({ message, fields });
let service: RunningService;

beforeAll(async () => {
  const identity = {
    issuer: 'i',
    subject: 's',
    account: randomIds.uuid(),
    tenant: 'hcmc',
    platformAdmin: false,
  };
  service = await startService('things', ThingsModule, {
    port: 0,
    signals: false,
    ports: {
      verifier: { verify: async () => identity },
      rights: { rightsOf: async () => [{ role: 'head', organisationId: randomIds.uuid() }] },
      clock: { now: () => '2025-03-11T02:00:00.000Z', businessDate: () => '2025-03-11' },
      ids: randomIds,
      logger: { info: log, warn: log, error: log },
      readiness: [],
    },
  });
});
afterAll(() => service.close());

const things = '/api/v1/things';
const call = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${service.url}${path}`, init);
  return { response, status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const post = (body: unknown, headers: Record<string, string> = {}) =>
  call(things, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('problem details', () => {
  it('are Vietnamese unless English is asked for, with the same codes and pointers', async () => {
    const vietnamese = await post({ nme: 'x' });
    const english = await post({ nme: 'x' }, { 'accept-language': 'en' });
    expect(vietnamese.response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(vietnamese.body).toMatchObject({
      type: 'about:blank',
      status: 400,
      title: 'Yêu cầu chưa đúng',
      code: 'body.invalid',
      errors: [
        { pointer: '/name', code: 'field.required', detail: 'Bắt buộc phải có.' },
        { pointer: '/nme', code: 'field.unknown', detail: 'Không có trường này.' },
      ],
    });
    expect(english.body).toMatchObject({
      title: 'The request is not right',
      errors: [
        { pointer: '/name', detail: 'Required.' },
        { pointer: '/nme', detail: 'There is no such field.' },
      ],
    });
  });

  it.each([
    ['a torn body', '{"name":', 400, 'request.unreadable'],
    ['a body over 1 MiB', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 413, 'body.tooLarge'],
  ])('tell of %s', async (_, body, status, code) => {
    expect((await post(body)).body).toMatchObject({ status, code });
  });

  it('tell of another media type, of an address that is not there, of a busy service, of an unknown code', async () => {
    expect((await post('x', { 'content-type': 'text/csv' })).body).toMatchObject({
      status: 415,
    });
    expect((await call('/api/v1/nowhere')).body).toMatchObject({ status: 404, code: 'notFound' });
    const busy = await call(`${things}/busy`);
    expect([busy.status, busy.response.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await call(`${things}/odd`)).body).toMatchObject({
      status: 409,
      code: 'thing.neverHeardOf',
      detail: 'Việc này không thực hiện được ở trạng thái hiện tại.',
    });
  });

  it('say nothing of what broke, and the log no name and no number', async () => {
    const { body } = await call(`${things}/fails`);
    expect(body).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(body)).not.toContain('broken');
    const entry = logged.find(({ message }) => message === 'request.unforeseen');
    expect(entry?.fields?.['detail']).toContain('broken for');
    expect(JSON.stringify(entry)).not.toMatch(/Kim|0901/);
  });
  it('tells of a store that is away or full with 503, without its words, and logs it', async () => {
    const answer = await service.fastify.inject({
      url: '/api/v1/things/full',
      headers: { authorization: 'Bearer x' },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'store.unavailable']);
    expect(answer.body).not.toContain('base/1');
    expect(logged.some(({ message }) => message === 'request.unforeseen')).toBe(true);
  });
});
