import type { Bundle, BundleEvent } from './bundle.js';
import { formatLogged, readLogged } from './logged.js';
import { PRINTABLE, UUID, base64, hashOf, membersOf, textOf } from './members.js';
import { fromBase64 } from './note.js';

/** A whole log in lines, so that neither who writes it nor who verifies it holds all of it: docs/audit-format.md §7. */
export const LOG_FORMAT = 'lien-ket-audit-bundle/2';
export const LOG_START = `{"format":"${LOG_FORMAT}",`;

/** The first line. */
export type LogHead = Pick<Bundle, 'key' | 'checkpoint' | 'logOfLogs'>;

/** What a line after the first says: an event, or that the key of a person is gone whose field the next one has. */
export type LogLine =
  { readonly kind: 'event'; readonly event: BundleEvent } | { readonly kind: 'gone'; readonly kid: string };

export function formatLogHead({ key, checkpoint, logOfLogs }: LogHead): string {
  const logs = logOfLogs && { logOfLogs: formatLogged(logOfLogs) };
  return `${JSON.stringify({ format: LOG_FORMAT, scope: { kind: 'log' }, key, checkpoint, ...logs })}\n`;
}

export function formatLogEvent({
  seq,
  stream,
  revision,
  recordedAt,
  previous,
  header,
  data,
}: Omit<BundleEvent, 'proof'>): string {
  const bytes = { previous: base64(previous), header: base64(header), data: base64(data) };
  return `${JSON.stringify({ seq, stream, revision, recordedAt, ...bytes })}\n`;
}

export function formatGone(kid: string): string {
  return `${JSON.stringify({ gone: kid })}\n`;
}

/** @throws Error for a line in any other form */
export function readLogHead(line: Uint8Array): LogHead {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  const given = membersOf(JSON.parse(text));
  const logOfLogs = given['logOfLogs'];
  const head = {
    key: textOf(given['key'], PRINTABLE),
    checkpoint: textOf(given['checkpoint'], PRINTABLE),
    ...(logOfLogs !== undefined && { logOfLogs: readLogged(membersOf(logOfLogs)) }),
  };
  if (formatLogHead(head) !== `${text}\n`) throw new Error('the first line has another form');
  return head;
}

const NUMBER = '(0|[1-9]\\d{0,15})';
const BYTES = '([A-Za-z0-9+/=]*)';
const EVENT = new RegExp(
  `^\\{"seq":${NUMBER},"stream":"([A-Za-z0-9-]{1,120})","revision":${NUMBER},"recordedAt":${NUMBER},` +
    `"previous":"${BYTES}","header":"${BYTES}","data":"${BYTES}"\\}$`,
);
const GONE = /^\{"gone":"(.{36})"\}$/;

/** By one look, not through JSON: the form leaves no choice, and there are as many lines as events. @throws Error for a line in any other form */
export function readLogLine(line: Buffer): LogLine {
  const text = line.toString('latin1');
  const [, kid] = GONE.exec(text) ?? [];
  if (kid !== undefined) return { kind: 'gone', kid: textOf(kid, UUID) };
  const [, seq, stream = '', revision, recordedAt, previous, header, data] = EVENT.exec(text) ?? [];
  const event = {
    seq: wholeOf(seq),
    stream,
    revision: wholeOf(revision),
    recordedAt: wholeOf(recordedAt),
    previous: hashOf(previous),
    header: bytesIn(header),
    data: bytesIn(data),
    proof: [],
  };
  if (event.seq < 1) throw new Error('events are counted from 1');
  return { kind: 'event', event };
}

function wholeOf(digits: string | undefined): number {
  const value = Number(digits ?? NaN);
  if (!Number.isSafeInteger(value)) throw new Error('no number');
  return value;
}

function bytesIn(text: string | undefined): Buffer {
  const bytes = fromBase64(text ?? '');
  if (!bytes) throw new Error('no base64');
  return bytes;
}
