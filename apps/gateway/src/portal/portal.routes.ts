import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { DomainError } from '@lien-ket/kernel';
import { headerOf } from '@lien-ket/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secret } from '../chance.adapter.js';
import { show } from '../oidc/provider.routes.js';
import { problemPage } from '../pages/sign-in.page.js';
import { pageLanguage } from '../pages/texts.js';

const NEVER_A_PAGE = /^\/(api|auth|oidc|health|assets)(\/|$|\?)/;
const NONCE_PLACE = /__CSP_NONCE__/g;

/** Serves the built portal: hashed assets for good, the page itself with a fresh nonce, also for its inner addresses. */
export async function servePortal(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const files = existsSync(folder) ? filesOf(folder) : [];
  for (const file of files.filter((name) => name !== 'index.html'))
    fastify.get(`/${file}`, (_, reply) => reply.header('cache-control', 'max-age=3600').sendFile(file));
  fastify.get('/assets/*', (request, reply) => {
    const { '*': name } = request.params as { readonly '*': string };
    return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${name}`);
  });
  fastify.get('/*', (request, reply) => page(folder, request, reply));
}

function filesOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /^[\w.-]+$/.test(entry.name)).map(({ name }) => name);
}

async function page(folder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const wantsPage = (headerOf(request, 'accept') ?? '').includes('text/html');
  if (!wantsPage || NEVER_A_PAGE.test(request.url)) throw new DomainError('notFound', 'notFound');
  const index = join(folder, 'index.html');
  if (!existsSync(index)) {
    const language = pageLanguage(headerOf(request, 'accept-language'));
    return show(reply, problemPage(language, 'noPortal', secret(12)), 503);
  }
  const nonce = secret(16);
  const html = (await readFile(index, 'utf8')).replaceAll(NONCE_PLACE, nonce);
  return show(reply, { html, csp: portalCsp(nonce) });
}

/** Scripts and connections of this origin only; styles of the page's own hand by nonce. */
function portalCsp(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
