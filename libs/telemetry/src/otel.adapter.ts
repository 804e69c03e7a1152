import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
  type Attributes as OtelAttributes,
  type Context as OtelContext,
  type Meter,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { metrics, resources, tracing } from '@opentelemetry/sdk-node';
import { DomainError } from '@lien-ket/kernel';
import { METRICS, type HistogramName, type MetricName } from './metrics.js';
import type { Attributes, OpenSpan, Recorder, SpanStart, Traced } from './recorder.js';
import type { TelemetrySettings } from './telemetry.config.js';
import { formatTraceparent, parseTraceparent, traceIdOf } from './traceparent.js';

const KINDS: Readonly<Record<SpanStart['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};
/** Seconds: an append takes milliseconds, a mail server many seconds. */
const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BUCKETS_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const NANO = 1e9;
/** A stopping process has five seconds in all. */
const LAST_SEND_MS = 1_500;

/** A trace that nobody else began takes the id of its correlation (docs/adr/0013). */
class CorrelatedIds extends tracing.RandomIdGenerator {
  next: string | undefined;

  constructor() {
    super();
    const random = this.generateTraceId;
    this.generateTraceId = () => this.next ?? random();
  }
}

/** Spans and metrics to a collector, by OTLP over HTTP. Nothing is registered globally, no module is patched. */
export function openTelemetry(
  service: string,
  settings: TelemetrySettings,
): { recorder: Recorder; close: () => Promise<void> } {
  const resource = resources
    .resourceFromAttributes({
      'service.namespace': 'lien-ket',
      'service.name': service,
      // Two processes of one service would otherwise write over each other's figures.
      'service.instance.id': randomUUID(),
    })
    .merge(resources.detectResources({ detectors: [resources.envDetector] }));
  const base = settings.endpoint?.replace(/\/$/, '');
  const ids = new CorrelatedIds();
  const spans = new tracing.BatchSpanProcessor(new OTLPTraceExporter({ url: `${base}/v1/traces` }));
  const tracers = new tracing.BasicTracerProvider({ resource, idGenerator: ids, spanProcessors: [spans] });
  const reader = new metrics.PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
    exportIntervalMillis: settings.metricIntervalMs,
    exportTimeoutMillis: Math.min(settings.metricIntervalMs, 30_000),
  });
  const meters = new metrics.MeterProvider({ resource, readers: [reader] });
  const recorder = new OtelRecorder(tracers.getTracer('lien-ket'), meters.getMeter('lien-ket'), ids);
  const stopWatching = watchEventLoop(recorder);
  const close = async (): Promise<void> => {
    stopWatching();
    // A collector that is away holds no process up: what could not be sent by then is lost.
    const late = new Promise((resolve) => setTimeout(resolve, LAST_SEND_MS).unref());
    await Promise.race([Promise.allSettled([tracers.shutdown(), meters.shutdown()]), late]);
  };
  return { recorder, close };
}

class OtelRecorder implements Recorder {
  private readonly instruments = new Map<
    MetricName,
    { record(value: number, attributes: OtelAttributes): void }
  >();

  constructor(
    private readonly tracer: Tracer,
    private readonly meter: Meter,
    private readonly ids: CorrelatedIds,
  ) {}

  open(parent: Traced, { name, kind, attributes, metric }: SpanStart): OpenSpan {
    const began = this.seconds();
    const span = this.start(parent, (context) =>
      this.tracer.startSpan(name, { kind: KINDS[kind], attributes: given(attributes) }, context),
    );
    const { traceId, spanId, traceFlags } = span.spanContext();
    return {
      traceparent: formatTraceparent({ traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0 }),
      end: (outcome = {}) => {
        const type = outcome.error === undefined ? undefined : typeOf(outcome.error);
        const all = { ...attributes, ...outcome.attributes, ...(type ? { 'error.type': type } : {}) };
        span.setAttributes(given(all));
        if (type) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        if (metric) this.record(metric, this.seconds() - began, only(metric, all));
      },
    };
  }

  record(metric: HistogramName, value: number, attributes: Attributes): void {
    this.instrument(metric).record(value, given(attributes));
  }

  count(metric: MetricName, attributes: Attributes): void {
    this.instrument(metric).record(1, given(attributes));
  }

  observe(metric: MetricName, read: () => Iterable<{ value: number; attributes: Attributes }>): void {
    const { unit, description } = METRICS[metric];
    this.meter.createObservableGauge(metric, { unit, description }).addCallback((result) => {
      for (const { value, attributes } of read()) result.observe(value, given(attributes));
    });
  }

  seconds(): number {
    return performance.now() / 1000;
  }

  private start<T>({ traceparent, correlationId }: Traced, begin: (context: OtelContext) => T): T {
    const from = parseTraceparent(traceparent);
    if (from) {
      const { traceId, spanId, sampled } = from;
      const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
      return begin(trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true }));
    }
    this.ids.next = traceIdOf(correlationId);
    try {
      return begin(ROOT_CONTEXT);
    } finally {
      this.ids.next = undefined;
    }
  }

  private instrument(metric: MetricName): { record(value: number, attributes: OtelAttributes): void } {
    const known = this.instruments.get(metric);
    if (known) return known;
    const { kind, unit, description } = METRICS[metric];
    const made = kind === 'counter' ? this.counter(metric) : this.histogram(metric, unit, description);
    this.instruments.set(metric, made);
    return made;
  }

  private counter(metric: MetricName): { record(value: number, attributes: OtelAttributes): void } {
    const { unit, description } = METRICS[metric];
    const counter = this.meter.createCounter(metric, { unit, description });
    return { record: (value, attributes) => counter.add(value, attributes) };
  }

  private histogram(
    metric: MetricName,
    unit: string,
    description: string,
  ): { record(value: number, attributes: OtelAttributes): void } {
    const explicitBucketBoundaries = unit === 's' ? BUCKETS_S : BUCKETS_EVENTS;
    return this.meter.createHistogram(metric, { unit, description, advice: { explicitBucketBoundaries } });
  }
}

function watchEventLoop(recorder: Recorder): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const read = (value: () => number) => (): { value: number; attributes: Attributes }[] => [
    { value: Number.isFinite(value()) ? value() / NANO : 0, attributes: {} },
  ];
  recorder.observe(
    'nodejs.eventloop.delay.p50',
    read(() => delay.percentile(50)),
  );
  recorder.observe(
    'nodejs.eventloop.delay.p99',
    read(() => delay.percentile(99)),
  );
  recorder.observe(
    'nodejs.eventloop.delay.max',
    read(() => {
      const { max } = delay;
      // Each export tells of the time since the last one; the longest is read last.
      delay.reset();
      return max;
    }),
  );
  return () => void delay.disable();
}

/** The stable code of a refusal, else the error's class: its message may quote what a person wrote. */
function typeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return error instanceof Error ? error.name : typeof error === 'string' ? error : 'unknown';
}

function only(metric: HistogramName, attributes: Attributes): Attributes {
  const names: readonly string[] = METRICS[metric].attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}

function given(attributes: Attributes): OtelAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
