import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from '@lien-ket/kernel';
import { contextOf } from '@lien-ket/testing';
import {
  describeError,
  formatTraceparent,
  install,
  logFieldsOf,
  parseTraceparent,
  recording,
  serviceLogger,
  startTelemetry,
  traceIdOf,
  traced,
  type Recorder,
} from './index.js';
import { telemetrySettings } from './telemetry.config.js';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const span = { name: 'work', kind: 'internal', attributes: {} } as const;
const ctx = contextOf('tien-giang');

describe('a traceparent', () => {
  it('is read and written the same', () => {
    const parsed = parseTraceparent(TRACEPARENT);
    expect(parsed).toEqual({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      sampled: true,
    });
    expect(parsed && formatTraceparent(parsed)).toBe(TRACEPARENT);
  });

  it.each([undefined, '', 'Kim', TRACEPARENT.toUpperCase(), `00-${'0'.repeat(32)}-b7ad6b7169203331-01`])(
    'that is none begins a trace of ours: %s',
    (text) => expect(parseTraceparent(text)).toBeUndefined(),
  );

  it('of a correlation id is its sixteen bytes', () =>
    expect(traceIdOf('33333333-4444-4555-8666-777777777777')).toBe('33333333444445558666777777777777'));
});

describe('without a collector', () => {
  it('nothing is recorded: work gets the very context it was called with', async () => {
    const stop = await startTelemetry('spec', telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }));
    expect(recording()).toBe(false);
    expect(await traced(ctx, span, async (inner) => inner)).toBe(ctx);
    await stop();
  });

  it('a wrong address is refused by name', () =>
    expect(() => telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ));
});

describe('a recorder', () => {
  const ended: unknown[] = [];
  const recorder: Recorder = {
    open: () => ({ traceparent: TRACEPARENT, end: (outcome) => void ended.push(outcome?.error) }),
    record: () => undefined,
    count: () => undefined,
    observe: () => undefined,
    seconds: () => 0,
  };
  beforeAll(() => install(recorder));
  afterAll(() => install(undefined));

  it("gives work the span's traceparent, and is told of what it throws", async () => {
    expect(await traced(ctx, span, async ({ traceparent }) => traceparent)).toBe(TRACEPARENT);
    const refusal = new DomainError('conflict', 'plan.wrongState');
    await expect(traced(ctx, span, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(ended).toEqual([undefined, refusal]);
  });
});

describe('a collector that never answers', () => {
  it('holds a stopping process up for two seconds at most', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const settings = telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/` });
    const stop = await startTelemetry('spec', settings);
    expect(await traced(ctx, span, async ({ traceparent }) => parseTraceparent(traceparent)?.traceId)).toBe(
      traceIdOf(ctx.correlationId),
    );
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(recording()).toBe(false);
    silent.close();
    silent.closeAllConnections();
  });
});

describe('the logger', () => {
  const lines: string[] = [];
  const output = (terminal: boolean) => ({ terminal, write: (line: string) => void lines.push(line) });
  beforeEach(() => lines.splice(0));

  it('writes one object a line: time, level, service, code, message, tenant, correlation, trace', () => {
    const traceable = { ...ctx, traceparent: TRACEPARENT };
    serviceLogger('spec', output(false), telemetrySettings({})).info('request.answered', {
      ...logFieldsOf(traceable),
      status: 200,
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        level: 'info',
        service: 'spec',
        code: 'request.answered',
        message: 'request answered',
        tenant: 'tien-giang',
        correlationId: ctx.correlationId,
        traceId: '0af7651916cd43dd8448eb211c80319c',
        status: 200,
      },
    ]);
  });

  it('gives the trace of the correlation where no traceparent came', () =>
    expect(logFieldsOf({ ...ctx, traceparent: undefined })['traceId']).toBe(traceIdOf(ctx.correlationId)));

  it('on a terminal is readable and says only what needs attention', () => {
    const logger = serviceLogger('spec', output(true), telemetrySettings({}));
    logger.info('request.answered');
    logger.error('follower.stopped', { tenant: 'tien-giang', lag: undefined });
    expect(lines).toEqual([
      expect.stringMatching(
        /^\d\d:\d\d:\d\d ERROR spec: a follower of the log stands still \(follower\.stopped\) tenant=tien-giang\n$/,
      ),
    ]);
  });

  it('obeys LOG_FORMAT and LOG_LEVEL', () => {
    const logger = serviceLogger(
      'spec',
      output(true),
      telemetrySettings({ LOG_FORMAT: 'json', LOG_LEVEL: 'error' }),
    );
    logger.warn('framework.notice');
    logger.error('service.cannotStart');
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['service.cannotStart']);
  });

  it('keeps what somebody wrote out of an error', () => {
    const error = new Error('invalid "Đỗ Thị Kim" of kim@vidu.example, phone 0912 345 678');
    expect(JSON.stringify(describeError(error))).not.toMatch(/Kim|vidu|0912/);
  });
});
