import { DomainError } from '@lien-ket/kernel';
import { correctedFacts, refuseCorrection } from './tenant-correction.js';

const tenant = (id: string, code: string | null, endsOn: string | null = null) => ({
  id,
  name: id,
  code,
  endsOn,
  successor: null,
  begun: true,
});
const PRESENT = [
  tenant('tien-giang', '87'),
  tenant('hcmc', '79'),
  tenant('thu', 'T1'),
  tenant('thu-2', null, '2024-12-31'),
];

const told = (id: string, code: string): string => {
  try {
    refuseCorrection(PRESENT, { id, code }, '2025-07-02');
    return 'taken';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.faults[0]?.pointer, ...Object.values(error.params)].filter(Boolean).join(' ');
  }
};

it.each([
  ['to the code of the list, though it has ended', 'tien-giang', '82', 'taken'],
  ['to another than the list has', 'tien-giang', '87', 'tenant.otherFact /code 82'],
  ['to what it has', 'hcmc', '79', 'tenant.nothingToCorrect /code 79'],
  ['outside the list, to a free code', 'thu', 'T2', 'taken'],
  ['outside the list, to what it has', 'thu', 'T1', 'tenant.nothingToCorrect /code T1'],
  ["outside the list, to another tenant's", 'thu-2', 'T1', 'tenant.codeTaken /code T1 thu'],
  ["outside the list, to a province's", 'thu', '82', 'tenant.codeTaken /code 82 dong-thap-2025'],
  ['of a tenant that is not there', 'khong-co', 'T9', 'notFound'],
])('a code is corrected %s', (_, id, code, answer) => {
  expect(told(id, code)).toBe(answer);
});

it('with the code comes what the list knows of the authority; outside the list nothing else changes', () => {
  const old = { ...tenant('tien-giang', '87'), endsOn: '2024-01-01', successor: 'hcmc' };
  expect(correctedFacts(old, '82')).toEqual({
    code: '82',
    endsOn: '2025-06-30',
    successor: 'dong-thap-2025',
  });
  expect(correctedFacts(tenant('thu-2', null, '2024-12-31'), 'T2')).toEqual({
    code: 'T2',
    endsOn: '2024-12-31',
    successor: null,
  });
});
