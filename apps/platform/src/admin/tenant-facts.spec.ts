import { DomainError } from '@lien-ket/kernel';
import { refuseFacts } from './tenant-facts.js';

const PRESENT = [
  { id: 'tien-giang', code: '82', endsOn: '2025-06-30' },
  { id: 'thu', code: 'T1', endsOn: null },
];
const told = (given: Parameters<typeof refuseFacts>[1], on: string): string => {
  try {
    refuseFacts(PRESENT, given, on);
    return 'taken';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${error.faults[0]?.pointer} ${Object.values(error.params).join(' ')}`;
  }
};

it.each([
  ['as the list knows it', { id: 'dong-thap' }, '2023-12-05', 'taken'],
  ['as the list knows it, typed', { id: 'dong-thap', code: '87' }, '2023-12-05', 'taken'],
  ['with another code', { id: 'dong-thap', code: '82' }, '2023-12-05', 'tenant.otherFact /code 87'],
  ["with another province's code", { id: 'long-an', code: '87' }, '2023-12-05', 'tenant.otherFact /code 80'],
  [
    'with another end',
    { id: 'long-an', endsOn: '2024-01-01' },
    '2023-12-05',
    'tenant.otherFact /endsOn 2025-06-30',
  ],
  [
    'with another successor',
    { id: 'long-an', successor: 'hcmc' },
    '2023-12-05',
    'tenant.otherFact /successor tay-ninh-2025',
  ],
  [
    'with an end that the list does not know',
    { id: 'cao-bang', endsOn: '2030-06-30' },
    '2025-07-01',
    'taken',
  ],
  ['before it is formed', { id: 'dong-thap-2025' }, '2025-06-30', 'tenant.notYet /id 2025-07-01'],
  ['when it is formed, with its code', { id: 'dong-thap-2025', code: '82' }, '2025-07-01', 'taken'],
  ['on its last day', { id: 'dong-thap' }, '2025-06-30', 'taken'],
  ['after its end', { id: 'dong-thap' }, '2025-07-01', 'tenant.ended /id 2025-06-30'],
  ['outside the list, with a code of its own', { id: 'thu-2', code: 'T2' }, '2023-12-05', 'taken'],
  ['outside the list, without a code', { id: 'thu-2' }, '2023-12-05', 'taken'],
  [
    "outside the list, with a tenant's code",
    { id: 'thu-2', code: 'T1' },
    '2023-12-05',
    'tenant.codeTaken /code T1 thu',
  ],
  [
    'outside the list, with the code of a province that has not joined',
    { id: 'thu-2', code: '87' },
    '2023-12-05',
    'tenant.codeTaken /code 87 dong-thap',
  ],
  [
    'outside the list, with a code that goes on to the successor',
    { id: 'thu-2', code: '82' },
    '2025-07-01',
    'tenant.codeTaken /code 82 dong-thap-2025',
  ],
  [
    'outside the list, with a code that nobody has any more',
    { id: 'thu-2', code: '87' },
    '2025-07-01',
    'taken',
  ],
])('a tenant is added %s', (_how, given, on, outcome) => expect(told(given, on)).toBe(outcome));
