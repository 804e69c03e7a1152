import type { RecordedPlanEvent } from './plan-acts.js';

/** The tenants that a plan is shared with: those of its issue, until its parties changed. */
export function sharedWithOf(events: readonly RecordedPlanEvent[]): readonly string[] {
  return events.reduce<readonly string[]>((now, event) => {
    if (event.type === 'lk.agreement.plan.partiesChanged.v1') return event.data.parties;
    return event.type === 'lk.agreement.plan.issued.v1' ? (event.data.sharedWith ?? []) : now;
  }, []);
}

/** Every tenant that a plan was ever shared with. */
export function sharedEver(events: readonly RecordedPlanEvent[]): readonly string[] {
  const named = events.flatMap((event) => {
    if (event.type === 'lk.agreement.plan.partiesChanged.v1') return event.data.parties;
    return event.type === 'lk.agreement.plan.issued.v1' ? (event.data.sharedWith ?? []) : [];
  });
  return [...new Set(named)];
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
