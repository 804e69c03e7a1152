import type { AgreementData } from '@lien-ket/contracts';
import { lastDaysOf, mustStandAtSigning } from './agreement.ends.js';

const content = (day?: AgreementData['signedOn']): AgreementData => ({
  name: 'Thỏa thuận',
  kind: 'agreement',
  parties: [
    { name: 'Thành phố Hồ Chí Minh', tenant: 'hcmc', basis: 'printed' },
    { name: 'Tỉnh Bắc Kạn', tenant: 'bac-kan', basis: 'printed' },
    { name: 'Công ty', basis: 'printed' },
  ],
  ...(day ? { signedOn: day } : {}),
  fields: [],
  legalBases: [],
});

it('knows the last days of the parties, whatever the body holds', () => {
  expect(lastDaysOf(content())).toEqual({ 'bac-kan': '2025-06-30' });
  expect([null, {}, { parties: 'x' }, { parties: [null, 1, { tenant: 2 }] }].map(lastDaysOf)).toEqual([
    {},
    {},
    {},
    {},
  ]);
});

it.each<[AgreementData['signedOn'], boolean]>([
  [{ year: 2025, month: 6, day: 30 }, true],
  [{ year: 2025, month: 7, day: 1 }, false],
  [{ year: 2025 }, true],
  [{ year: 2026 }, false],
  [undefined, true],
])('a party signs until its last day: %j', (signedOn, may) => {
  const said = content(signedOn);
  const act = (): void => mustStandAtSigning(said, lastDaysOf(said), '/content');
  if (may) expect(act).not.toThrow();
  else
    expect(act).toThrow(
      expect.objectContaining({
        code: 'agreement.partyEnded',
        faults: [expect.objectContaining({ pointer: '/content/parties/1/tenant' })],
      }),
    );
});
