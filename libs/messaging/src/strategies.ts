import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom, defaultIfEmpty, type Observable } from 'rxjs';
import type { Context, Recorded } from '@lien-ket/kernel';
import type { Handler } from './consumer.js';
import { parsePattern } from './reacts.js';

/** Collects Nest's handlers by the names they were declared with; how messages come in is the subclass's. */
abstract class HandlerServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;

  abstract override listen(callback: (error?: unknown) => void): void;
  abstract override close(): void | Promise<void>;

  on(): void {
    throw new Error('this transport has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('this transport shows no client');
  }

  /** The handlers of one service, by the names they were declared with. */
  handlersOf(service: string): Handler[] {
    return [...this.messageHandlers].flatMap(([pattern, handler]) => {
      const name = parsePattern(pattern);
      return name?.service === service ? [{ ...name, run: runner(handler) }] : [];
    });
  }
}

/**
 * Nest's handlers over the event store's own log, in process. The strategy only collects and awaits them; the pump
 * reads the log. A handler's error reaches the consumer, which retries or parks.
 */
export class EmbeddedLogStrategy extends HandlerServer {
  override listen(callback: () => void): void {
    callback();
  }

  override close(): void {
    // The pump is stopped by whoever started it.
  }
}

/** Opens the way in once the handlers are known; answers how it is closed. */
export type OpenTransport = (handlers: readonly Handler[]) => Promise<{ close(): Promise<void> }>;

/** Nest's handlers over a broker. Which broker is the opener's business: nothing of it is known here. */
export class BrokerStrategy extends HandlerServer {
  private opened: Promise<{ close(): Promise<void> }> | undefined;

  constructor(
    private readonly service: string,
    private readonly open: OpenTransport,
  ) {
    super();
  }

  override listen(callback: (error?: unknown) => void): void {
    this.opened = this.open(this.handlersOf(this.service));
    this.opened.then(() => callback(), callback);
  }

  override async close(): Promise<void> {
    await (await this.opened)?.close();
  }
}

function runner(handler: MessageHandler): (event: Recorded, ctx: Context) => Promise<void> {
  return async (event, ctx) => {
    const answer: unknown = await handler(event, ctx);
    if (isObservable(answer))
      await lastValueFrom((answer as Observable<unknown>).pipe(defaultIfEmpty(undefined)));
  };
}
