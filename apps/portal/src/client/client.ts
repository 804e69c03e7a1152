import type { CommandAnswer } from '@lien-ket/contracts';
import type { Body, CommandName, Resource } from './commands.js';
import { Problem, problemOf } from './problem.js';
import type { Read } from './reads.js';

const BASE = '/api/v1';

/** What one browser tab remembers between requests. */
const memory = { csrf: '', language: 'vi', position: 0 };

export function remember(facts: Partial<typeof memory>): void {
  Object.assign(memory, facts);
}

/** The furthest place in the log that this tab has seen; reads ask for an answer that is at least as new. */
export function sawPosition(position: number): void {
  if (position > memory.position) memory.position = position;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'network', '');
  }
  const position = Number(response.headers.get('Lk-Position'));
  if (Number.isSafeInteger(position)) sawPosition(position);
  if (!response.ok) throw await problemOf(response);
  return response;
}

const languages = (): Record<string, string> => ({ 'Accept-Language': memory.language });

export async function get<T>({ path, query }: Read<T>, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, String(value));
  const text = search.toString();
  const headers = {
    Accept: 'application/json',
    ...languages(),
    ...(memory.position > 0 ? { 'Lk-After': String(memory.position) } : {}),
  };
  const url = `${path.startsWith('/') ? path : `${BASE}/${path}`}${text ? `?${text}` : ''}`;
  const response = await request(url, { headers, ...(signal ? { signal } : {}) });
  return (await response.json()) as T;
}

export async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'x-csrf-token': memory.csrf,
      ...languages(),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** The thing a command acts on, as it was read. */
export interface Target {
  readonly id: string;
  readonly revision: number;
}

export interface Sending<B> {
  readonly body: B;
  /** One per act of the user: a retry keeps it, and is then done once. */
  readonly key: string;
  /** Missing for `create`. */
  readonly target?: Target | undefined;
}

export async function send<R extends Resource, C extends CommandName<R>>(
  resource: R,
  command: C,
  { body, key, target }: Sending<Body<R, C>>,
): Promise<CommandAnswer> {
  const path = target ? `${resource}/${target.id}/${command}` : resource;
  const answer = await post<CommandAnswer>(`${BASE}/${path}`, body, {
    'Idempotency-Key': key,
    ...(target ? { 'If-Match': `"${target.revision}"` } : {}),
  });
  sawPosition(answer.position);
  return answer;
}
