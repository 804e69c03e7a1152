import { receivedEvents, type Crossing, type HistoryActor, type HistoryRecord } from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import { categoryOf, idOf, type Evolving, type Recorded } from '@lien-ket/kernel';

/** An event as its own tenant tells it, whichever log it stands in. */
export interface Happened {
  readonly recorded: Recorded;
  readonly stream: string;
  readonly record: HistoryRecord;
  readonly event: Evolving;
  readonly actor: Omit<HistoryActor, 'organisation'>;
  /** The tenant whose it is, where that is not the log's. */
  readonly origin: { readonly tenant: string; readonly recordedAt: string } | null;
}

const recordOf = (stream: string): HistoryRecord => {
  const kind = categoryOf(stream);
  // The channel to another tenant is named by that tenant.
  if (kind === 'received') return { kind, id: stream.slice('received-'.length) };
  return { kind, id: idOf(stream) };
};

/** What crossed is told as what it is; what was known when is the receiver's own receipt. */
export function happened(recorded: Recorded): Happened {
  if (recorded.type === receivedEvents.received.type) return crossed(recorded, recorded.data as Crossing);
  const { account, role, organisationId = null, kind } = recorded.header.actor;
  return {
    recorded,
    stream: recorded.stream,
    record: recordOf(recorded.stream),
    event: evolvingOf(recorded),
    actor: { account, role, organisationId, kind },
    origin: null,
  };
}

function crossed(recorded: Recorded, { origin, content }: Crossing): Happened {
  const { tenant, stream, eventId, revision, type, effectiveOn, recordedAt } = origin;
  const { role, organisationId = null } = origin.actor;
  const { businessDate } = recorded.header;
  const known = { businessDate, recordedAt: recorded.recordedAt };
  return {
    recorded,
    stream,
    record: recordOf(stream),
    event: { type, data: content, effectiveOn, id: eventId, revision, ...known },
    actor: { account: null, role, organisationId, kind: role === 'system' ? 'system' : 'person' },
    origin: { tenant, recordedAt },
  };
}
