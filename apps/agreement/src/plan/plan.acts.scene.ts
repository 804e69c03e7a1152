import type { PlanChange, PlanEvent } from '@lien-ket/contracts';
import { DomainError, uuidFrom } from '@lien-ket/kernel';
import { actsAt, applyAct, NOTHING_YET, type PlanAtPoint, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { planDecider } from './plan.decider.js';
import type { SentPlan } from './plan.rules.js';
import { content } from './plan.scene.js';

export const SECTION = uuidFrom('scene', 'section');
export const ADDED = uuidFrom('scene', 'added section');
export const HORIZON = uuidFrom('scene', 'horizon');
export const REPORT = uuidFrom('scene', 'report');
export const document = { number: '9', symbol: 'KH-UBND', date: { year: 2024, month: 2, day: 1 } };
export const by = { account: 'a', roles: [], system: true };
export const events: RecordedPlanEvent[] = [];

/** An issued plan, and nothing after it. */
export function startAnew(): void {
  events.length = 0;
  record({
    type: 'lk.agreement.plan.issued.v1',
    effectiveOn: '2024-01-04',
    data: {
      number: '5',
      symbol: 'KH-UBND',
      date: { year: 2024, month: 1, day: 4 },
      place: 'Mỹ Tho',
      entry: 'paper',
      sharedWith: ['hcmc'],
      content: {
        ...content,
        provisions: [
          {
            id: REPORT,
            text: 'x',
            what: 'Báo cáo',
            debtors: [],
            openClass: true,
            peers: false,
            rule: { kind: 'yearlyBefore', month: 12, day: 15 },
          },
        ],
      },
    },
  });
}

export function record(...recorded: PlanEvent[]): string {
  for (const event of recorded) {
    const id = uuidFrom('spec', String(events.length));
    const at = {
      id,
      revision: events.length,
      businessDate: '2024-03-01',
      recordedAt: '2024-03-01T00:00:00Z',
    };
    events.push({ ...event, ...at } as RecordedPlanEvent);
  }
  return events.at(-1)?.id ?? '';
}
export type Fields<T extends SentPlan['type']> = Omit<Extract<SentPlan, { type: T }>, 'type' | 'by' | 'on'>;
export function decide<T extends SentPlan['type']>(
  type: T,
  fields: Partial<Fields<T>>,
): readonly PlanEvent[] {
  const fold = events.reduce(planDecider.evolve, planDecider.initialState());
  return planDecider.decide({ type, ...fields, by, on: '2024-03-01' } as unknown as SentPlan, fold);
}
export const amend = (...changes: PlanChange[]) =>
  decide('recordAmendment', {
    document,
    reason: 'x',
    changes,
    supersedes: [],
    difficulties: [],
    paperId: ADDED,
  });
export const correct = (fields: Partial<Fields<'correctEntry'>>) =>
  decide('correctEntry', { reason: 'gõ nhầm', changes: [], clear: [], ...fields });
export const now = (): PlanAtPoint => actsAt(events).reduce(applyAct, NOTHING_YET);
export const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? `${error.code} ${error.faults[0]?.pointer ?? ''}`.trim() : 'other';
  }
};
export const section = { id: ADDED, title: 'Y tế', leads: [] };
export const remove: PlanChange = { op: 'removeSection', sectionId: SECTION, reason: 'x' };
