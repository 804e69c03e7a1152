import type { StreamName } from '@lien-ket/kernel';
import { RevisionConflict, type Appended, type EncodedEvent } from '../port.js';
import { MoveRefused, type MovedEvent } from '../moving.js';
import type { Count, CountedEvent } from './count.js';
import type { KurrentLink, WireEvent } from './link.js';
import { stamped } from './stamp.js';

/** Streams are read in pages of so many events. */
const PAGE = 500;

/** Below the 1 MiB that a server takes at once by default. */
const RUN_BYTES = 512 * 1024;

/** Time and chance of a writer. */
export interface Writing {
  now(): string;
  attempt(): string;
}

/** The log of one tenant on its KurrentDB, without rights: those are the store's of one service. */
export class TenantLog {
  constructor(
    readonly link: KurrentLink,
    readonly count: Count,
    private readonly writing: Writing,
  ) {}

  /** @throws RevisionConflict, DomainError unavailable or tooLarge */
  async append(stream: StreamName, events: readonly EncodedEvent[], expected: number): Promise<Appended> {
    const last = events.at(-1);
    if (!last) throw new Error('an append needs at least one event');
    const attempt = this.writing.attempt();
    const recordedAt = this.time();
    const proposals = events.map(({ id, type, header, data }) => ({
      id,
      type,
      data,
      metadata: stamped({ recordedAt, attempt }, header),
    }));
    this.count.watch(last.id);
    try {
      const outcome = await this.link.append(stream, proposals, expected);
      const current = outcome.kind === 'conflict' ? outcome.current : expected + events.length;
      if (outcome.kind === 'written') await this.count.advance();
      const arrived = this.count.take(last.id);
      if (arrived?.stream === stream && arrived.revision === expected + events.length)
        return answered(arrived, attempt);
      return await this.found(stream, events, expected, { current, attempt });
    } finally {
      this.count.take(last.id);
    }
  }

  /**
   * Events of another driver's log, as they are: they must follow what is here. Events of one stream that lie next to
   * each other go together. Sent again after an interruption, they are found.
   */
  async restore(events: readonly MovedEvent[]): Promise<void> {
    const attempt = this.writing.attempt();
    for (const run of runsOf(events)) {
      const [first] = run;
      const last = run.at(-1);
      if (!first || !last) continue;
      const proposals = run.map(({ id, type, recordedAt, header, data }) => ({
        id,
        type,
        data,
        metadata: stamped({ recordedAt, attempt }, header),
      }));
      await this.link.append(first.stream, proposals, first.revision - 1);
      await this.count.advance();
      if (this.count.seq !== last.seq)
        throw new MoveRefused(`event ${last.seq} came to stand at ${this.count.seq}: somebody writes`);
    }
  }

  async stream(stream: StreamName, from: number, to: number): Promise<CountedEvent[]> {
    const found: WireEvent[] = [];
    while (from + found.length <= to) {
      const size = Math.min(PAGE, to - from - found.length + 1);
      const page = await this.link.stream(stream, from + found.length, size);
      found.push(...page);
      if (page.length < size) break;
    }
    return this.count.locate(found);
  }

  /** The server knew the ids or says that the stream is elsewhere: the stream itself tells a retry from a conflict. */
  private async found(
    stream: StreamName,
    events: readonly EncodedEvent[],
    expected: number,
    { current, attempt }: { readonly current: number; readonly attempt: string },
  ): Promise<Appended> {
    const there = await this.stream(stream, expected + 1, expected + events.length);
    const last = there.at(-1);
    if (!last || !events.every(({ id }, index) => there[index]?.id === id))
      throw new RevisionConflict(stream, expected, current);
    return answered(last, attempt);
  }

  /** Never before what this process has seen of the log; the count makes good what other processes' clocks do. */
  private time(): string {
    const now = this.writing.now();
    const newest = this.count.newest?.recordedAt ?? '';
    return now > newest ? now : newest;
  }
}

/** Stretches of one stream, each of a size that any server takes. */
function runsOf(events: readonly MovedEvent[]): MovedEvent[][] {
  const runs: MovedEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = event.header.length + event.data.length;
    const run = runs.at(-1);
    if (run?.[0]?.stream === event.stream && bytes + size <= RUN_BYTES) run.push(event);
    else runs.push([event]);
    bytes = runs.at(-1)?.length === 1 ? size : bytes + size;
  }
  return runs;
}

function answered({ seq, revision, recordedAt, attempt }: CountedEvent, own: string): Appended {
  return { outcome: attempt === own ? 'appended' : 'repeated', seq, revision, recordedAt };
}
