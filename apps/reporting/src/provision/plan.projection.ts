import { idOf } from '@lien-ket/kernel';
import { planEvents, type IssuedData } from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import { actsAt, effectiveOf, sharedWithOf, type PlanAct, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Projection } from '@lien-ket/read-model';
import { PlanRow } from './plan.rows.js';

/** Issued plans with the acts on them. */
export const planProjection: Projection = {
  name: 'plans',
  types: [
    planEvents.issued,
    planEvents.amended,
    planEvents.recalled,
    planEvents.ended,
    planEvents.partiesChanged,
    planEvents.entryCorrected,
  ].map(({ type }) => type),
  tables: ['plan'],
  async apply(rows, recorded) {
    const id = idOf(recorded.stream);
    const before = await rows.findOneBy(PlanRow, { id });
    const event = evolvingOf(recorded) as RecordedPlanEvent;
    const row = rowOf(id, [...(before?.events ?? []), event]);
    if (row) await rows.save(PlanRow, row);
  },
};

/** @returns undefined for acts on a plan that was never issued here */
export function rowOf(id: string, events: readonly RecordedPlanEvent[]): PlanRow | undefined {
  const acts = actsAt(events);
  const issued = acts.find(isIssue);
  if (!issued) return undefined;
  const { content } = issued.data;
  const ends = acts.filter(isEnding).map(effectiveOf);
  return {
    id,
    number: numberOf(issued.data) ?? null,
    effectiveOn: effectiveOf(issued),
    enteredOn: issued.businessDate,
    endedOn: ends.sort()[0] ?? null,
    example: content.example,
    sharedWith: [...sharedWithOf(events)],
    events: [...events],
  };
}

/** As reports name the plan; undefined for one that bears none. */
export function numberOf({ number, symbol }: Pick<IssuedData, 'number' | 'symbol'>): string | undefined {
  return number === undefined ? undefined : [number, symbol].filter(Boolean).join('/');
}

function isIssue(act: PlanAct): act is Extract<PlanAct, { type: 'lk.agreement.plan.issued.v1' }> {
  return act.type === 'lk.agreement.plan.issued.v1';
}

type Ending = Extract<PlanAct, { type: 'lk.agreement.plan.recalled.v1' | 'lk.agreement.plan.ended.v1' }>;

export function isEnding(act: PlanAct): act is Ending {
  return act.type === 'lk.agreement.plan.recalled.v1' || act.type === 'lk.agreement.plan.ended.v1';
}
