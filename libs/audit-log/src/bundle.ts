import { formatLogged, readLogged, type LoggedCheckpoint } from './logged.js';
import {
  PRINTABLE,
  UUID,
  base64,
  bytesOf,
  hashOf,
  listOf,
  membersOf,
  numberOf,
  textOf,
  type Members,
} from './members.js';

export const BUNDLE_FORMAT = 'lien-ket-audit-bundle/1';

export type Scope =
  | { readonly kind: 'plan'; readonly id: string }
  | { readonly kind: 'activity'; readonly id: string }
  | { readonly kind: 'log' };

export interface BundleStream {
  readonly stream: string;
  readonly revision: number;
  readonly leaf: Buffer;
  readonly index: number;
  readonly proof: readonly Buffer[];
}

export interface BundleEvent {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: number;
  readonly previous: Buffer;
  readonly header: Buffer;
  readonly data: Buffer;
  readonly proof: readonly Buffer[];
}

/** What a plan was on a day, by the operator: its state and its page. */
export interface BundlePage {
  readonly asOf: string;
  readonly state: Buffer;
  readonly text: Buffer;
}

/** The key of a person's fields that was released to the auditor; null where it is gone. */
export interface BundleKey {
  readonly kid: string;
  readonly key: Buffer | null;
}

/** What an auditor takes away: docs/audit-format.md §7. */
export interface Bundle {
  readonly scope: Scope;
  readonly key: string;
  readonly checkpoint: string;
  readonly streams: readonly BundleStream[];
  readonly events: readonly BundleEvent[];
  readonly page?: BundlePage;
  readonly keys: readonly BundleKey[];
  readonly logOfLogs?: LoggedCheckpoint;
}

/** The one form of a bundle: a file in any other is not one. */
export function formatBundle(bundle: Bundle): string {
  const { scope, key, checkpoint, streams, events, page, keys, logOfLogs } = bundle;
  const written = {
    format: BUNDLE_FORMAT,
    scope: scope.kind === 'log' ? { kind: scope.kind } : { kind: scope.kind, id: scope.id },
    key,
    checkpoint,
    streams: streams.map(({ stream, revision, leaf, index, proof }) => {
      return { stream, revision, leaf: base64(leaf), index, proof: proof.map(base64) };
    }),
    events: events.map(({ seq, stream, revision, recordedAt, previous, header, data, proof }) => {
      const bytes = { previous: base64(previous), header: base64(header), data: base64(data) };
      return { seq, stream, revision, recordedAt, ...bytes, proof: proof.map(base64) };
    }),
    ...(page && {
      page: { asOf: page.asOf, state: base64(page.state), text: base64(page.text) },
    }),
    ...(keys.length > 0 && { keys: keys.map((one) => ({ kid: one.kid, key: one.key && base64(one.key) })) }),
    ...(logOfLogs && { logOfLogs: formatLogged(logOfLogs) }),
  };
  return `${JSON.stringify(written)}\n`;
}

/** The bundle of a file; undefined for a file in any other form. */
export function parseBundle(file: Uint8Array): Bundle | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    const bundle = readBundle(JSON.parse(text));
    return formatBundle(bundle) === text ? bundle : undefined;
  } catch {
    return undefined;
  }
}

const STREAM = /^[A-Za-z0-9-]{1,120}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readBundle(value: unknown): Bundle {
  const given = membersOf(value);
  const scope = readScope(membersOf(given['scope']));
  const bundle = {
    scope,
    key: textOf(given['key'], PRINTABLE),
    checkpoint: textOf(given['checkpoint'], PRINTABLE),
    streams: listOf(given['streams']).map(readStream),
    events: listOf(given['events']).map(readEvent),
    ...(given['page'] !== undefined && { page: readPage(membersOf(given['page'])) }),
    keys: given['keys'] === undefined ? [] : listOf(given['keys']).map(readKey),
    ...(given['logOfLogs'] !== undefined && { logOfLogs: readLogged(membersOf(given['logOfLogs'])) }),
  };
  if (!isWellFormed(bundle)) throw new Error('streams and events of the bundle do not fit together');
  return bundle;
}

function isWellFormed({ scope, streams, events, page, keys }: Bundle): boolean {
  if (page && scope.kind !== 'plan') return false;
  if (!keys.every(({ kid }, at) => at === 0 || (keys[at - 1]?.kid ?? '') < kid)) return false;
  const names = streams.map(({ stream }) => stream);
  if (scope.kind === 'log') return names.length === 0 && events.every(({ proof }) => proof.length === 0);
  const known = new Set(names);
  const sorted = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  return sorted && events.every(({ stream }) => known.has(stream));
}

function readScope(given: Members): Scope {
  const kind = given['kind'];
  if (kind === 'log') return { kind };
  if (kind === 'plan' || kind === 'activity') return { kind, id: textOf(given['id'], UUID) };
  throw new Error('no scope');
}

function readPage(given: Members): BundlePage {
  return {
    asOf: textOf(given['asOf'], DAY),
    state: bytesOf(given['state']),
    text: bytesOf(given['text']),
  };
}

function readKey(value: unknown): BundleKey {
  const given = membersOf(value);
  return { kid: textOf(given['kid'], UUID), key: given['key'] === null ? null : hashOf(given['key']) };
}

function readStream(value: unknown): BundleStream {
  const given = membersOf(value);
  return {
    stream: textOf(given['stream'], STREAM),
    revision: numberOf(given['revision']),
    leaf: hashOf(given['leaf']),
    index: numberOf(given['index']),
    proof: listOf(given['proof']).map(hashOf),
  };
}

function readEvent(value: unknown): BundleEvent {
  const given = membersOf(value);
  const seq = numberOf(given['seq']);
  if (seq < 1) throw new Error('events are counted from 1');
  return {
    seq,
    stream: textOf(given['stream'], STREAM),
    revision: numberOf(given['revision']),
    recordedAt: numberOf(given['recordedAt']),
    previous: hashOf(given['previous']),
    header: bytesOf(given['header']),
    data: bytesOf(given['data']),
    proof: listOf(given['proof']).map(hashOf),
  };
}
