import { headerOf, openApiDocument } from '@lien-ket/service';
import type { FastifyInstance } from 'fastify';
import { secret } from '../chance.adapter.js';
import { show } from '../oidc/provider.routes.js';
import { pageLanguage } from '../pages/texts.js';
import { referencePage } from './reference.page.js';

/** `/api/v1/openapi.json` and the page that says the same to people; open, for they say what and never about whom. */
export function serveReference(fastify: FastifyInstance): void {
  // Made when first asked for: describing all contracts takes a tenth of a second that a start can do without.
  let document: string | undefined;
  fastify.get('/api/v1/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApiDocument());
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'max-age=300')
      .send(document);
  });
  fastify.get('/api/v1/docs', (request, reply) =>
    show(reply, referencePage(pageLanguage(headerOf(request, 'accept-language')), secret(12))),
  );
}
