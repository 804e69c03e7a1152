import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { EVENTS } from '@lien-ket/contracts';
import { foldEvents } from '@lien-ket/event-store';
import { categoryOf, type Decider, type EventHeader, type NewEvent, type Recorded } from '@lien-ket/kernel';
import { replayReason } from './load.config.js';

const GOLDEN = new URL('../golden/', import.meta.url);

interface Kept {
  readonly tenant: string;
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: number;
  readonly header: string;
  readonly data: string;
}

/** Events as they were stored once, by stream, in the order of their log: tools/corpus.mjs keeps them. */
export function keptStreams(category: string): ReadonlyMap<string, readonly Recorded[]> {
  const lines = gunzipSync(readFileSync(new URL('replay-corpus.jsonl.gz', GOLDEN)))
    .toString('utf8')
    .split('\n');
  const streams = new Map<string, Recorded[]>();
  for (const kept of lines.filter(Boolean).map((line) => JSON.parse(line) as Kept)) {
    if (categoryOf(kept.stream) !== category) continue;
    const key = `${kept.tenant}/${kept.stream}`;
    streams.set(key, [...(streams.get(key) ?? []), recordedOf(kept)]);
  }
  return streams;
}

function recordedOf({ tenant, seq, stream, revision, recordedAt, header, data }: Kept): Recorded {
  const read = JSON.parse(header) as EventHeader;
  const place = { tenant, seq, stream, revision, recordedAt: new Date(recordedAt).toISOString() };
  return { ...place, type: read.type, header: read, data: JSON.parse(data) as unknown };
}

/** What is folded of a stream, whatever its aggregate. */
export type AnyDecider = Decider<unknown, never, NewEvent>;

/** By tenant and stream: the digest of what the deciders make of all that was kept of their aggregates. */
export function foldedDigests(deciders: readonly AnyDecider[]): Readonly<Record<string, string>> {
  const folded = deciders.flatMap((decider) =>
    [...keptStreams(decider.aggregate)].map(([key, events]) => [key, digestOf(foldEvents(decider, events))]),
  );
  return Object.fromEntries(folded) as Record<string, string>;
}

/** Categories of which a service owns the streams, so that none is left out. */
export const categoriesOf = (service: string): string[] => [
  ...new Set(EVENTS.filter((event) => event.service === service).map(({ aggregate }) => aggregate)),
];

/** Whatever the order of its keys is. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)) ?? 'undefined')
    .digest('hex')
    .slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * The committed digests of a name. With a reason given (`REPLAY_REASON`) the present ones take their place, and the
 * reason is written down: old history then folds otherwise than it did, which is a decision.
 */
export function committedDigests(
  name: string,
  present: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const file = new URL(`digests-${name}.json`, GOLDEN);
  const reason = replayReason();
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  if (reason === undefined || digestOf(before) === digestOf(present)) return before;
  writeFileSync(file, `${JSON.stringify(present, null, 2)}\n`);
  appendFileSync(new URL('reasons.md', GOLDEN), `- ${name}: ${reason}\n`);
  return present;
}
