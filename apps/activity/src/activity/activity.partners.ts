import type { ActivityDefinition, ActivityEvent, ActivityRef } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import { callsItselfBy } from '@lien-ket/access';
import type { SentTo } from './activity.decider.js';
import type { ActivityFold } from '@lien-ket/plan-acts';

/** The last thing a participant of another tenant said, at the revision it was read. */
export interface TakenOver {
  readonly participation: { readonly tenant: string; readonly id: string; readonly revision: number };
  readonly text: string;
  readonly happenedOn: string;
  readonly done: boolean;
}

const UNKNOWN = 'activity.sameAsUnknown';
const SAME = (one: ActivityRef) => (two: ActivityRef) =>
  one.tenant === two.tenant && one.activityId === two.activityId;

/** A person says that two rows are one work; totals then count it once (DESIGN §4.9). */
export function linkSameAs(command: SentTo<'linkSameAs'>, activity: ActivityFold): ActivityEvent[] {
  const { with: other, reason, self, otherKnown = true } = command;
  if (self && SAME(self)(other)) throw new DomainError('invalid', 'activity.sameAsItself');
  if (!otherKnown)
    throw new DomainError('invalid', UNKNOWN, {}, [{ pointer: '/with/activityId', code: UNKNOWN }]);
  if (activity.sameAs.some(SAME(other))) return [];
  const sharedWith = shareWith(activity, other);
  return [{ type: 'lk.activity.activity.sameAsLinked.v1', data: { with: other, reason, sharedWith } }];
}

export function unlinkSameAs(command: SentTo<'unlinkSameAs'>, activity: ActivityFold): ActivityEvent[] {
  const { with: other, reason } = command;
  if (!activity.sameAs.some(SAME(other))) throw new DomainError('conflict', 'activity.notLinked');
  const sharedWith = shareWith(activity, other);
  return [{ type: 'lk.activity.activity.sameAsUnlinked.v1', data: { with: other, reason, sharedWith } }];
}

/** The owner makes its own what a participant reported; the same report is not taken twice. */
export function takeOver(command: SentTo<'takeOver'>, activity: ActivityFold): ActivityEvent {
  const { participation: found, on } = command;
  if (!found) throw new DomainError('conflict', 'participation.saysNothing');
  const { participation, text, happenedOn, done } = found;
  const taken = activity.takenOver.some(
    ({ tenant, id, revision }) =>
      tenant === participation.tenant && id === participation.id && revision >= participation.revision,
  );
  if (taken) throw new DomainError('conflict', 'participation.takenOver');
  const sharedWith = activity.planned?.sharedWith;
  return {
    type: 'lk.activity.activity.participationTakenOver.v1',
    data: { participation, text, happenedOn, done, sharedWith },
    effectiveOn: happenedOn < on ? happenedOn : on,
  };
}

function shareWith({ planned }: ActivityFold, other: ActivityRef): string[] {
  return [...new Set([...(planned?.sharedWith ?? []), other.tenant])];
}

/** Another tenant leads what the plan names it a partner of, or prints an organisation of it as a lead of. */
export function mayLead({ partnerTenants, leads }: ActivityDefinition, tenant: string): boolean {
  return partnerTenants.includes(tenant) || leads.some(({ printed }) => callsItselfBy(printed, tenant));
}
