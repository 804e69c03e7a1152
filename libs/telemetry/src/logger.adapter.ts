import type { Context } from '@lien-ket/kernel';
import { LOG_CODES, type LogCode } from './log-codes.js';
import { telemetrySettings, type TelemetrySettings } from './telemetry.config.js';
import { parseTraceparent, traceIdOf } from './traceparent.js';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One entry each. Fields carry ids and figures, never a person's name, phone or e-mail. */
export interface ServiceLogger {
  info(code: LogCode, fields?: LogFields): void;
  warn(code: LogCode, fields?: LogFields): void;
  error(code: LogCode, fields?: LogFields): void;
}

const LEVELS = ['info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];

export interface LogOutput {
  readonly terminal: boolean;
  write(line: string): void;
}

const standardOutput: LogOutput = {
  terminal: process.stdout.isTTY === true,
  write: (line) => void process.stdout.write(line),
};

/**
 * The one logger. JSON: `time, level, service, code, message`, then the fields, among them `tenant`, `correlationId`,
 * `traceId` where there is a context. On a terminal: a line for people, and only what needs attention.
 */
export function serviceLogger(
  service: string,
  output: LogOutput = standardOutput,
  settings: TelemetrySettings = telemetrySettings(),
): ServiceLogger {
  const format = settings.logFormat ?? (output.terminal ? 'text' : 'json');
  const least = LEVELS.indexOf(settings.logLevel ?? (format === 'json' ? 'info' : 'warn'));
  const render = format === 'json' ? jsonLine : textLine;
  const entry =
    (level: Level) =>
    (code: LogCode, fields: LogFields = {}) => {
      if (LEVELS.indexOf(level) >= least)
        output.write(render({ time: new Date().toISOString(), level, service, code, fields }));
    };
  return { info: entry('info'), warn: entry('warn'), error: entry('error') };
}

/** Of a context, what a log line says. */
export function logFieldsOf(ctx: Pick<Context, 'tenantId' | 'correlationId' | 'traceparent'>): LogFields {
  return { tenant: ctx.tenantId, ...traceFieldsOf(ctx) };
}

/** Correlation and trace, also before there is a context. */
export function traceFieldsOf(state: { correlationId: string; traceparent?: string }): LogFields {
  const { correlationId, traceparent } = state;
  return { correlationId, traceId: parseTraceparent(traceparent)?.traceId ?? traceIdOf(correlationId) };
}

interface Entry {
  readonly time: string;
  readonly level: Level;
  readonly service: string;
  readonly code: LogCode;
  readonly fields: LogFields;
}

function jsonLine({ time, level, service, code, fields }: Entry): string {
  return `${JSON.stringify({ time, level, service, code, message: LOG_CODES[code], ...fields })}\n`;
}

function textLine({ time, level, service, code, fields }: Entry): string {
  const said = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${String(value)}`],
  );
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${service}: ${LOG_CODES[code]} (${code}) ${said.join(' ')}\n`;
}

/** What a log may say of an error: where it happened, and its message without quoted or long values. */
export function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, detail: withoutValues(error.message), stack: frames.slice(0, 12).join('\n') };
}

/** Quoted text, addresses and long numbers are what somebody wrote: they do not belong into a log. */
export function withoutValues(message: string): string {
  return message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|\S*@\S*|[\d+][\d .-]{6,}/g, '…').slice(0, 300);
}
