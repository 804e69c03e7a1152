import {
  KurrentClient,
  KurrentEventStore,
  KurrentLogs,
  MarksInMemory,
  encodeEvents,
  type EncodedEvent,
  type EventStore,
  type LogRegistry,
  type MarkStore,
  type StoredEvent,
} from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';

export const THING_TYPE = 'lk.alpha.thing.happened.v1';
export const NOTE_TYPE = 'lk.beta.note.kept.v1';

/** Two services, each with a category; what beta keeps is its own. The relay reads all. */
export const THINGS: LogRegistry = {
  types: [
    { type: THING_TYPE, service: 'alpha', public: true },
    { type: NOTE_TYPE, service: 'beta', public: false },
  ],
  categories: [
    { category: 'thing', service: 'alpha' },
    { category: 'note', service: 'beta' },
  ],
  readers: ['relay'],
};

export function thingEvents(
  ctx: Context,
  stream: string,
  data: readonly unknown[],
  commandId: string,
  type = THING_TYPE,
): EncodedEvent[] {
  const command = { id: commandId, name: 'test', hash: 'x' };
  return encodeEvents(
    ctx,
    stream,
    command,
    data.map((one) => ({ type, data: one })),
  );
}

export async function wholeLog(store: EventStore, ctx: Context, after = 0): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const batch of store.log(ctx, { after })) found.push(...batch);
  return found;
}

/** What a process that has just started has of a server, with little patience. */
export function kurrentProcess(
  connectionString: string,
  service = 'alpha',
  marks: MarkStore = new MarksInMemory(),
  registry: LogRegistry = THINGS,
): { readonly logs: KurrentLogs; readonly store: KurrentEventStore } {
  const logs = new KurrentLogs(
    () => connectionString,
    marks,
    (at) => KurrentClient.open(at, { callMs: 1_500, firstPauseMs: 20 }),
  );
  return { logs, store: new KurrentEventStore(service, logs, registry) };
}
