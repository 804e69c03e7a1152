import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@lien-ket/kernel';
import { agreementCommands, command, partialDate, planCommands } from '@lien-ket/contracts';
import { z } from 'zod';
import { normalise, parseCommand, parseQuery, pathId } from './command-request.js';
import { listOf } from './lists.js';
import { pageFrom, pageOf } from './page.js';

const contract = command(
  'Thử',
  'Test',
  ['officer'],
  z.strictObject({
    name: z.string().min(2).max(20),
    tags: z.array(z.strictObject({ label: z.string(), count: z.int().max(9) })).default([]),
    kind: z.enum(['a', 'b']).optional(),
  }),
);

function refusalOf(action: () => unknown): DomainError {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

describe('parseCommand', () => {
  it('gives text in NFC, however it was typed, and fills defaults', () => {
    const typed = 'Tiền Giang'.normalize('NFD');
    expect(parseCommand(contract, { name: typed })).toEqual({
      name: 'Tiền Giang'.normalize('NFC'),
      tags: [],
    });
  });

  it('names every fault with a pointer', () => {
    const body = { tags: [{ label: 1, count: 12, 'a/b~c': 0 }], kind: 'c', extra: true };
    const { kind, code, faults } = refusalOf(() => parseCommand(contract, body));
    expect([kind, code]).toEqual(['invalid', 'body.invalid']);
    expect(faults).toEqual(
      expect.arrayContaining([
        { pointer: '/name', code: 'field.required' },
        { pointer: '/tags/0/label', code: 'field.type', params: { expected: 'string' } },
        { pointer: '/tags/0/count', code: 'field.tooBig', params: { maximum: '9' } },
        { pointer: '/tags/0/a~1b~0c', code: 'field.unknown' },
        { pointer: '/kind', code: 'field.value' },
        { pointer: '/extra', code: 'field.unknown' },
      ]),
    );
    expect(faults).toHaveLength(6);
  });

  it("keeps a contract's own codes", () => {
    const body = { number: '1', symbol: 'KH-UBND', date: { year: 2024, month: 2, day: 31 } };
    const { faults } = refusalOf(() => parseCommand(planCommands.issue, body));
    expect(faults).toEqual([{ pointer: '/date', code: 'date.notADay' }]);
  });

  it('takes a 29th of February where the year has one; what is stored of another is still read', () => {
    const [leap, common] = [2024, 2023].map((year) => ({ year, month: 2, day: 29 }));
    const body = (date: unknown) => ({ termTo: '2030-12-31', document: { number: '1', date } });
    expect(parseCommand(agreementCommands.extend, body(leap)).document.date).toEqual(leap);
    const { code, faults } = refusalOf(() => parseCommand(agreementCommands.extend, body(common)));
    expect([code, faults]).toEqual(['body.invalid', [{ pointer: '/document/date', code: 'date.notADay' }]]);
    expect(partialDate.parse(common)).toEqual(common);
  });

  it('takes twelve levels and refuses thirteen', () => {
    expect(normalise(nested(12))).toEqual(nested(12));
    expect(refusalOf(() => normalise(nested(13))).code).toBe('body.tooDeep');
    expect(refusalOf(() => normalise(nested(5000))).code).toBe('body.tooDeep');
  });

  it('refuses characters that no store keeps, and names where', () => {
    const { faults } = refusalOf(() => normalise({ a: ['x\u0000'], b: '\ud800' }));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/a/0', '/b']);
  });

  it('says of a query that it is the query', () => {
    const asked = refusalOf(() => parseQuery(z.object({ q: z.string() }), { q: 'x\u0000' }));
    expect([asked.code, asked.faults]).toEqual([
      'query.invalid',
      [{ pointer: '/q', code: 'field.characters' }],
    ]);
    expect(refusalOf(() => parseCommand(contract, { name: 'x\u0000' })).code).toBe('body.invalid');
  });

  it('does not let a body reach the prototype', () => {
    const body: unknown = JSON.parse('{"name":"ab","__proto__":{"kind":"a"}}');
    expect(refusalOf(() => parseCommand(contract, body)).faults).toEqual([
      { pointer: '/__proto__', code: 'field.unknown' },
    ]);
  });
});

describe('pages', () => {
  const rows = [
    { t: 'á', n: 1 },
    { t: 'b', n: 2 },
  ];
  const first = pageFrom(rows, { limit: 1, sort: '-t' }, 9, (row) => [row.t, row.n]);

  it('have a cursor that leads back to the sort key, under the same sort only', () => {
    expect(first).toMatchObject({ items: [{ t: 'á', n: 1 }], total: 9 });
    const cursor = first.next;
    expect(pageOf({ limit: '1', cursor }, '-t')).toEqual({ limit: 1, sort: '-t', after: ['á', 1] });
    expect(refusalOf(() => pageOf({ cursor }, 't')).code).toBe('cursor.invalid');
    expect(pageFrom([1], { limit: 1, sort: '' }, 1, (n) => [n]).next).toBeNull();
  });

  it('have 50 rows unless asked, never more than 500', () => {
    expect(pageOf({})).toEqual({ limit: 50, sort: '' });
    expect(refusalOf(() => pageOf({ limit: '501' })).faults).toEqual([
      { pointer: '/limit', code: 'field.tooBig', params: { maximum: '500' } },
    ]);
    for (const cursor of ['%%%', 'bm90IGpzb24', (first.next ?? '').slice(1)])
      expect(refusalOf(() => pageOf({ cursor })).code).toBe('cursor.invalid');
  });
});

describe('lists', () => {
  it('read their filters, and the first sort unless another is asked', () => {
    const { filter, page } = listOf('plans', { q: 'y te', limit: '5' });
    expect([filter.q, page]).toEqual(['y te', { limit: 5, sort: '-issuedOn' }]);
    expect(listOf('plans', { sort: 'title' }).page.sort).toBe('title');
  });

  it('refuse what they do not know, rather than showing everything', () => {
    expect(refusalOf(() => listOf('plans', { colour: 'red' })).faults).toMatchObject([
      { pointer: '/colour', code: 'field.unknown' },
    ]);
    for (const query of [{ sort: 'colour' }, { origin: 'elsewhere' }])
      expect(refusalOf(() => listOf('plans', query)).code).toBe('query.invalid');
  });

  it.each([
    ['organisations', 'kind', 'hospital'],
    ['erasures', 'state', 'assessed'],
    ['plans', 'state', 'expired'],
    ['amendments', 'state', 'decided'],
    ['activities', 'state', 'awaitingTrigger'],
    ['difficulties', 'state', 'petitioned'],
    ['obligations', 'state', 'awaitsSuccessor'],
    ['reports', 'state', 'accepted'],
    ['history', 'kind', 'directive'],
  ] as const)(
    'of %s take a %s that there is, and refuse one that nothing could have',
    (name, filter, word) => {
      expect(listOf(name, { [filter]: word }).filter).toMatchObject({ [filter]: word });
      const { code, faults } = refusalOf(() => listOf(name, { [filter]: `${word}s` }));
      expect([code, faults]).toEqual(['query.invalid', [{ pointer: `/${filter}`, code: 'field.value' }]]);
    },
  );
});

it('a path id that is no uuid does not exist', () => {
  expect(refusalOf(() => pathId('../x')).kind).toBe('notFound');
  expect(pathId('0190F5A0-0000-7000-8000-000000000001')).toBe('0190f5a0-0000-7000-8000-000000000001');
});
