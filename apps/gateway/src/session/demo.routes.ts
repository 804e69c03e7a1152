import { DomainError } from '@lien-ket/kernel';
import { parseCommand } from '@lien-ket/service';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountStore, SignInAccount } from '../accounts/account-store.js';
import type { EmbeddedProvider } from '../oidc/embedded-provider.js';
import type { DemoAccount } from './session.routes.js';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const body = {
  body: z.strictObject({ account: z.string().max(120) }),
  summary: { vi: '', en: '' },
  roles: [],
  takes: {},
};

/** What scripts of the demonstration need. Called only when the demonstration flag is set, answers only this machine. */
export function serveDemo(
  fastify: FastifyInstance,
  accounts: AccountStore,
  provider: EmbeddedProvider,
): void {
  fastify.post('/auth/demo-token', async (request, reply) => {
    refuseOthers(request);
    const { account } = parseCommand(body, request.body);
    const found = await accounts.find(account);
    if (!found) throw new DomainError('notFound', 'notFound');
    return reply.header('cache-control', 'no-store').send(await provider.mintToken(found));
  });
  fastify.get('/auth/demo-accounts', async (request) => {
    refuseOthers(request);
    return demoAccounts(accounts);
  });
}

/** Accounts of invented people only: whom an administrator added is a person, with a password of their own. */
export async function demoAccounts(accounts: AccountStore): Promise<readonly DemoAccount[]> {
  const invented = (await accounts.list()).filter(
    ({ organisation, platformAdmin }) => organisation !== undefined || platformAdmin,
  );
  return invented.map(demoAccountOf);
}

function demoAccountOf(account: SignInAccount): DemoAccount {
  const { login, tenant = null, organisation = null, role = null, name } = account;
  const { tenantName = null, organisationName = null } = account;
  return {
    account: login,
    tenant,
    organisation,
    role: account.platformAdmin ? 'platform-admin' : role,
    name,
    tenantName,
    organisationName,
  };
}

/** A page of another site that gives its own name our address is refused by the name, a proxy by its header. */
function refuseOthers(request: FastifyRequest): void {
  const { headers } = request;
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  const proxied = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  const local = LOOPBACK.includes(request.socket.remoteAddress ?? '') && LOOPBACK_NAMES.includes(name);
  if (!local || proxied) throw new DomainError('notFound', 'notFound');
}
