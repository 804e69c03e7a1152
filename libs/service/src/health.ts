import type { FastifyInstance } from 'fastify';
import type { ReadinessPart, ReadinessSource } from './ports.js';

/** `/health/live`: the process answers. `/health/ready`: each part with its lag, 503 while one is not ready. */
export function serveHealth(fastify: FastifyInstance, sources: readonly ReadinessSource[]): void {
  fastify.get('/health/live', (_, reply) => reply.header('cache-control', 'no-store').send({ live: true }));
  fastify.get('/health/ready', async (_, reply) => {
    const parts = (await Promise.all(sources.map(partsOf))).flat();
    const ready = parts.every((part) => part.ready);
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, parts });
  });
}

async function partsOf(source: ReadinessSource): Promise<readonly ReadinessPart[]> {
  try {
    return await source.parts();
  } catch {
    return [{ name: 'readiness', ready: false, detail: 'a part could not be asked' }];
  }
}
