import type { Clock, Context, Recorded } from '@lien-ket/kernel';
import { count, observe, traced, type Attributes, type Reading, type SpanStart } from '@lien-ket/telemetry';
import { receivedEvents, type Crossing } from '@lien-ket/contracts';
import { contextOfMessage } from './contexts.js';
import type { ConsumerLog, ConsumerStore, Done, Parkable, Standing } from './consumer-store.js';
import { Failed, isPermanent, liesElsewhere, reasonOf } from './failed.js';
import type { HandlerName } from './reacts.js';

export interface Handler extends HandlerName {
  /** Carries out the effect; rejects when it could not. */
  run(event: Recorded, ctx: Context): Promise<void>;
}

/** Waiting between attempts; an adapter, so that simulations can hold the time. */
export type Pause = (milliseconds: number) => Promise<void>;

/** The stored cursor does not move with each event: a restart passes over so many again, and the inbox knows them. */
const PERSIST_EVERY = 50;
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 40;

export interface ConsumerParts {
  readonly service: string;
  readonly handlers: readonly Handler[];
  readonly log: ConsumerLog;
  readonly store: ConsumerStore;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Whether no other process handles messages of this service: then what is new to it was never done. */
  readonly alone?: boolean;
}

/** Reads one service's view of one log and hands each message to the service's handlers, in order, once. */
export class Consumer {
  private readonly positions = new Map<string, number>();
  private readonly persisted = new Map<string, number>();
  private readonly waiting = new Map<string, ReadonlyMap<string, number>>();
  /** Up to where messages of a tenant have been tried, here or before this process began. */
  private readonly tried = new Map<string, number>();

  readonly service: string;
  private readonly handlers: readonly Handler[];
  private readonly log: ConsumerLog;
  private readonly store: ConsumerStore;
  private readonly clock: Clock;
  private readonly pause: Pause;
  private readonly alone: boolean;

  constructor({ service, handlers, log, store, clock, pause, alone = false }: ConsumerParts) {
    this.service = service;
    this.handlers = handlers;
    this.log = log;
    this.store = store;
    this.clock = clock;
    this.pause = pause;
    this.alone = alone;
    observe('lk.messages.parked', () => this.readWaiting());
  }

  async catchUp(ctx: Context, until: number): Promise<{ applied: number; errors: unknown[] }> {
    const known = this.positions.get(ctx.tenantId);
    if (this.handlers.length === 0 || (known !== undefined && known >= until))
      return { applied: 0, errors: [] };
    if (known === undefined) await this.begin(ctx, until);
    const after = known ?? (await this.store.cursor(ctx));
    const types = [...new Set(this.handlers.map((handler) => handler.type))];
    let applied = 0;
    for await (const batch of this.log.log(ctx, { after, until, types })) {
      applied += await this.noting(ctx, (done) => this.deliverAll(ctx, batch, done));
      await this.persist(ctx, batch.at(-1)?.seq ?? after);
    }
    await this.persist(ctx, until);
    this.positions.set(ctx.tenantId, until);
    return { applied, errors: [] };
  }

  private async begin(ctx: Context, until: number): Promise<void> {
    await this.countParked(ctx);
    this.tried.set(ctx.tenantId, until);
  }

  /** Nothing can stand in its way: it was never tried, and nothing of the tenant is parked. */
  private isNew({ tenant, seq }: Recorded): boolean {
    const tried = this.tried.get(tenant) ?? Number.MAX_SAFE_INTEGER;
    this.tried.set(tenant, Math.max(tried, seq));
    return this.alone && seq > tried && this.waiting.get(tenant)?.size === 0;
  }

  /** What was done before is passed over by one question for all, whoever reads the log again; of one message deliver asks. */
  private async openAmong(ctx: Context, batch: readonly Recorded[]): Promise<(event: Recorded) => boolean> {
    const [first] = batch;
    const isTried = !this.alone || (first?.seq ?? 0) <= (this.tried.get(ctx.tenantId) ?? Infinity);
    if (batch.length < 2 || !isTried) return () => true;
    const messages = batch.map((event) => ({
      id: event.header.id,
      handlers: this.handlersOf(event).map(({ name }) => name),
    }));
    const open = await this.store.open(ctx, messages);
    return ({ header }) => open.has(header.id);
  }

  private async persist(ctx: Context, seq: number): Promise<void> {
    const persisted = this.persisted.get(ctx.tenantId);
    if (persisted !== undefined && seq - persisted <= PERSIST_EVERY) return;
    await this.store.advance(ctx, seq);
    this.persisted.set(ctx.tenantId, seq);
  }

  private handlersOf({ type }: Recorded): Handler[] {
    return this.handlers.filter((handler) => handler.type === type);
  }

  private async deliverAll(ctx: Context, batch: readonly Recorded[], done: Done[]): Promise<number> {
    const isOpen = await this.openAmong(ctx, batch);
    let applied = 0;
    for (const event of batch) {
      const isNew = this.isNew(event);
      if (isOpen(event)) applied += await this.handOver(this.handlersOf(event), event, { isNew, done });
    }
    return applied;
  }

