import type { Context } from '@lien-ket/kernel';
import type { CounterName, GaugeName, HistogramName } from './metrics.js';

/** Ids, names of types and figures; never a person's data, nor an error's message, which may quote one. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Of a context, what a trace needs. */
export type Traced = Pick<Context, 'correlationId'> & { readonly traceparent?: string };

export interface SpanStart {
  readonly name: string;
  readonly kind: 'server' | 'producer' | 'consumer' | 'internal';
  readonly attributes: Attributes;
  /** Histogram that takes the span's seconds, with those attributes that its row in METRICS names. */
  readonly metric?: HistogramName;
}

export interface OpenSpan {
  /** What the next hop gets, so that its span is this one's child. */
  readonly traceparent: string;
  /** @param error what it ended with: only its code or class is kept */
  end(outcome?: { readonly error?: unknown; readonly attributes?: Attributes }): void;
}

/** One reading of a gauge. */
export interface Reading {
  readonly value: number;
  readonly attributes: Attributes;
}

/** Where spans and figures go. Installed by `startTelemetry`; without it nothing is made and nothing is measured. */
export interface Recorder {
  open(parent: Traced, start: SpanStart): OpenSpan;
  record(metric: HistogramName, value: number, attributes: Attributes): void;
  count(metric: CounterName, attributes: Attributes): void;
  observe(metric: GaugeName, read: () => Iterable<Reading>): void;
  /** Seconds of a clock that only goes forward. */
  seconds(): number;
}

let recorder: Recorder | undefined;
let gauges: { readonly metric: GaugeName; readonly read: () => Iterable<Reading> }[] = [];

/** Begins (or with undefined ends) recording; gauges declared before are observed too. */
export function install(made: Recorder | undefined): void {
  recorder = made;
  if (made) for (const { metric, read } of gauges) made.observe(metric, read);
}

/** True while somebody records: for what costs something only to find out. */
export function recording(): boolean {
  return recorder !== undefined;
}

/** Opens a span that the caller ends; undefined while nobody records. */
export function openSpan(parent: Traced, start: SpanStart): OpenSpan | undefined {
  return recorder?.open(parent, start);
}

/** Runs `work` in a span under the context's; work gets the context whose traceparent is that span. */
export function traced<C extends Traced, T>(
  ctx: C,
  start: SpanStart,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  const span = recorder?.open(ctx, start);
  return span ? inSpan(span, ctx, work) : work(ctx);
}

async function inSpan<C extends Traced, T>(span: OpenSpan, ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  try {
    const result = await work({ ...ctx, traceparent: span.traceparent });
    span.end();
    return result;
  } catch (error) {
    span.end({ error });
    throw error;
  }
}

export function record(metric: HistogramName, value: number, attributes: Attributes): void {
  recorder?.record(metric, value, attributes);
}

export function count(metric: CounterName, attributes: Attributes): void {
  recorder?.count(metric, attributes);
}

/** Declares what a gauge reads at each export; answers how to take it back. */
export function observe(metric: GaugeName, read: () => Iterable<Reading>): () => void {
  const gauge = { metric, read: (): Iterable<Reading> => (gauges.includes(gauge) ? read() : []) };
  gauges.push(gauge);
  recorder?.observe(metric, gauge.read);
  return () => {
    gauges = gauges.filter((one) => one !== gauge);
  };
}

/** Measures how long something takes into a histogram; a no-op while nobody records. */
export function stopwatch(metric: HistogramName, attributes: Attributes): () => void {
  const active = recorder;
  if (!active) return () => undefined;
  const began = active.seconds();
  return () => active.record(metric, active.seconds() - began, attributes);
}
