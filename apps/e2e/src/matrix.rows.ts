import { Client, type Answer, type Problem } from './client.adapter.js';

/** A JSON schema as the OpenAPI document has it: the parts that bodies of commands use. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
}
interface Described {
  readonly 'x-roles': readonly string[];
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One operation of the document: a row of the access matrix. */
export interface Row {
  /** `<method> <path>` as in the document. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly body?: Schema;
  /** True where the document names `Lk-After`: the answer is a fold of the tenant's log. */
  readonly waits: boolean;
}

/** Every operation of the running platform's OpenAPI document. */
export async function documented(url: string): Promise<Row[]> {
  const { paths } = await new Client(url, undefined).read<{
    paths: Record<string, Record<string, Described>>;
  }>('/openapi.json');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      operation: `${method} ${path}`,
      method,
      path: path.replace('/api/v1', ''),
      roles: described['x-roles'],
      waits: (described.parameters ?? []).some(({ $ref }) => $ref === '#/components/parameters/LkAfter'),
      body: described.requestBody?.content['application/json']?.schema,
    })),
  );
}

export const resourceOf = (row: Row): string => row.path.split('/')[1] ?? '';
export const hasId = (row: Row): boolean => row.path.includes('{id}');
export const shown = ({ status, body }: Answer<Problem>): string => `${status} ${body?.code ?? ''}`;

/** Runs every operation and gives the deviating ones, so that one look shows all of them. */
export async function deviations(
  chosen: readonly Row[],
  judge: (row: Row) => Promise<string | undefined>,
): Promise<string[]> {
  const found: string[] = [];
  for (const row of chosen) {
    const fault = await judge(row);
    if (fault) found.push(`${row.operation}: ${fault}`);
  }
  return found;
}

/** The smallest value that a schema lets in, with a day for dates and the given id for ids. */
export function sampleOf(schema: Schema, uuid: string, day: string): unknown {
  const { anyOf, oneOf, enum: values, properties = {}, required = [], items, minItems = 0 } = schema;
  const [choice] = anyOf ?? oneOf ?? [];
  if (choice) return sampleOf(choice, uuid, day);
  if (schema.const !== undefined) return schema.const;
  if (values) return values[0];
  if (schema.type === 'array')
    return Array.from({ length: minItems }, () => sampleOf(items ?? {}, uuid, day));
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'object')
    return Object.fromEntries(required.map((key) => [key, sampleOf(properties[key] ?? {}, uuid, day)]));
  if (schema.format === 'uuid') return uuid;
  return schema.format === 'date' ? day : 'x';
}
