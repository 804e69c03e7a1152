import { headerOf } from '@lien-ket/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountStore, Changed } from '../accounts/account-store.js';
import { PASSWORD_MIN } from '../accounts/password-accounts.js';
import { secret } from '../chance.adapter.js';
import type { HtmlPage } from '../pages/layout.js';
import { changePasswordPage, problemPage, signInPage, type Fault } from '../pages/sign-in.page.js';
import { pageLanguage } from '../pages/texts.js';
import type { EmbeddedProvider } from './embedded-provider.js';

export interface ProviderRoutes {
  readonly embedded: EmbeddedProvider;
  readonly accounts: AccountStore;
  readonly publicUrl: string;
  readonly demoPassword?: string;
}

const form = z.object({
  login: z.string().max(120).default(''),
  password: z.string().max(400).default(''),
  next: z.string().max(400).optional(),
  repeat: z.string().max(400).optional(),
});
type Form = z.infer<typeof form>;

/** Mounts the provider at `/oidc` of the same server: its bodies reach it unread. */
export function mountProvider(fastify: FastifyInstance, { embedded, publicUrl }: ProviderRoutes): void {
  const handle = embedded.provider.callback();
  const { protocol, host } = new URL(publicUrl);
  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/oidc/*', (request, reply) => {
      reply.hijack();
      const { raw } = request;
      raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
      raw.headers['x-forwarded-host'] = host;
      delete raw.headers['x-forwarded-for'];
      // As Express does for a mounted handler: the provider derives its own addresses from the difference.
      Object.assign(raw, { originalUrl: raw.url });
      raw.url = raw.url?.slice('/oidc'.length);
      void handle(raw, reply.raw);
    });
  });
}

/** The sign-in page. The provider's own cookie of the interaction ties the form to the browser that began it. */
export function serveInteraction(fastify: FastifyInstance, routes: ProviderRoutes): void {
  const guarded =
    (answer: (request: FastifyRequest, reply: FastifyReply, hint: string) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const hint = await hintOf(routes, request, reply);
      if (hint === undefined)
        return show(reply, problemPage(languageOf(request), 'signInFailed', secret(12)), 400);
      return answer(request, reply, hint);
    };
  fastify.get(
    '/auth/interaction/:uid',
    guarded(async (request, reply, hint) => show(reply, firstPage(routes, request, hint))),
  );
  fastify.post(
    '/auth/interaction/:uid',
    guarded((request, reply) => signIn(routes, request, reply)),
  );
}

async function signIn(
  routes: ProviderRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const fields = form.safeParse(request.body ?? {});
  if (!fields.success) return show(reply, firstPage(routes, request, '', { key: 'wrong' }), 400);
  const { login, password, next, repeat } = fields.data;
  if (next !== undefined && next !== repeat)
    return again(routes, request, reply, fields.data, { key: 'unequal' });
  const outcome: Changed =
    next === undefined
      ? await routes.accounts.verify(login, password)
      : await routes.accounts.changePassword(login, password, next);
  if (outcome.kind !== 'good') return again(routes, request, reply, fields.data, faultOf(outcome, request));
  if (outcome.account.mustChange) return again(routes, request, reply, { ...fields.data, next: '' });
  const result = { login: { accountId: outcome.account.subject, remember: true } };
  const to = await routes.embedded.provider.interactionResult(request.raw, reply.raw, result);
  return reply.header('cache-control', 'no-store').redirect(to, 303);
}

/** The same form once more, with what was wrong; the change form when that one was sent or is due. */
function again(
  routes: ProviderRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Form,
  fault?: Fault,
) {
  if (sent.next === undefined) return show(reply, firstPage(routes, request, sent.login, fault), 401);
  const page = changePasswordPage({ ...pageParts(request), login: sent.login, ...(fault ? { fault } : {}) });
  return show(reply, page, fault ? 401 : 200);
}

function faultOf(outcome: Exclude<Changed, { kind: 'good' }>, request: FastifyRequest): Fault {
  if (outcome.kind === 'wrong') return { key: 'wrong' };
  if (outcome.kind === 'weak') return { key: 'weak', params: { min: String(PASSWORD_MIN) } };
  const locale = languageOf(request) === 'vi' ? 'vi-VN' : 'en-GB';
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });
  return { key: 'locked', params: { until: until.format(Date.parse(outcome.until)) } };
}

function firstPage(routes: ProviderRoutes, request: FastifyRequest, login: string, fault?: Fault): HtmlPage {
  const { demoPassword } = routes;
  const demo = demoPassword === undefined ? {} : { demoPassword };
  return signInPage({ ...pageParts(request), login, ...demo, ...(fault ? { fault } : {}) });
}

function pageParts(request: FastifyRequest) {
  const action = request.url.split('?')[0] ?? '';
  return { language: languageOf(request), action, nonce: secret(12) };
}

/** The account to prefill; undefined when this browser has no such interaction. */
async function hintOf({ embedded }: ProviderRoutes, request: FastifyRequest, reply: FastifyReply) {
  try {
    const { uid, params } = await embedded.provider.interactionDetails(request.raw, reply.raw);
    if (uid !== z.object({ uid: z.string() }).parse(request.params).uid) return undefined;
    return typeof params['login_hint'] === 'string' ? params['login_hint'].slice(0, 120) : '';
  } catch {
    return undefined;
  }
}

function languageOf(request: FastifyRequest) {
  return pageLanguage(headerOf(request, 'accept-language'));
}

export function show(reply: FastifyReply, page: HtmlPage, status = 200): FastifyReply {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', page.csp)
    .header('cache-control', 'no-store')
    .send(page.html);
}
