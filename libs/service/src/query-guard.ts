import { DomainError } from '@lien-ket/kernel';
import type { FastifyRequest } from 'fastify';
import { OPERATIONS } from './operations.js';

const KNOWN = new Map(
  OPERATIONS.filter(({ method }) => method === 'get').map(({ path, query }) => [
    path.replaceAll(/\{(\w+)\}/g, ':$1'),
    Object.keys(query?.shape ?? {}),
  ]),
);

/**
 * A parameter that the document does not name would change nothing, silently: `asof` instead of `asOf` would show today.
 * @throws DomainError invalid query.invalid, with one fault per parameter
 */
export function refuseUnknownQuery(request: FastifyRequest): void {
  // A rest of a path is `{path}` in the document.
  const route = (request.routeOptions.url ?? '').replace(/\*$/, ':path');
  const known = request.method === 'GET' ? KNOWN.get(route) : undefined;
  if (!known) return;
  const faults = Object.keys(request.query as object)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: `/${name}`, code: 'field.unknown' }));
  if (faults.length > 0) throw new DomainError('invalid', 'query.invalid', {}, faults);
}
