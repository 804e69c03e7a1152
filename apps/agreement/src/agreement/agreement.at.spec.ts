import { uuidFrom } from '@lien-ket/kernel';
import type { AgreementData } from '@lien-ket/contracts';
import { agreementAt, type AgreementPast, type Extension } from './agreement.at.js';

const at = (revision: number, effectiveOn: string): Extension['at'] => ({
  id: uuidFrom('scene', 'agreement', String(revision)),
  revision,
  businessDate: '2023-12-05',
  recordedAt: '2023-12-05T02:00:00.000Z',
  effectiveOn,
});
const content = { name: 'Thỏa thuận', termTo: '2025-12-31' } as AgreementData;
const extension = (version: number, termTo: string, effectiveOn: string): Extension => ({
  version,
  hash: '',
  termTo,
  document: {},
  at: at(version, effectiveOn),
});
const past: AgreementPast = {
  records: [{ version: 1, content, at: at(1, '2023-03-25') }],
  extensions: [extension(2, '2028-12-31', '2024-06-01'), extension(3, '2029-12-31', '2023-12-01')],
  closing: null,
};

it('a later extension in force at once is not undone on the day of one that was decided before', () => {
  const end = (asOf: string) => agreementAt(past, { asOf })?.content.termTo;
  expect(['2023-11-30', '2023-12-01', '2024-05-31', '2024-06-01'].map(end)).toEqual([
    '2025-12-31',
    '2029-12-31',
    '2029-12-31',
    '2029-12-31',
  ]);
});
