import type { Context, StreamName } from '@lien-ket/kernel';
import type { Appended, EncodedEvent, EventStore, LogRange, ReadRange, StoredEvent } from './port.js';

/** The event store of a service whose tenants are not all on the same driver. */
export class RoutedEventStore implements EventStore {
  constructor(private readonly storeOf: (ctx: Context) => EventStore) {}

  append(
    ctx: Context,
    stream: StreamName,
    events: readonly EncodedEvent[],
    expectedRevision: number,
  ): Promise<Appended> {
    return this.storeOf(ctx).append(ctx, stream, events, expectedRevision);
  }

  read(ctx: Context, stream: StreamName, range?: ReadRange): Promise<StoredEvent[]> {
    return this.storeOf(ctx).read(ctx, stream, range);
  }

  log(ctx: Context, range: LogRange): AsyncIterable<readonly StoredEvent[]> {
    return this.storeOf(ctx).log(ctx, range);
  }

  head(ctx: Context): Promise<number> {
    return this.storeOf(ctx).head(ctx);
  }
}
