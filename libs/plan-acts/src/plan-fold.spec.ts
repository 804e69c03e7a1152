import fc from 'fast-check';
import type { PlanContent, PlanEvent } from '@lien-ket/contracts';
import { NOTHING_YET, actsAt, applyAct, type RecordedPlanEvent } from './plan-acts.js';
import { NO_PLAN, evolvePlan, type PlanFold } from './plan-fold.js';

const content = (title: string): PlanContent => ({
  title,
  example: false,
  horizons: [],
  underAgreements: [],
  legalBases: [],
  provisions: [],
  recipients: [],
  sections: [],
  items: [],
});
const act = (name: string, data: object): PlanEvent =>
  ({ type: `lk.agreement.plan.${name}.v1`, data }) as unknown as PlanEvent;
const entitled = (title: string): PlanEvent =>
  act('amended', { changes: [{ op: 'setPlan', fields: { title } }], supersedes: [] });
const recorded = (events: readonly PlanEvent[]): RecordedPlanEvent[] =>
  events.map((event, revision) => {
    const at = { id: String(revision), revision, businessDate: '2024-01-02' };
    return { ...event, ...at, recordedAt: '2024-01-02T00:00:00.000Z' } as RecordedPlanEvent;
  });
const fold = (events: readonly RecordedPlanEvent[]): PlanFold => events.reduce(evolvePlan, NO_PLAN);

const KINDS: readonly PlanEvent[] = [
  act('drafted', { content: content('Dự thảo'), ownerId: 'a' }),
  act('revised', { content: content('Dự thảo sửa') }),
  act('submitted', {}),
  act('commented', {}),
  act('partiesChanged', {}),
  act('issued', { content: content('Ban hành') }),
  entitled('Điều chỉnh 1'),
  entitled('Điều chỉnh 2'),
  act('recalled', { reason: 'x' }),
  act('ended', { how: 'repealed', reason: 'x' }),
  act('rectified', { text: 'x' }),
  act('closed', {}),
  act('entryCorrected', { corrects: '1', replacement: { issued: { content: content('Nhập lại') } } }),
];
const ACTS = ['issued', 'amended', 'recalled', 'ended', 'rectified', 'closed', 'entryCorrected'];

it('after an act a plan is what all of its acts make, whatever stood before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 12 }), (kinds) => {
      const events = recorded(kinds);
      const { state, content: held } = fold(events);
      if (!ACTS.some((name) => events.at(-1)?.type === `lk.agreement.plan.${name}.v1`)) return;
      const at = actsAt(events).reduce(applyAct, NOTHING_YET);
      expect([state, held]).toEqual([at.state, at.content]);
    }),
    { numRuns: 2_000 },
  );
});

it('each act is put on those before it: a plan with very many does not fold them all with each', () => {
  const issued = act('issued', { content: content('Ban hành') });
  const many = Array.from({ length: 2_000 }, (_, index) => entitled(`Điều chỉnh ${index}`));
  const began = performance.now();
  expect(fold(recorded([issued, ...many])).content?.title).toBe('Điều chỉnh 1999');
  expect(performance.now() - began).toBeLessThan(5_000);
});
