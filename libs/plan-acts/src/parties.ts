import type { RecordedPlanEvent } from './plan-acts.js';

/** The tenants that an event names as those the plan is shared with from then on; undefined where it names none. */
function partiesSaid(event: RecordedPlanEvent): readonly string[] | undefined {
  if (event.type === 'lk.agreement.plan.partiesChanged.v1') return event.data.parties;
  return event.type === 'lk.agreement.plan.issued.v1' ? (event.data.sharedWith ?? []) : undefined;
}

/** The tenants that a plan is shared with: those of its issue, until its parties changed. */
export function sharedWithOf(events: readonly RecordedPlanEvent[]): readonly string[] {
  return events.reduce<readonly string[]>((now, event) => partiesSaid(event) ?? now, []);
}

/** Every tenant that a plan was ever shared with. */
export function sharedEver(events: readonly RecordedPlanEvent[]): readonly string[] {
  return [...new Set(events.flatMap((event) => partiesSaid(event) ?? []))];
}

/** What brings a list of parties to another one; undefined where both name the same. */
export function partiesChange(
  now: readonly string[],
  wanted: readonly string[],
): { readonly parties: string[]; readonly sharedWith: string[] } | undefined {
  const joining = wanted.filter((tenant) => !now.includes(tenant));
  const leaving = now.filter((tenant) => !wanted.includes(tenant));
  if (joining.length + leaving.length === 0) return undefined;
  return { parties: [...wanted], sharedWith: joining };
}
