/** One fault of an input; the pointer names the field in the body. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What somebody else recorded since the revision that was opened (with 412). */
export interface MissedChange {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly role: string;
}

/** A refusal as the gateway words it (RFC 9457), or the plain fact that nothing answered (`status` 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly faults: readonly FieldFault[] = [],
    readonly since: readonly MissedChange[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

/** Worth trying again with the same key: nobody said no. */
export const isTransient = ({ status }: Problem): boolean => status === 0 || status >= 502;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function faultOf(value: unknown): FieldFault {
  const fault = (value ?? {}) as Record<string, unknown>;
  return { pointer: textOf(fault['pointer']), code: textOf(fault['code']), detail: textOf(fault['detail']) };
}

function missedOf(value: unknown): MissedChange {
  const change = (value ?? {}) as Record<string, unknown>;
  return {
    revision: Number(change['revision']),
    type: textOf(change['type']),
    recordedAt: textOf(change['recordedAt']),
    role: textOf(change['role']),
  };
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Reads an answer that is not a success; total on whatever a proxy in between may have sent instead. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await bodyOf(response);
  const faults = Array.isArray(body['errors']) ? body['errors'].map(faultOf) : [];
  const since = Array.isArray(body['since']) ? body['since'].map(missedOf) : [];
  const detail = textOf(body['detail']) || textOf(body['title']);
  const code = textOf(body['code']) || `http.${response.status}`;
  return new Problem(response.status, code, detail, faults, since);
}

/** JSON pointer → path of a form field: `/report/parts/0/text` → ['report', 'parts', 0, 'text']. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
