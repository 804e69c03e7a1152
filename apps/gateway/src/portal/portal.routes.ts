import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@lien-ket/kernel';
import { headerOf } from '@lien-ket/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secret } from '../chance.adapter.js';
import { show } from '../oidc/provider.routes.js';
import { problemPage } from '../pages/sign-in.page.js';
import { pageLanguage } from '../pages/texts.js';
import { Assets } from './assets.js';

const NEVER_A_PAGE = /^\/(api|auth|oidc|health|assets)(\/|$|\?)/;
const NONCE_PLACE = /__CSP_NONCE__/g;

/** Serves the built portal: hashed assets for good, the page itself with a fresh nonce, also for its inner addresses. */
export function servePortal(fastify: FastifyInstance, folder: string): void {
  const assets = new Assets(folder);
  fastify.get('/*', (request, reply) => {
    const address = (request.url.split('?')[0] ?? '').slice(1);
    return assets.has(address) ? asset(assets, address, request, reply) : page(folder, request, reply);
  });
}

async function asset(assets: Assets, address: string, request: FastifyRequest, reply: FastifyReply) {
  const { type, plain, gzipped } = await assets.load(address);
  const hashed = address.startsWith('assets/');
  reply.type(type).header('vary', 'accept-encoding');
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'max-age=3600');
  if (!gzipped || !(headerOf(request, 'accept-encoding') ?? '').includes('gzip')) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(gzipped);
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
