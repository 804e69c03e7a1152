import { DomainError, type Context } from '@lien-ket/kernel';
import type { Arrived, Consumer } from '@lien-ket/messaging';
import type { ParkedMessage, UnreadMessage } from '@lien-ket/read-model';
import type { Runtime } from './runtime.js';

/** A parked message as its administrator sees it. */
export type ParkedView = ParkedMessage & { readonly service: string };

/** What an administrator can do with a parked message of a service. Each answers how many messages went on. */
export interface ParkedActions {
  redrive(ctx: Context, message: string, reason: string): Promise<number>;
  discard(ctx: Context, message: string, reason: string): Promise<number>;
}

/** The messages of one service that could not be taken: seen, taken again, or given up, each decision recorded. */
export class ParkedMessages implements ParkedActions {
  /** @param takeAgain the way in from a broker; absent where messages are read from the log */
  constructor(
    private readonly runtime: Runtime,
    private readonly consumer: Consumer,
    private readonly takeAgain?: (message: Arrived) => Promise<void>,
  ) {}

  /**
   * Delivers a message again, and in order what waits behind it in its stream; answers how many were done.
   * @throws DomainError notFound
   */
  async redrive(ctx: Context, message: string, reason: string): Promise<number> {
    const unread = await this.unreadOf(ctx, message);
    if (unread) return this.readAgain(ctx, unread, reason);
    const waiting = await this.waitingFrom(ctx, message);
    for (const { handler, message: id } of waiting)
      await this.runtime.consumerRows.decided(ctx, { message: id, handler, decision: 'redriven', reason });
    return this.deliver(ctx, waiting);
  }

  /** Gives a message up for good; what waited behind it goes on. @throws DomainError notFound */
  async discard(ctx: Context, message: string, reason: string): Promise<number> {
    const { consumerRows } = this.runtime;
    const unread = await this.unreadOf(ctx, message);
    if (unread) {
      await consumerRows.decided(ctx, { message, handler: unread.topic, decision: 'discarded', reason });
      await consumerRows.removeUnread(ctx, message);
      return 1;
    }
    const waiting = await this.waitingFrom(ctx, message);
    for (const { handler } of waiting.filter((one) => one.message === message)) {
      await consumerRows.decided(ctx, { message, handler, decision: 'discarded', reason });
      await consumerRows.discard(ctx, handler, message);
    }
    const behind = waiting.filter((one) => one.message !== message);
    return 1 + (await this.deliver(ctx, behind));
  }

  private async waitingFrom(ctx: Context, message: string): Promise<ParkedMessage[]> {
    const parked = await this.runtime.consumerRows.parked(ctx);
    const first = parked.filter((one) => one.message === message);
    if (first.length === 0) throw new DomainError('notFound', 'notFound');
    return parked.filter((one) =>
      first.some(
        ({ handler, stream, seq }) => one.handler === handler && one.stream === stream && one.seq >= seq,
      ),
    );
  }

  /** From the log, not from what the broker carried: the log is the truth. In order, up to the first that fails again. */
  private async deliver(ctx: Context, waiting: readonly ParkedMessage[]): Promise<number> {
    let done = 0;
    const failed = new Set<string>();
    for (const { handler, seq, stream } of waiting) {
      const named = this.consumer.handlerNamed(handler);
      const line = `${handler} ${stream}`;
      if (!named || failed.has(line)) continue;
      for await (const [event] of this.runtime.store.log(ctx, { after: seq - 1, until: seq }))
        if (event && (await this.consumer.redeliver(named, event))) done += 1;
        else failed.add(line);
    }
    await this.consumer.countParked(ctx);
    return done;
  }

  private async unreadOf(ctx: Context, message: string): Promise<UnreadMessage | undefined> {
    return (await this.runtime.consumerRows.unread(ctx)).find(({ id }) => id === message);
  }

  /** Still unreadable, it is parked again under the same id. */
  private async readAgain(ctx: Context, unread: UnreadMessage, reason: string): Promise<number> {
    const { id: message, topic: handler } = unread;
    if (!this.takeAgain) throw new DomainError('conflict', 'parked.noBroker');
    await this.runtime.consumerRows.decided(ctx, { message, handler, decision: 'redriven', reason });
    await this.runtime.consumerRows.removeUnread(ctx, message);
    await this.takeAgain(arrivedOf(unread));
    return 1;
  }
}

/** What of a service waits for its administrator; reads rows only, so that any process with the service's role can ask. */
export async function parkedOf(runtime: Runtime, ctx: Context): Promise<ParkedView[]> {
  const { service, consumerRows } = runtime;
  const [parked, unread] = await Promise.all([consumerRows.parked(ctx), consumerRows.unread(ctx)]);
  return viewsOf(service, ctx, parked, unread);
}

function viewsOf(
  service: string,
  ctx: Context,
  parked: readonly ParkedMessage[],
  unread: readonly UnreadMessage[],
): ParkedView[] {
  const read = parked.map((message) => ({ service, ...message }));
  return [...read, ...unread.map((message) => viewOf(service, message, ctx))];
}

/** One message whole, with what was decided about it before. @throws DomainError notFound */
export async function inspect(runtime: Runtime, ctx: Context, message: string): Promise<object> {
  const { service, consumerRows } = runtime;
  const [parked, unreadable, decided] = await Promise.all([
    consumerRows.parked(ctx),
    consumerRows.unread(ctx),
    consumerRows.decisions(ctx),
  ]);
  const decisions = decided.filter((one) => one.message === message);
  const found = viewsOf(service, ctx, parked, unreadable).find((one) => one.message === message);
  const unread = unreadable.find(({ id }) => id === message);
  if (!found && decisions.length === 0) throw new DomainError('notFound', 'notFound');
  return { parked: found ?? null, unread: unread ?? null, decisions };
}

function viewOf(service: string, unread: UnreadMessage, ctx: Context): ParkedView {
  const { id, topic, partition, offset, reason, since } = unread;
  return {
    service,
    handler: topic,
    message: id,
    stream: `${topic}/${partition}`,
    seq: Number(offset),
    type: 'unreadable',
    reason,
    attempts: 1,
    businessDate: ctx.businessDate,
    since,
    trace: null,
  };
}

function arrivedOf({ topic, partition, offset, key, headers, value }: UnreadMessage): Arrived {
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const);
  return {
    topic,
    partition,
    offset,
    key,
    headers: Object.fromEntries(bytes),
    value: value === null ? null : Buffer.from(value, 'base64'),
  };
}
