import {
  DomainError,
  streamOf,
  type Context,
  type Decider,
  type Evolving,
  type NewEvent,
  type Recorded,
  type Uuid,
} from '@lien-ket/kernel';
import { traced, type SpanStart } from '@lien-ket/telemetry';
import { appendEvents } from './append.js';
import { hashBody } from './codec.js';
import { NO_STREAM, RevisionConflict, type Appended, type EventStore, type StoredEvent } from './port.js';

/** A command on its way to a decider. */
export interface Envelope<Command> {
  /** UUID of the aggregate; the stream is `<aggregate>-<id>`. */
  readonly id: Uuid;
  /** The same command id is carried out once, whatever is repeated. */
  readonly commandId: Uuid;
  /** Name in the contracts, kept in the event's header. */
  readonly name: string;
  readonly command: Command;
  /** What tells a repeated command from another one under its id: the body as sent. Default: the command. */
  readonly body?: unknown;
  /** What the sender saw (If-Match); absent for reactions and for new aggregates. */
  readonly expectedRevision?: number;
}

export interface Handled<State> {
  readonly state: State;
  readonly revision: number;
  readonly seq: number;
  /** True when the command had been carried out before and nothing was written. */
  readonly repeated: boolean;
}

/** How often a command without If-Match is decided anew when somebody else was faster. */
const ATTEMPTS = 5;

/**
 * Reads, folds, decides, appends. Looks for the command id in the stream first and then answers as the first time.
 * @throws DomainError duplicate (same id, other command or body), stale (If-Match), or what the decider refuses.
 */
export function handle<S, C, E extends NewEvent>(
  store: EventStore,
  decider: Decider<S, C, E>,
  ctx: Context,
  envelope: Envelope<C>,
): Promise<Handled<S>> {
  const { aggregate } = decider;
  const span: SpanStart = {
    name: `${aggregate}.${envelope.name}`,
    kind: 'internal',
    attributes: { 'lk.aggregate': aggregate, 'lk.command': envelope.name, 'lk.tenant': ctx.tenantId },
    metric: 'lk.command.duration',
  };
  return traced(ctx, span, (inner) => carryOut(store, decider, inner, envelope));
}

async function carryOut<S, C, E extends NewEvent>(
  store: EventStore,
  decider: Decider<S, C, E>,
  ctx: Context,
  envelope: Envelope<C>,
): Promise<Handled<S>> {
  const stream = streamOf(decider.aggregate, envelope.id);
  const hash = hashBody(envelope.body ?? envelope.command);
  for (let attempt = 1; ; attempt += 1) {
    const history = await store.read(ctx, stream);
    const before = answeredBefore(history, envelope, hash);
    if (before) return { ...place(before), state: foldEvents(decider, history), repeated: true };
    const revision = history.at(-1)?.revision ?? NO_STREAM;
    const state = foldEvents(decider, history);
    const decide = (): readonly E[] => decider.decide(envelope.command, state);
    if (envelope.expectedRevision !== undefined && envelope.expectedRevision !== revision)
      throw staleUnlessHidden(decide, envelope.expectedRevision, revision, history);
    const events = decide();
    if (events.length === 0) return { state, revision, seq: history.at(-1)?.seq ?? 0, repeated: false };
    const command = { id: envelope.commandId, name: envelope.name, hash };
    try {
      const { encoded, ...appended } = await appendEvents(store, ctx, { stream, command, events, revision });
      // The same command was a moment faster: its events stand there, and say whether the body was the same.
      if (appended.outcome === 'repeated') continue;
      const fresh = events.map((event, index) =>
        asEvolving(event, encoded[index]?.id, revision + 1 + index, ctx, appended),
      );
      return { ...place(appended), state: fresh.reduce(evolveWith(decider), state), repeated: false };
    } catch (error) {
      if (
        !(error instanceof RevisionConflict) ||
        envelope.expectedRevision !== undefined ||
        attempt === ATTEMPTS
      ) {
        if (!(error instanceof RevisionConflict)) throw error;
        throw staleError(error.current, await store.read(ctx, stream, { from: revision + 1 }));
      }
    }
  }
}

/** Folds recorded events of one stream into the decider's state. */
export function foldEvents<S, C, E extends NewEvent>(
  decider: Decider<S, C, E>,
  history: readonly Recorded[],
): S {
  return history.map(evolvingOf).reduce(evolveWith(decider), decider.initialState());
}

/** A recorded event as deciders see it. */
export function evolvingOf(event: Recorded): Evolving {
  return {
    type: event.type,
    data: event.data,
    effectiveOn: event.header.effectiveOn,
    basis: event.header.basis,
    id: event.header.id,
    revision: event.revision,
    businessDate: event.header.businessDate,
    recordedAt: event.recordedAt,
  };
}

function evolveWith<S, C, E extends NewEvent>(decider: Decider<S, C, E>): (state: S, event: Evolving) => S {
  // A stream belongs to one aggregate by its category, so its events are the decider's union; the contracts parsed them.
  return (state, event) => decider.evolve(state, event as Evolving<E['type'], E['data']> & E);
}

function answeredBefore(
  history: readonly StoredEvent[],
  { commandId, name }: { readonly commandId: Uuid; readonly name: string },
  hash: string,
): StoredEvent | undefined {
  const found = history.findLast((event) => event.header.command.id === commandId);
  if (found && (found.header.command.hash !== hash || found.header.command.name !== name))
    throw new DomainError('duplicate', 'command.idReused', { commandId });
  return found;
}

/** Who may not do it at all is not told what others did meanwhile; of what is not there nobody saw a revision. */
function staleUnlessHidden(
  decide: () => unknown,
  expected: number,
  current: number,
  history: readonly StoredEvent[],
): DomainError {
  if (current === NO_STREAM) return new DomainError('notFound', 'notFound');
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'forbidden' || error.kind === 'notFound'))
      return error;
  }
  return staleError(
    current,
    history.filter(({ revision }) => revision > expected),
  );
}

function staleError(current: number, missed: readonly StoredEvent[]): DomainError {
  const since = missed.map(({ revision, type, recordedAt, header: { actor } }) => ({
    revision,
    type,
    recordedAt,
    role: actor.role,
    ...(actor.organisationId ? { organisationId: actor.organisationId } : {}),
  }));
  return new DomainError('stale', 'revision.stale', { current }, [], since);
}

function place(at: Appended | StoredEvent): { seq: number; revision: number } {
  return { seq: at.seq, revision: at.revision };
}

function asEvolving(
  event: NewEvent,
  id: string | undefined,
  revision: number,
  ctx: Context,
  appended: Appended,
): Evolving {
  return {
    ...event,
    id: id ?? '',
    revision,
    businessDate: ctx.businessDate,
    recordedAt: appended.recordedAt,
  };
}
