import { z } from 'zod';

const environment = z.object({
  /** Base address of a collector that takes OTLP over HTTP; unset or empty = nothing is recorded. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(100).default(60_000),
  /** `json`: one object a line; `text`: for people. Default: text on a terminal. */
  LOG_FORMAT: z.enum(['json', 'text']).optional(),
  /** Default: info as JSON; on a terminal only what needs attention. */
  LOG_LEVEL: z.enum(['info', 'warn', 'error']).optional(),
});

export interface TelemetrySettings {
  /** Undefined = off. The exporters and the sampler read the other OTEL_* variables themselves. */
  readonly endpoint: string | undefined;
  readonly metricIntervalMs: number;
  readonly logFormat: 'json' | 'text' | undefined;
  readonly logLevel: 'info' | 'warn' | 'error' | undefined;
}

/** @throws ZodError naming the setting that is wrong */
export function telemetrySettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): TelemetrySettings {
  const parsed = environment.parse(env);
  return {
    endpoint: parsed.OTEL_EXPORTER_OTLP_ENDPOINT === '' ? undefined : parsed.OTEL_EXPORTER_OTLP_ENDPOINT,
    metricIntervalMs: parsed.OTEL_METRIC_EXPORT_INTERVAL,
    logFormat: parsed.LOG_FORMAT,
    logLevel: parsed.LOG_LEVEL,
  };
}
