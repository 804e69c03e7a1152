import type { StreamName } from '@lien-ket/kernel';
import { RevisionConflict, type Appended, type EncodedEvent } from './port.js';

/** One waiting append. */
export interface Pending {
  readonly stream: StreamName;
  readonly expected: number;
  readonly events: readonly EncodedEvent[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export type AppendResult = Appended | RevisionConflict;

const MAX_BATCH_EVENTS = 512;
const MAX_BATCH_BYTES = 2 * 1024 * 1024;

/**
 * Group commit: while one statement is in flight the rest gather, and the next carries all of them. At low load an
 * append leaves on the same tick. Two appends to one stream never share a statement: the second must see the first.
 */
export class AppendBatcher {
  private waiting: Pending[] = [];
  private flying = false;

  constructor(private readonly send: (batch: readonly Pending[]) => Promise<readonly AppendResult[]>) {}

  add(pending: Pending): void {
    this.waiting.push(pending);
    if (!this.flying) {
      this.flying = true;
      setImmediate(() => void this.fly());
    }
  }

  private async fly(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.take();
      try {
        settle(batch, await this.send(batch));
      } catch (error) {
        await this.isolate(batch, error);
      }
    }
    this.flying = false;
  }

  /** A statement that raises concerns one of its appends only: the others are sent again alone, ids make it safe. */
  private async isolate(batch: readonly Pending[], error: unknown): Promise<void> {
    if (batch.length === 1) {
      batch.forEach((pending) => pending.reject(error));
      return;
    }
    for (const pending of batch) {
      try {
        settle([pending], await this.send([pending]));
      } catch (own) {
        pending.reject(own);
      }
    }
  }

  private take(): Pending[] {
    const batch: Pending[] = [];
    const left: Pending[] = [];
    const streams = new Set<StreamName>();
    let events = 0;
    let bytes = 0;
    for (const pending of this.waiting) {
      const size = pending.events.reduce((sum, event) => sum + event.header.length + event.data.length, 0);
      const fits = events + pending.events.length <= MAX_BATCH_EVENTS && bytes + size <= MAX_BATCH_BYTES;
      if (batch.length > 0 && (!fits || streams.has(pending.stream))) {
        left.push(pending);
        streams.add(pending.stream);
        continue;
      }
      batch.push(pending);
      streams.add(pending.stream);
      events += pending.events.length;
      bytes += size;
    }
    this.waiting = left;
    return batch;
  }
}

function settle(batch: readonly Pending[], results: readonly AppendResult[]): void {
  batch.forEach((pending, index) => {
    const result = results[index];
    if (result === undefined) pending.reject(new Error('the store gave no answer for an append'));
    else if (result instanceof RevisionConflict) pending.reject(result);
    else pending.resolve(result);
  });
}
