import type { PlanActView, PlanView } from '@lien-ket/contracts';

const dayOf = ({ effectiveOn, businessDate }: PlanActView): string => effectiveOn ?? businessDate;

/** The amendments in force on the day that is shown, in the order in which they came into force. */
export function amendmentsInForce({ acts, asOf }: Pick<PlanView, 'acts' | 'asOf'>): readonly PlanActView[] {
  return acts
    .filter((act) => act.type.endsWith('.plan.amended.v1') && !act.enteredInError && dayOf(act) <= asOf)
    .sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

/** By which acts a plan comes into a state in which it has no force any more. */
const ENDED_BY: Readonly<Partial<Record<PlanView['state'], string>>> = {
  recalled: '.plan.recalled.v1',
  replaced: '.plan.ended.v1',
  repealed: '.plan.ended.v1',
  annulled: '.plan.ended.v1',
};

/** The act by which the plan has no force on the day that is shown; of an annulled plan that day may be an earlier one. */
export function endingOf({ acts, state }: Pick<PlanView, 'acts' | 'state'>): PlanActView | undefined {
  const type = ENDED_BY[state];
  if (type === undefined) return undefined;
  return acts
    .filter((act) => act.type.endsWith(type) && !act.enteredInError)
    .sort((one, other) => dayOf(one).localeCompare(dayOf(other)))
    .at(-1);
}
