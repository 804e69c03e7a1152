import type { PlanActView, PlanView } from '@lien-ket/contracts';

/** The amendments in force on the day that is shown, in the order in which they came into force. */
export function amendmentsInForce({ acts, asOf }: Pick<PlanView, 'acts' | 'asOf'>): readonly PlanActView[] {
  const from = ({ effectiveOn, businessDate }: PlanActView): string => effectiveOn ?? businessDate;
  return acts
    .filter((act) => act.type.endsWith('.plan.amended.v1') && !act.enteredInError && from(act) <= asOf)
    .sort((one, other) => from(one).localeCompare(from(other)));
}
