import type { CommandOf, documentCommands } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import { documentDecider } from './document.decider.js';

type Paper = Extract<CommandOf<typeof documentCommands>, { type: 'create' }>;
type Fields = Partial<Paper>;
const by = { account: 'a', roles: [], system: false };
const PAPER: Paper = {
  type: 'create',
  kind: 'officialLetter',
  abstract: 'V/v phối hợp triển khai',
  standing: 'incoming',
  addressees: [],
  recipients: [],
  enclosures: [],
  legalBases: [],
  conflicts: [],
};

/** What is refused, and where. */
function refusedAt(fields: Fields): string {
  try {
    documentDecider.decide({ ...PAPER, ...fields, by, on: '2023-12-05' }, documentDecider.initialState());
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code} ${error.faults[0]?.pointer}`;
    throw error;
  }
  return 'allowed';
}

describe('a paper entered on 05/12/2023', () => {
  it.each<[string, Fields]>([
    ['tomorrow', { date: { year: 2023, month: 12, day: 6 } }],
    ['a month to come', { date: { year: 2024, month: 2 } }],
    ['a year to come', { date: { year: 2024 } }],
  ])('does not bear %s', (_, fields) => {
    expect(refusedAt(fields)).toBe('invalid document.dayToCome /date');
    expect(refusedAt({ ...fields, standing: 'citedOnly' })).toBe('invalid document.dayToCome /date');
    expect(refusedAt({ ...fields, standing: 'draft' })).toBe('allowed');
  });

  it('did not come in later than today', () => {
    const incoming = { number: '459', on: '2023-12-06' };
    expect(refusedAt({ incoming })).toBe('invalid document.dayToCome /incoming/on');
    expect(refusedAt({ incoming: { ...incoming, on: '2023-12-05' } })).toBe('allowed');
  });

  it.each<Fields>([
    {},
    { date: { year: 2023, month: 12, day: 5 } },
    { date: { year: 2023, month: 12 } },
    { date: { year: 2023, month: 9 } },
    { date: { year: 2023 } },
  ])('may bear %j', (fields) => {
    expect(refusedAt(fields)).toBe('allowed');
  });
});
