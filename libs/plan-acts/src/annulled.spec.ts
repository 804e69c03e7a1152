import type { PlanEvent } from '@lien-ket/contracts';
import { inForce, type RecordedPlanEvent } from './plan-acts.js';

const content = { title: 'Kế hoạch', sections: [], items: [] };
const at = (id: string, businessDate: string, event: object): RecordedPlanEvent =>
  ({
    id,
    revision: Number(id),
    businessDate,
    recordedAt: `${businessDate}T00:00:00Z`,
    ...event,
  }) as RecordedPlanEvent;
const issued = at('0', '2024-01-04', {
  type: 'lk.agreement.plan.issued.v1',
  data: { content },
  effectiveOn: '2024-01-04',
});
const ended = (how: string, effectiveOn: string): RecordedPlanEvent =>
  at('1', '2024-05-01', {
    type: 'lk.agreement.plan.ended.v1',
    data: { how, document: {}, reason: 'x' },
    effectiveOn,
  });
const stateOn = (events: readonly RecordedPlanEvent[], asOf: string, knownAt?: string): string =>
  inForce(events, { asOf, ...(knownAt ? { knownAt } : {}) }).state;
const correction = (
  replacement: Extract<PlanEvent, { type: 'lk.agreement.plan.entryCorrected.v1' }>['data']['replacement'],
): RecordedPlanEvent =>
  at('2', '2024-06-01', {
    type: 'lk.agreement.plan.entryCorrected.v1',
    data: { corrects: '1', reason: 'x', replacement },
  });

it.each([
  ['annulled', '2024-05-01', ['annulled', 'annulled']],
  ['annulled', '2024-03-01', ['annulled', 'annulled']],
  ['annulled', '2024-05-02', ['issued', 'issued']],
  ['repealed', '2024-05-01', ['issued', 'repealed']],
  ['repealed', '2024-03-01', ['issued', 'repealed']],
])('%s with effect from %s, asked of the day before that and of 01/05/2024', (how, on, expected) => {
  const events = [issued, ended(how, on)];
  expect([stateOn(events, '2024-02-29'), stateOn(events, '2024-05-01')]).toEqual(expected);
  expect(stateOn(events, '2024-05-02')).toBe(how);
  expect(stateOn(events, '2024-02-29', '2024-04-30')).toBe('issued');
  expect(stateOn(events, '2024-01-03')).toBe('draft');
});

it('an annulment that was entered by mistake, or was a repeal, leaves the plan the force it had', () => {
  const events = [issued, ended('annulled', '2024-05-01')];
  expect(stateOn([...events, correction({ enteredInError: true })], '2024-05-02')).toBe('issued');
  const repealed = [...events, correction({ how: 'repealed' })];
  expect([stateOn(repealed, '2024-04-30'), stateOn(repealed, '2024-05-01')]).toEqual(['issued', 'repealed']);
  expect(stateOn(repealed, '2024-04-30', '2024-05-31')).toBe('annulled');
});
