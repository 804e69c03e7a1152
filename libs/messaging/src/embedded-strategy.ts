import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom, defaultIfEmpty, type Observable } from 'rxjs';
import type { Context, Recorded } from '@lien-ket/kernel';
import type { Handler } from './consumer.js';
import { parsePattern } from './reacts.js';

/**
 * Nest's handlers over the event store's own log, in process. The strategy only collects and awaits them; the pump
 * reads the log. A handler's error reaches the consumer, which retries or parks.
 */
export class EmbeddedLogStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;

  listen(callback: () => void): void {
    callback();
  }

  close(): void {
    // The pump is stopped by whoever started it.
  }

  on(): void {
    throw new Error('the embedded log has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('the embedded log has no client underneath');
  }

  /** The handlers of one service, by the names they were declared with. */
  handlersOf(service: string): Handler[] {
    return [...this.messageHandlers].flatMap(([pattern, handler]) => {
      const name = parsePattern(pattern);
      return name?.service === service ? [{ ...name, run: runner(handler) }] : [];
    });
  }
}

function runner(handler: MessageHandler): (event: Recorded, ctx: Context) => Promise<void> {
  return async (event, ctx) => {
    const answer: unknown = await handler(event, ctx);
    if (isObservable(answer))
      await lastValueFrom((answer as Observable<unknown>).pipe(defaultIfEmpty(undefined)));
  };
}
