import type { ActivityListItem, ObligationView, PlanView } from '@lien-ket/contracts';

const OVER: readonly ActivityListItem['state'][] = ['done', 'cancelled', 'enteredInError', 'carriedOver'];

type Counted = Pick<ActivityListItem, 'state' | 'signal' | 'time' | 'example'>;

/** What there is before what is only an example; of it, what waits before what is over, in the printed order. */
export function openFirst<A extends Counted>(activities: readonly A[]): readonly A[] {
  const rank = ({ example, state, signal }: Counted) =>
    (example ? 4 : 0) + (OVER.includes(state) ? 2 : 0) + (signal === 'noInformation' ? 0 : 1);
  return [...activities].sort((one, other) => rank(one) - rank(other));
}

type Led = Counted & Pick<ActivityListItem, 'leads' | 'leadIds' | 'lastProgressOn'>;
const UNTOUCHED: readonly ActivityListItem['state'][] = ['planned', 'awaitingTrigger'];

/** Of the lead agencies, an agency under two printed names counted once, those of which anything is known. */
export function leadsHeard(activities: readonly Led[]): { readonly n: number; readonly total: number } {
  const heard = new Map<string, boolean>();
  for (const { example, leads, leadIds, lastProgressOn, state } of activities) {
    if (example) continue;
    const known = lastProgressOn !== null || !UNTOUCHED.includes(state);
    leads.forEach((printed, at) => {
      const lead = leadIds[at] ?? printed;
      heard.set(lead, known || heard.get(lead) === true);
    });
  }
  return { n: [...heard.values()].filter(Boolean).length, total: heard.size };
}

export interface Standing {
  readonly total: number;
  readonly done: number;
  readonly doing: number;
  /** As the service signals it: nothing is called unknown here that bears no such mark. */
  readonly unknown: number;
  /** Not begun, and no time is printed for it. */
  readonly undated: number;
}

const NOT_COUNTED: readonly ActivityListItem['state'][] = ['cancelled', 'enteredInError'];
const TAKEN_BACK: readonly PlanView['state'][] = ['recalled', 'repealed', 'annulled'];

/** By a document the plan has no force any more: what is left of it is history, and no work that goes on. */
export const isTakenBack = ({ state }: Pick<PlanView, 'state'>): boolean => TAKEN_BACK.includes(state);

/** The figures of activities; an example is none, nor is what was cancelled. */
export function standingOf(activities: readonly Counted[]): Standing {
  const real = activities.filter(({ example, state }) => !example && !NOT_COUNTED.includes(state));
  const count = (of: (each: Counted) => boolean) => real.filter(of).length;
  return {
    total: real.length,
    done: count(({ state }) => state === 'done'),
    doing: count(({ state }) => state === 'inProgress' || state === 'reportedDone'),
    unknown: count(({ signal }) => signal === 'noInformation'),
    undated: count(({ state, signal, time }) => state === 'planned' && signal === 'none' && time === null),
  };
}

/** Reports that are owed, by how far they came: what was accepted was received, and what was received was sent. */
export interface ReportCounts {
  readonly total: number;
  readonly sent: number;
  readonly received: number;
  readonly accepted: number;
  readonly missing: number;
}

/** Of what was waived nobody waits; an example is none. */
export function reportCounts(duties: readonly Pick<ObligationView, 'state' | 'example'>[]): ReportCounts {
  const owed = duties.filter(({ state, example }) => state !== 'waived' && !example);
  const count = (...states: readonly ObligationView['state'][]) =>
    owed.filter(({ state }) => states.includes(state)).length;
  const sent = count('sent', 'received', 'accepted');
  return {
    total: owed.length,
    sent,
    received: count('received', 'accepted'),
    accepted: count('accepted'),
    missing: owed.length - sent,
  };
}
