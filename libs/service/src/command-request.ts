import { DomainError, isUuid, uuidFrom, type Context, type Fault, type Uuid } from '@lien-ket/kernel';
import type { CommandAnswer, CommandContract } from '@lien-ket/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { refuseLeapDays } from './leap-days.js';
import { refusePersonalData } from './personal-fields.js';
import { headerOf, stateOf } from './request-state.js';
import { faultsOf, pointerOf } from './zod-faults.js';

const DEPTH_LIMIT = 12;
// PostgreSQL refuses U+0000 in text, and UTF-8 has no lone surrogate: both would fail late, so they fail here.
const unusable = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

/**
 * Reads a body by its contract: depth limited, every string in NFC, unknown fields refused by the contract's strict
 * objects; no way to a person in free text. @throws DomainError invalid body.invalid, text.personalData; a fault per place
 */
export function parseCommand<S extends z.ZodType>(contract: CommandContract<S>, body: unknown): z.infer<S> {
  const normal = normalise(body ?? {});
  const parsed = parseWith(contract.body, normal, 'body.invalid');
  refuseLeapDays(normal);
  refusePersonalData(normal, contract.takes);
  return parsed;
}

/** Reads query parameters by a schema. @throws DomainError invalid query.invalid */
export function parseQuery<S extends z.ZodType>(schema: S, query: unknown): z.infer<S> {
  return parseWith(schema, normalise(query ?? {}, 'query.invalid'), 'query.invalid');
}

function parseWith<S extends z.ZodType>(schema: S, input: unknown, code: string): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', code, {}, faultsOf(parsed.error, input));
}

/**
 * The same value with every string in NFC, keys too.
 * @throws DomainError body.tooDeep; by the code, with faults field.characters
 */
export function normalise(body: unknown, code = 'body.invalid'): unknown {
  const faults: Fault[] = [];
  const normal = walk(body, [], faults);
  if (faults.length > 0) throw new DomainError('invalid', code, {}, faults);
  return normal;
}

function walk(value: unknown, path: readonly PropertyKey[], faults: Fault[]): unknown {
  if (typeof value === 'string') return readText(value, path, faults);
  if (typeof value !== 'object' || value === null) return value;
  if (path.length >= DEPTH_LIMIT) throw new DomainError('invalid', 'body.tooDeep', { limit: DEPTH_LIMIT });
  if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index], faults));
  const entries = Object.entries(value).map(([key, item]) => {
    const place = [...path, key];
    return [readText(key, place, faults), walk(item, place, faults)] as const;
  });
  return Object.fromEntries(entries);
}

function readText(text: string, path: readonly PropertyKey[], faults: Fault[]): string {
  if (unusable(text)) faults.push({ pointer: pointerOf(path), code: 'field.characters' });
  return text.normalize('NFC');
}

/** What the headers of a command say. */
export interface CommandMeta {
  /** Of the Idempotency-Key, else a fresh id: the same command id is carried out once. */
  readonly commandId: Uuid;
  /** The revision the sender saw. */
  readonly expectedRevision?: number;
}

/** `required` for changes; `none` for what makes a new thing; `optional` where the first command makes the stream. */
export type IfMatch = 'required' | 'optional' | 'none';

/** @throws DomainError idempotencyKey.invalid, ifMatch.missing, ifMatch.invalid */
export function commandMeta(request: FastifyRequest, ifMatch: IfMatch = 'required'): CommandMeta {
  const commandId = commandIdOf(request);
  if (ifMatch === 'none') return { commandId };
  const given = request.headers['if-match'];
  if (given === undefined && ifMatch === 'required')
    throw new DomainError('preconditionRequired', 'ifMatch.missing');
  return given === undefined ? { commandId } : { commandId, expectedRevision: revisionOf(given) };
}

/**
 * A key belongs to one account and one operation (on one thing): sent by another account, or for another operation, it
 * is another command, and makes another thing.
 */
function commandIdOf(request: FastifyRequest): Uuid {
  if (request.headers['idempotency-key'] === undefined) return stateOf(request).ids.uuid();
  const key = headerOf(request, 'idempotency-key')?.trim().toLowerCase();
  if (key === undefined || !isUuid(key)) throw new DomainError('invalid', 'idempotencyKey.invalid');
  const { ctx } = stateOf(request);
  const operation = `${request.method} ${request.url.split('?', 1)[0]?.toLowerCase() ?? ''}`;
  return uuidFrom('key', ctx?.tenantId ?? '', ctx?.actor.account ?? '', operation, key);
}

function revisionOf(header: string): number {
  const digits = /^(?:"(\d{1,9})"|(\d{1,9}))$/.exec(header.trim());
  if (!digits) throw new DomainError('invalid', 'ifMatch.invalid');
  return Number(digits[1] ?? digits[2]);
}

/** Id of a thing that a command makes: the sender's, else one that a retry with the same key finds again. */
export function newIdOf(ctx: Context, meta: CommandMeta, given?: Uuid): Uuid {
  return given ?? uuidFrom('created', ctx.tenantId, meta.commandId);
}

/** A path's id. What is no uuid cannot exist: 404, as for any other missing thing. */
export function pathId(text: string): Uuid {
  const id = text.toLowerCase();
  if (!isUuid(id)) throw new DomainError('notFound', 'notFound');
  return id;
}

/** Answer of a command, with the headers by which the sender goes on: 201 for `created`, else 200. */
export function answer(
  reply: FastifyReply,
  done: { readonly id: Uuid; readonly revision: number; readonly seq: number },
  how: 'created' | 'changed' = 'changed',
): CommandAnswer {
  reply.header('etag', `"${done.revision}"`).header('lk-position', String(done.seq));
  void reply.status(how === 'created' ? 201 : 200);
  return { id: done.id, revision: done.revision, position: done.seq };
}

/** The position a reader must see at least (`Lk-After`), when it asks for one. */
export function positionAfter(request: FastifyRequest): number | undefined {
  const given = request.headers['lk-after'];
  if (given === undefined) return undefined;
  const text = headerOf(request, 'lk-after') ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new DomainError('invalid', 'position.invalid');
  return Number(text);
}
