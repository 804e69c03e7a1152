import type { ActivityListItem } from '@lien-ket/contracts';

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

/** The figures of activities; an example is none. */
export function standingOf(activities: readonly Counted[]): Standing {
  const real = activities.filter(({ example }) => !example);
  const count = (of: (each: Counted) => boolean) => real.filter(of).length;
  return {
    total: real.length,
    done: count(({ state }) => state === 'done'),
    doing: count(({ state }) => state === 'inProgress' || state === 'reportedDone'),
    unknown: count(({ signal }) => signal === 'noInformation'),
    undated: count(({ state, signal, time }) => state === 'planned' && signal === 'none' && time === null),
  };
}
