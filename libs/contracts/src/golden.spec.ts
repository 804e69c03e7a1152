import { readFileSync, writeFileSync } from 'node:fs';
import { committedDigests, digestOf, keptStreams, mayAddGolden } from '@lien-ket/testing';
import { z } from 'zod';
import { EVENTS, contractOf } from './index.js';

const FILE = new URL('../golden/events.json', import.meta.url);
const ID = '0190a000-0000-7000-8000-000000000001';
const SENT: Readonly<Record<string, string>> = {
  uuid: ID,
  date: '2024-03-01',
  'date-time': '2024-03-01T00:00:00Z',
  uri: 'https://a.vn',
};
const TEXTS = ['x', 'tien-giang', 'ab'.repeat(32), 'text/plain', 'YQ=='];

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** A value with everything in it that the schema knows, and of lists one of each. */
function sample(schema: Schema): unknown {
  const { anyOf, oneOf, const: constant, enum: values, properties = {}, items } = schema;
  const [choice] = anyOf ?? oneOf ?? [];
  if (choice) return sample(choice);
  if (constant !== undefined) return constant;
  if (values) return values[0];
  if (schema.type === 'array')
    return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () => sample(items ?? {}));
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, sample(one)]));
  return SENT[schema.format ?? ''] ?? TEXTS.find((text) => new RegExp(schema.pattern ?? '').test(text));
}

type Golden = Readonly<Record<string, unknown>>;

/** What was released stays as it was written; a new type joins, by `UPDATE_SCHEMAS=1`. */
function golden(): Golden {
  const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;
  const fresh = EVENTS.filter(({ type }) => !(type in kept)).map(
    ({ type, schema }) =>
      [type, sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema)] as const,
  );
  if (fresh.length === 0 || !mayAddGolden()) return kept;
  const all = { ...kept, ...Object.fromEntries(fresh) };
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

describe('every event type and version ever released', () => {
  const events = golden();

  it('has a golden event', () => {
    expect(EVENTS.map(({ type }) => type).filter((type) => !(type in events))).toEqual([]);
  });

  it.each(Object.keys(events))('%s is still read', (type) => {
    const read = contractOf(type)?.schema.safeParse(events[type]);
    expect(read?.error?.issues ?? []).toEqual([]);
    expect(read?.success).toBe(true);
  });

  it('is read to the same thing', () => {
    const digests = Object.fromEntries(
      Object.entries(events).map(([type, data]) => [type, digestOf(contractOf(type)?.schema.parse(data))]),
    );
    expect(digests).toEqual(committedDigests('contracts', digests));
  });

  it('and so is every event that was kept', () => {
    const categories = [...new Set(EVENTS.map(({ aggregate }) => aggregate))];
    const kept = categories.flatMap((category) => [...keptStreams(category).values()].flat());
    const refused = kept.filter(({ type, data }) => !contractOf(type)?.schema.safeParse(data).success);
    expect(kept.length).toBeGreaterThan(500);
    expect(refused.map(({ type, seq }) => `${type} ${seq}`)).toEqual([]);
  });
});
