import { Catch, UseFilters, applyDecorators, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { EventContract } from '@lien-ket/contracts';

/** Gives the handler's own error to the transport, which decides on retry or parking; Nest would replace it. */
@Catch()
class GiveBackError implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

const SEPARATOR = '|';

/** What a handler declared: the wire name it reacts to, and its own name, which is the key of its inbox. */
export interface HandlerName {
  readonly type: string;
  readonly service: string;
  readonly name: string;
}

/**
 * Declares a message handler `(event: Recorded, ctx: Context)`. Its effect is one append (idempotent by a command id
 * made with `commandIdOf`) or rows; a handler that would do two things is two handlers.
 * @param name fixed for ever: `<what it does>`, unique within the service
 */
export function Reacts(service: string, contract: EventContract, name: string): MethodDecorator {
  const pattern = [contract.type, service, name].join(SEPARATOR);
  return applyDecorators(
    EventPattern(pattern) as MethodDecorator,
    UseFilters(GiveBackError),
    withBothParameters,
  );
}

/** Without this Nest hands over the message alone. */
const withBothParameters: MethodDecorator = (target, key) => {
  Payload()(target, key, 0);
  Ctx()(target, key, 1);
};

export function parsePattern(pattern: string): HandlerName | undefined {
  const [type, service, name] = pattern.split(SEPARATOR);
  return type && service && name ? { type, service, name } : undefined;
}
