import { randomUUID } from 'node:crypto';

const ANSWER_LIMIT = 30_000;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** What a refusal says. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly since?: readonly { readonly revision: number; readonly type: string; readonly role: string }[];
  readonly correlationId?: string;
}

export interface Sending {
  /** Revision seen, for `If-Match`. */
  readonly revision?: number;
  readonly key?: string;
  /** As a browser may send them: trace and correlation. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks HTTP as one account; a GET sees at least what this client has written. */
export class Client {
  private position: string | undefined;

  constructor(
    private readonly url: string,
    readonly token: string | undefined,
  ) {}

  async get<T = Problem>(path: string, after = this.position): Promise<Answer<T>> {
    return this.send<T>('GET', path, after === undefined ? {} : { 'lk-after': after });
  }

  async post<T = Problem>(path: string, body: unknown, sending: Sending = {}): Promise<Answer<T>> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': sending.key ?? randomUUID(),
      ...sending.headers,
      ...(sending.revision === undefined ? {} : { 'if-match': `"${sending.revision}"` }),
    };
    const answer = await this.send<T>('POST', path, headers, JSON.stringify(body));
    this.position = answer.headers.get('lk-position') ?? this.position;
    return answer;
  }

  /** The body of a GET that must succeed. @throws with what was answered */
  async read<T>(path: string): Promise<T> {
    const answer = await this.get<T>(path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${brief(answer.body)}`);
    return answer.body;
  }

  /** The body of a command that must succeed. @throws with what was answered */
  async command<T>(path: string, body: unknown, revision?: number): Promise<T> {
    const answer = await this.post<T>(path, body, revision === undefined ? {} : { revision });
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${brief(answer.body)}`);
    return answer.body;
  }

  /** All items of a list, page after page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const sign = path.includes('?') ? '&' : '?';
      const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: T[]; next: string | null } = await this.read(`${path}${sign}limit=200${next}`);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  private async send<T>(
    method: string,
    path: string,
    given: Record<string, string>,
    body?: string,
  ): Promise<Answer<T>> {
    const headers = new Headers(given);
    if (this.token !== undefined) headers.set('authorization', `Bearer ${this.token}`);
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(ANSWER_LIMIT),
    });
    const stream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (stream) await answer.body?.cancel();
    const text = stream ? '' : await answer.text();
    return { status: answer.status, body: parsed(text) as T, headers: answer.headers };
  }
}

function brief(body: unknown): string {
  return JSON.stringify(body).slice(0, 600);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
