import { COMMANDS, type CommandContract } from '@lien-ket/contracts';
import type { Role } from '@lien-ket/kernel';
import { z } from 'zod';
import { administration } from './administration.js';
import { reads } from './reads.js';

export const API = '/api/v1';

export interface Summary {
  readonly vi: string;
  readonly en: string;
}

/** One operation of the HTTP interface: the OpenAPI document and the access matrix have a row for each. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** With `{id}` for parameters, from `/api/v1` on. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: Summary;
  readonly roles: readonly Role[];
  /** True where an account without any right is let in. */
  readonly anyAccount?: boolean;
  readonly query?: z.ZodObject;
  /** True where the answer is no fold of the tenant's log: it is never behind a position, and `Lk-After` says nothing. */
  readonly besideLog?: boolean;
  readonly body?: z.ZodType;
  readonly answer: 'page' | 'one' | 'command' | 'stream' | 'file';
  /** `If-Match`: demanded from changes, also where the first of them makes the thing; not asked from what only makes it. */
  readonly ifMatch?: 'required' | 'unlessFirst' | 'none';
}

/** Changes of which the first makes the thing: an account's first assignment. */
const MAY_BEGIN: readonly string[] = ['staff.assign'];

/** Every operation: the reads of the table, and the commands of the contracts. */
export const OPERATIONS: readonly Operation[] = [...reads(), ...administration(), ...commands()];

function commands(): readonly Operation[] {
  return Object.entries(COMMANDS).flatMap(([resource, contracts]) =>
    Object.entries(contracts).map(([name, contract]) => commandOperation(resource, name, contract)),
  );
}

/** `create` is `POST /<resource>`; another maker `POST /<resource>/<name>`; a change `POST /<resource>/{id}/<name>`. */
function commandOperation(resource: string, name: string, contract: CommandContract): Operation {
  const makes = name === 'create' || mayNameId(contract);
  const suffix = name === 'create' ? '' : `/${name}`;
  const operationId = `${resource}.${name}`;
  const demanded = MAY_BEGIN.includes(operationId) ? 'unlessFirst' : 'required';
  return {
    method: 'post',
    path: makes ? `${API}/${resource}${suffix}` : `${API}/${resource}/{id}${suffix}`,
    operationId,
    tag: resource,
    summary: contract.summary,
    roles: contract.roles,
    body: contract.body,
    answer: 'command',
    ifMatch: makes ? 'none' : demanded,
  };
}

/** Another maker than `create` (entering what exists on paper) is known by its body, which may name the new id. */
function mayNameId({ body }: CommandContract): boolean {
  return body instanceof z.ZodObject && 'id' in body.shape;
}
