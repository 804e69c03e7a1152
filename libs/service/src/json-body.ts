import { isUtf8 } from 'node:buffer';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { DomainError } from '@lien-ket/kernel';

/**
 * JSON is UTF-8 (RFC 8259, 8.1). Read as if it were, other bytes would stand for ever as U+FFFD in what was recorded.
 * @param limit bytes of a body
 */
export function readJsonBodies(adapter: FastifyAdapter, limit: number): void {
  const parse = adapter.getInstance().getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', false, { bodyLimit: limit }, (request, body, done) => {
    if (isUtf8(body)) return parse(request, body.toString('utf8'), done);
    done(new DomainError('invalid', 'body.notUtf8'), undefined);
  });
}
