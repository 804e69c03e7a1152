import type { PlanActView, PlanView } from '@lien-ket/contracts';
import { amendmentsInForce, endingOf } from './amended.js';

const act = (eventId: string, effectiveOn: string | null, name = 'amended'): PlanActView => ({
  eventId,
  type: `lk.agreement.plan.${name}.v1`,
  effectiveOn,
  businessDate: '2024-01-01',
  recordedAt: '2024-01-01T00:00:00.000Z',
  document: null,
  reason: null,
  correctedBy: null,
  enteredInError: false,
});
const acts = [
  act('issue', '2023-10-02', 'issued'),
  act('later', '2024-05-01'),
  act('earlier', '2024-03-01'),
  act('undated', null),
];
const on = (asOf: string) => amendmentsInForce({ acts, asOf }).map(({ eventId }) => eventId);

it('counts the amendments in force on the day, the last to come into force last', () => {
  expect(on('2024-04-01')).toEqual(['undated', 'earlier']);
  expect(on('2024-05-01')).toEqual(['undated', 'earlier', 'later']);
  expect(on('2023-12-01')).toEqual([]);
});

it('of a plan without force names the act that took it, and none that was entered by mistake', () => {
  const ended = act('ended', '2024-06-01', 'ended');
  const all = [...acts, act('before', '2024-05-01', 'ended'), ended, act('recall', '2024-07-01', 'recalled')];
  const by = (state: PlanView['state'], of = all) => endingOf({ acts: of, state })?.eventId;
  expect([by('issued'), by('closed')]).toEqual([undefined, undefined]);
  expect([by('annulled'), by('repealed'), by('replaced')]).toEqual(['ended', 'ended', 'ended']);
  expect(by('recalled')).toBe('recall');
  expect(by('repealed', [...acts, { ...ended, enteredInError: true }])).toBeUndefined();
});
