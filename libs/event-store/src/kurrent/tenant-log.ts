import type { StreamName } from '@lien-ket/kernel';
import { RevisionConflict, type Appended, type EncodedEvent } from '../port.js';
import type { Count, CountedEvent } from './count.js';
import type { KurrentLink, WireEvent } from './link.js';
import { stamped } from './stamp.js';

/** Streams are read in pages of so many events. */
const PAGE = 500;

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

function answered({ seq, revision, recordedAt, attempt }: CountedEvent, own: string): Appended {
  return { outcome: attempt === own ? 'appended' : 'repeated', seq, revision, recordedAt };
}
