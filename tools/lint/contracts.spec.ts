import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENTS } from '@lien-ket/contracts';
import { wireNameFaults } from './wire-names.mjs';

const FILE = new URL('../../libs/contracts/schemas/events.json', import.meta.url);

/** JSON schema of every event by wire name; committed, so that a change is seen in review. */
function schemas(): string {
  const all = EVENTS.map(({ type, schema }) => [
    type,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  return `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`;
}

/** Required fields of a schema, by path: what old events may lack. */
function required(schema: unknown, path = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { required: names = [], properties = {} } = schema as {
    required?: string[];
    properties?: Record<string, unknown>;
  };
  return [
    ...names.map((name) => `${path}/${name}`),
    ...Object.entries(properties).flatMap(([name, inner]) => required(inner, `${path}/${name}`)),
  ];
}

/** Paths of properties; what stands in a property that old events lack is demanded of no old event. */
function properties(schema: unknown, path = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { properties: inner = {} } = schema as { properties?: Record<string, unknown> };
  return [path, ...Object.entries(inner).flatMap(([name, one]) => properties(one, `${path}/${name}`))];
}
const parentOf = (field: string): string => field.slice(0, field.lastIndexOf('/'));

describe('the contracts of events', () => {
  it('have wire names that are registered once and well formed', () => {
    expect(wireNameFaults(EVENTS.map(({ type }) => type))).toEqual([]);
  });

  it('change by addition only: no committed event is gone and none demands a field it did not', () => {
    const committed = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
    const present = JSON.parse(schemas()) as Record<string, unknown>;
    for (const [type, schema] of Object.entries(committed)) {
      expect(Object.keys(present)).toContain(type);
      expect(
        required(present[type])
          .filter((field) => !required(schema).includes(field))
          .filter((field) => properties(schema).includes(parentOf(field)))
          .map((field) => `${type}${field}`),
      ).toEqual([]);
    }
  });

  it('equal the committed schemas (after an addition: UPDATE_SCHEMAS=1, and read the difference)', () => {
    if (process.env['UPDATE_SCHEMAS'] === '1') writeFileSync(FILE, schemas());
    expect(schemas()).toBe(readFileSync(FILE, 'utf8'));
  });
});
