import { z } from 'zod';
import type { Language } from './messages/catalogue.js';
import { OPERATIONS, type Operation } from './operations.js';
import { PAGE_LIMIT } from './page.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: JsonObject;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly components: JsonObject;
  readonly [key: string]: Json;
}

const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

/** The OpenAPI 3.1 document of all operations; `operations` for one service's part, or with the platform's own. */
export function openApiDocument(
  operations: readonly Operation[] = OPERATIONS,
  language: Language = 'vi',
): OpenApiDocument {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operation, language),
    };
  return {
    openapi: '3.1.0',
    info: { title: 'Liên Kết', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ bearer: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: components(),
  };
}

function describeOperation(operation: Operation, language: Language): JsonObject {
  const { operationId, tag, summary, roles, body } = operation;
  return {
    operationId,
    tags: [tag],
    summary: summary[language],
    description: summary[language === 'vi' ? 'en' : 'vi'],
    'x-roles': [...roles],
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body)) } } : {}),
    responses: { ...successOf(operation), default: ref('responses', 'Problem') },
  };
}

const IF_MATCH: Readonly<Record<NonNullable<Operation['ifMatch']>, readonly string[]>> = {
  required: ['IfMatch'],
  unlessFirst: ['IfMatchUnlessFirst'],
  none: [],
};

function parametersOf(operation: Operation): readonly Json[] {
  const inPath = operation.path.includes('{id}') ? [ref('parameters', 'id')] : [];
  if (operation.method === 'get')
    return [
      ...inPath,
      ...(operation.besideLog ? [] : [ref('parameters', 'LkAfter')]),
      ...(operation.query ? queryParameters(operation.query) : []),
    ];
  const ifMatch = IF_MATCH[operation.ifMatch ?? 'none'].map((name) => ref('parameters', name));
  return [...inPath, ref('parameters', 'IdempotencyKey'), ...ifMatch];
}

function queryParameters(query: z.ZodObject): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(query) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function successOf({ answer, ifMatch }: Operation): JsonObject {
  if (answer === 'command')
    return { [ifMatch === 'none' ? '201' : '200']: ref('responses', 'CommandAnswer') };
  if (answer === 'page') return { '200': ref('responses', 'Page') };
  if (answer === 'stream') return ok({ 'text/event-stream': { schema: { type: 'string' } } });
  if (answer === 'file') return ok({ 'application/octet-stream': {} });
  return ok(json({ type: 'object' }));
}

const ok = (content: JsonObject): JsonObject => ({ '200': { description: 'OK', content } });

function schemaOf(schema: z.ZodType): JsonObject {
  const entries = Object.entries(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const described = Object.fromEntries(entries.filter(([key]) => key !== '$schema'));
  // Drops the functions that zod hangs on its answer.
  return JSON.parse(JSON.stringify(described)) as JsonObject;
}

const text: JsonObject = { type: 'string' };
const count: JsonObject = { type: 'integer', minimum: 0 };

function components(): JsonObject {
  return {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    parameters: {
      id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      IfMatch: header('If-Match', true, text, 'Revision seen, "3"'),
      IfMatchUnlessFirst: header(
        'If-Match',
        false,
        text,
        'Revision seen, "3"; demanded (428) unless nothing is there yet, so that there is none to be seen',
      ),
      IdempotencyKey: header(
        'Idempotency-Key',
        false,
        { type: 'string', format: 'uuid' },
        'The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command.',
      ),
      LkAfter: header(
        'Lk-After',
        false,
        count,
        'Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing',
      ),
    },
    responses: {
      CommandAnswer: {
        description: 'Done',
        headers: { ETag: { schema: text }, 'Lk-Position': { schema: count } },
        content: json(ref('schemas', 'CommandAnswer')),
      },
      Page: { description: `At most ${PAGE_LIMIT} rows`, content: json(ref('schemas', 'Page')) },
      Problem: {
        description: 'Problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
      },
    },
    schemas: schemas(),
  };
}

function header(name: string, required: boolean, schema: JsonObject, description: string): JsonObject {
  return { name, in: 'header', required, schema, description };
}

function object(properties: JsonObject, optional: readonly string[] = []): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
  };
}

function schemas(): JsonObject {
  return {
    CommandAnswer: object({ id: { type: 'string', format: 'uuid' }, revision: count, position: count }),
    Page: object({
      items: { type: 'array', items: { type: 'object' } },
      next: { type: ['string', 'null'] },
      total: count,
    }),
    Problem: object(
      {
        type: text,
        title: text,
        status: { type: 'integer' },
        detail: text,
        code: text,
        params: { type: 'object' },
        errors: { type: 'array', items: object({ pointer: text, code: text, detail: text }) },
        since: {
          type: 'array',
          items: object({ revision: count, type: text, recordedAt: text, role: text, organisationId: text }, [
            'organisationId',
          ]),
        },
        correlationId: text,
      },
      ['params', 'errors', 'since', 'correlationId'],
    ),
  };
}
