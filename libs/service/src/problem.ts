import { HttpException } from '@nestjs/common';
import { DomainError, isOutage, type ChangedSince, type DomainErrorKind, type Fault } from '@lien-ket/kernel';
import { z } from 'zod';
import { sentence, type Language } from './messages/catalogue.js';
import { faultsOf } from './zod-faults.js';

export const BODY_LIMIT = 1024 * 1024;

/** The one table from the kind of a refusal to its HTTP status. */
export const STATUS: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  gone: 410,
  conflict: 409,
  stale: 412,
  preconditionRequired: 428,
  tooLarge: 413,
  duplicate: 422,
  unavailable: 503,
};

/** Problem details (RFC 9457) as this platform gives them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  /** With 412: what was recorded since the revision in If-Match. */
  readonly since?: readonly ChangedSince[];
  readonly correlationId?: string;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly Fault[];
  readonly since?: readonly ChangedSince[];
  /** True when nobody foresaw it: logged, and told without details. */
  readonly unforeseen?: boolean;
}

/** Codes of refusals that come from Fastify or Nest themselves. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.unreadable',
  401: 'token.missing',
  403: 'rights.role',
  404: 'notFound',
  413: 'body.tooLarge',
  415: 'body.mediaType',
  422: 'body.invalid',
};
const fastifyError = z.object({ statusCode: z.int().min(400).max(599) });

export function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError)
    return {
      status: STATUS[error.kind],
      code: error.code,
      params: error.params,
      faults: error.faults,
      since: error.since,
    };
  if (error instanceof z.core.$ZodError)
    return { status: STATUS.invalid, code: 'body.invalid', faults: faultsOf(error, undefined) };
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (isOutage(error)) return { status: STATUS.unavailable, code: 'store.unavailable', unforeseen: true };
  const fromFastify = fastifyError.safeParse(error);
  if (!fromFastify.success) return { status: 500, code: 'internal', unforeseen: true };
  return ofStatus(fromFastify.data.statusCode);
}

function ofStatus(status: number): Refusal {
  const code = CODE_OF_STATUS[status] ?? (status >= 500 ? 'internal' : `http.${status}`);
  const params = status === 413 ? { limitKiB: BODY_LIMIT / 1024 } : undefined;
  return { status, code, ...(params ? { params } : {}), ...(status === 500 ? { unforeseen: true } : {}) };
}

export function problemOf(refusal: Refusal, language: Language, correlationId?: string): Problem {
  const { status, code, params, faults = [], since = [] } = refusal;
  const errors = faults.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    detail: sentence(language, fault.code, fault.params) ?? sentence(language, 'field.invalid') ?? fault.code,
  }));
  return {
    type: 'about:blank',
    title: sentence(language, `title.${status}`) ?? code,
    status,
    detail: sentence(language, code, params) ?? sentence(language, `general.${status}`) ?? code,
    code,
    ...(params && Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...(since.length > 0 ? { since } : {}),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}
