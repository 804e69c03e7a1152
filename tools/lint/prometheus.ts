import type { Metric } from '@lien-ket/telemetry';

export const under = (name: string): string => name.replaceAll('.', '_');

/** Names under which Prometheus knows a metric that came by OTLP: dots to underscores, the unit, what the kind adds. */
export function prometheusNames(name: string, { kind, unit }: Metric): string[] {
  const base = under(name) + (unit === 's' ? '_seconds' : '');
  if (kind === 'counter') return [`${base}_total`];
  return kind === 'gauge' ? [base] : ['_bucket', '_sum', '_count'].map((end) => base + end);
}
