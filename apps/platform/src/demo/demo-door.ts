import type { RunningService } from '@lien-ket/service';
import type { Answer } from './demo-refusal.js';
import type { Door } from './demonstration.js';

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The load goes through the same door as everybody, with each account's own token.
 * @param gateway address of a gateway in a process of its own
 */
export function doorOf(service: RunningService, gateway?: string): Door {
  const tokens = new Map<string, string>();
  const ask = async (account: string, { path, headers, ...rest }: Asked): Promise<Answer> => {
    const token = tokens.get(account) ?? (await tokenOf(service, account));
    tokens.set(account, token);
    const asked = { ...rest, path, headers: { ...headers, authorization: `Bearer ${token}` } };
    if (gateway !== undefined) return askOver(gateway, asked);
    const answer = await service.fastify.inject({ ...rest, url: `/api/v1${path}`, headers: asked.headers });
    return { status: answer.statusCode, body: answer.body };
  };
  return {
    get: (account, path) => ask(account, { method: 'GET', path }),
    send: ({ account, method, path, body, key, revision }) => {
      const headers = {
        'idempotency-key': key,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      };
      return ask(account, { method, path, payload: body as object, headers });
    },
  };
}

async function tokenOf(service: RunningService, account: string): Promise<string> {
  const answer = await service.fastify.inject({
    method: 'POST',
    url: '/auth/demo-token',
    payload: { account },
    headers: { host: 'localhost' },
  });
  if (answer.statusCode !== 200) throw new Error(`no token for ${account}: ${answer.body}`);
  return (JSON.parse(answer.body) as { access_token: string }).access_token;
}

async function askOver(gateway: string, { method, path, payload, headers }: Asked): Promise<Answer> {
  const answer = await fetch(`${gateway}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { body: JSON.stringify(payload) } : {}),
  });
  return { status: answer.status, body: await answer.text() };
}