  /** What is done by the end of the work, however it ends, is noted together. */
  private async noting(ctx: Context, work: (done: Done[]) => Promise<number>): Promise<number> {
    const done: Done[] = [];
    try {
      return await work(done);
    } finally {
      if (done.length > 0) await this.store.note(ctx, done);
    }
  }

  /** Runs handlers on one message in turn, each with its inbox (so does re-drive). @returns how many were free to */
  deliver(handlers: readonly Handler[], event: Recorded): Promise<number> {
    const ctx = contextOfMessage(event, this.clock);
    return this.noting(ctx, (done) => this.handOver(handlers, event, { isNew: false, done }));
  }

  /** @param how `isNew` that nothing stands in its way need not be asked; `done` gathers what is to be noted */
  private async handOver(
    handlers: readonly Handler[],
    event: Recorded,
    { isNew, done }: { readonly isNew: boolean; readonly done: Done[] },
  ): Promise<number> {
    if (handlers.length === 0) return 0;
    const ctx = contextOfMessage(event, this.clock);
    const message = { id: event.header.id, stream: orderOf(event) };
    const names = handlers.map(({ name }) => name);
    const standings = isNew
      ? names.map((): Standing => 'free')
      : await this.store.standings(ctx, names, message);
    for (const [index, handler] of handlers.entries())
      if (await this.deliverTo(handler, event, ctx, standings[index] ?? 'free'))
        done.push({ handler: handler.name, message: message.id });
    return standings.filter((standing) => standing === 'free').length;
  }

  /** @returns whether it was done now, and is to be noted */
  private async deliverTo(
    handler: Handler,
    event: Recorded,
    ctx: Context,
    standing: Standing,
  ): Promise<boolean> {
    if (standing === 'done') return false;
    if (standing === 'free') return this.run(handler, event, ctx);
    await this.store.park(
      ctx,
      handler.name,
      parkable(event),
      'behind a parked message of the same stream',
      0,
    );
    await this.countParked(ctx);
    return false;
  }

  /**
   * Delivers a parked message again. Its row stands until it is done, so that no crash loses it.
   * @returns false when it failed again
   */
  async redeliver(handler: Handler, event: Recorded): Promise<boolean> {
    const ctx = contextOfMessage(event, this.clock);
    const isDone = await this.run(handler, event, ctx);
    if (isDone) await this.store.note(ctx, [{ handler: handler.name, message: event.header.id }]);
    return isDone;
  }

  /** @returns false for what was parked. @throws what lies elsewhere */
  private async run(handler: Handler, event: Recorded, ctx: Context): Promise<boolean> {
    try {
      await traced(ctx, spanOf(handler, event), (inner) => this.attempt(handler, event, inner));
      return true;
    } catch (error) {
      const { cause, attempts } = error instanceof Failed ? error : new Failed(error, 1);
      if (liesElsewhere(cause)) throw cause;
      await this.store.park(ctx, handler.name, parkable(event), reasonOf(cause), attempts);
      await this.countParked(ctx);
      return false;
    }
  }

  /** @throws Failed when waiting will not make it better, or did not */
  private async attempt(handler: Handler, event: Recorded, ctx: Context): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await handler.run(event, ctx);
      } catch (error) {
        if (isPermanent(error) || attempt >= ATTEMPTS) throw new Failed(error, attempt);
        count('lk.message.retries', whoseMessage(handler, ctx.tenantId));
        await this.pause(FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  /** Known from the rows, so that messages parked before a restart are counted too; asked only when something changed. */
  async countParked(ctx: Context): Promise<void> {
    const waiting = new Map<string, number>();
    for (const { handler } of await this.store.parked(ctx))
      waiting.set(handler, (waiting.get(handler) ?? 0) + 1);
    this.waiting.set(ctx.tenantId, waiting);
  }

  private *readWaiting(): Iterable<Reading> {
    for (const [tenant, waiting] of this.waiting)
      for (const handler of this.handlers)
        yield { value: waiting.get(handler.name) ?? 0, attributes: whoseMessage(handler, tenant) };
  }

  handlerNamed(name: string): Handler | undefined {
    return this.handlers.find((handler) => handler.name === name);
  }
}

/**
 * In which order messages are kept: that of their stream, and of what another tenant shared that of the stream there. One
 * that is parked holds up what is said of the same thing, and nothing else.
 */
function orderOf({ type, stream, data }: Recorded): string {
  return type === receivedEvents.received.type ? `${stream} ${(data as Crossing).origin.stream}` : stream;
}

function parkable(event: Recorded): Parkable {
  const { header, seq, type } = event;
  return { header, seq, type, stream: orderOf(event) };
}

function spanOf(handler: Handler, event: Recorded): SpanStart {
  const attributes = {
    ...whoseMessage(handler, event.tenant),
    'messaging.system': 'lien_ket',
    'messaging.operation.type': 'process',
    'messaging.message.id': event.header.id,
    'messaging.message.conversation_id': event.header.correlationId,
    'lk.event.types': event.type,
  };
  return {
    name: `process ${handler.name}`,
    kind: 'consumer',
    attributes,
    metric: 'messaging.process.duration',
  };
}

function whoseMessage({ service, name }: HandlerName, tenant: string): Attributes {
  return { 'messaging.consumer.group.name': service, 'lk.handler': name, 'lk.tenant': tenant };
}
