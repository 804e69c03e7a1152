import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '@lien-ket/service';

const FILE = new URL('../../apps/gateway/openapi.json', import.meta.url);

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: unknown }>>>>;
}

const operationsOf = ({ paths }: Document): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );

describe('the OpenAPI document', () => {
  const present = `${JSON.stringify(openApiDocument(), null, 1)}\n`;

  it('loses no operation that was published', () => {
    const committed = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
    const now = operationsOf(JSON.parse(present) as Document);
    expect(operationsOf(committed).filter((operation) => !now.includes(operation))).toEqual([]);
  });

  it('is the committed one (after a change: UPDATE_OPENAPI=1, and read the difference)', () => {
    if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(FILE, present);
    expect(present).toBe(readFileSync(FILE, 'utf8'));
  });
});
