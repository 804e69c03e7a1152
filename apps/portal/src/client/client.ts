import {
  contractOf,
  contractOfCommand,
  type Body,
  type CommandAnswer,
  type CommandName,
  type Resource,
} from './commands.js';
import { factsFrom, type FileFacts } from './file-facts.js';
import { Problem, problemOf } from './problem.js';
import type { Read } from './reads.js';

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
  const response = await request(`${path}${text ? `?${text}` : ''}`, {
    headers,
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as T;
}

interface Posted {
  readonly body: BodyInit;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function posted<T>(url: string, { body, type, headers }: Posted): Promise<T> {
  const response = await request(url, {
    method: 'POST',
    headers: {
      'Content-Type': type,
      Accept: 'application/json',
      'x-csrf-token': memory.csrf,
      ...languages(),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

export function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  return posted<T>(url, { body: JSON.stringify(body), type: 'application/json', headers });
}

/** The thing a command acts on, as it was read; without a revision where a register does not tell one. */
export interface Target {
  readonly id: string;
  readonly revision?: number;
}

export interface Sending<B> {
  readonly body: B;
  /** One per act of the user: a retry keeps it, and is then done once. */
  readonly key: string;
  /** Missing for what makes a new thing. */
  readonly target?: Target | undefined;
}

export async function send<R extends Resource, C extends CommandName<R>>(
  resource: R,
  command: C,
  { body, key, target }: Sending<Body<R, C>>,
): Promise<CommandAnswer> {
  const path = contractOfCommand(resource, command).path.replace('{id}', target?.id ?? '');
  const answer = await post<CommandAnswer>(path, body, {
    'Idempotency-Key': key,
    ...(target?.revision === undefined ? {} : { 'If-Match': `"${target.revision}"` }),
  });
  sawPosition(answer.position);
  return answer;
}

/** Stores a file: the bytes as they are, name and type beside them. The answer's id is what an entry names as evidence. */
export async function storeFile(file: File, key: string): Promise<CommandAnswer> {
  const answer = await posted<CommandAnswer>(contractOf('files.create').path, {
    body: file,
    type: 'application/octet-stream',
    headers: {
      'Idempotency-Key': key,
      'x-file-name': encodeURIComponent(file.name),
      'x-file-type': encodeURIComponent(file.type || 'application/octet-stream'),
    },
  });
  sawPosition(answer.position);
  return answer;
}

/** Where a stored file is downloaded. */
export const fileAddress = (id: string): string => contractOf('files.get').path.replace('{id}', id);

/** What is known of a stored file without fetching it. */
export async function fileFacts(id: string, signal: AbortSignal): Promise<FileFacts> {
  const { headers } = await request(fileAddress(id), { method: 'HEAD', signal });
  return factsFrom(headers);
}

type Given = Readonly<Record<string, string | undefined>>;

/** Where the auditor's file of a plan or an activity is downloaded. */
export const bundleAddress = (asked: Given): string => addressWith('audit.bundle', asked);
/** Where a comparison is downloaded. */
export const comparisonAddress = (asked: Given): string => addressWith('history.comparison', asked);
/** Where the rights on a day are downloaded. */
export const rightsAddress = (asked: Given): string => addressWith('audit.rightsFile', asked);

function addressWith(operation: Parameters<typeof contractOf>[0], asked: Given): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${contractOf(operation).path}?${new URLSearchParams(given).toString()}`;
}
