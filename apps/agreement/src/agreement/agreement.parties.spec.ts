import type { AgreementData } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import { agreementDecider, type AgreementCommand } from './agreement.decider.js';

const by = { account: 'a', roles: [], system: true };
const party = (tenant: string, name = tenant): AgreementData['parties'][number] => ({
  ...{ name, tenant },
  basis: 'printed',
});
const outside = (name: string): AgreementData['parties'][number] => ({ name, basis: 'printed' });
const content: AgreementData = {
  name: 'Thỏa thuận',
  kind: 'agreement',
  parties: [party('hcmc'), party('nghe-an')],
  termTo: '2025-12-31',
  fields: [],
  legalBases: [],
};
const recorder = { tenant: 'hcmc', organisations: [], lastDays: {} };

/** The same record, entered anew and as a new version of another one. */
function refusals(fields: Partial<AgreementData>): string[] {
  const sent = { recorder, by, on: '2025-11-05' };
  const none = agreementDecider.initialState();
  const decided = (command: AgreementCommand): unknown =>
    agreementDecider.decide({ ...command, ...sent }, { ...none, content, version: 1, state: 'recorded' });
  return [
    refusal(() => agreementDecider.decide({ type: 'create', ...content, ...fields, ...sent }, none)),
    refusal(() => decided({ type: 'revise', content: { ...content, ...fields }, reason: 'x', recorder })),
  ];
}
function refusal(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${error.faults[0]?.pointer}`;
  }
}

it.each<[string, Partial<AgreementData>, string, string]>([
  [
    'a tenant twice, under whatever names',
    { parties: [party('hcmc'), party('hcmc', 'TP.HCM')] },
    'agreement.partyTwice',
    '/parties/1/tenant',
  ],
  [
    'a name twice, however it is written',
    { parties: [party('hcmc'), outside('Tỉnh  X'), outside('TỈNH X')] },
    'agreement.partyTwice',
    '/parties/2/name',
  ],
  [
    'a term that ends before it begins',
    { termFrom: { year: 2026, month: 1, day: 1 } },
    'agreement.termReversed',
    '/termTo',
  ],
  ['nobody of ours', { parties: [party('nghe-an'), outside('X')] }, 'agreement.notOurs', '/parties'],
])('%s', (_what, fields, code, pointer) => {
  expect(refusals(fields)).toEqual([`${code} ${pointer}`, `${code} /content${pointer}`]);
});

it('two parties and a term that ends in the month in which it begins are a record', () => {
  expect(refusals({ termFrom: { year: 2025, month: 12 } })).toEqual(['none', 'none']);
});
