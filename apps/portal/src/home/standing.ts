import type { ActivityListItem, PlanContent } from '@lien-ket/contracts';

const OVER: readonly ActivityListItem['state'][] = ['done', 'cancelled', 'carriedOver'];

type Counted = Pick<ActivityListItem, 'state' | 'signal' | 'time' | 'example'>;

/** What there is before what is only an example; of it, what waits before what is over, in the printed order. */
export function openFirst<A extends Counted>(activities: readonly A[]): readonly A[] {
  const rank = ({ example, state, signal }: Counted) =>
    (example ? 4 : 0) + (OVER.includes(state) ? 2 : 0) + (signal === 'noInformation' ? 0 : 1);
  return [...activities].sort((one, other) => rank(one) - rank(other));
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

/** Where an item stands in print. */
export interface Place {
  /** "III" of "III. CÔNG TÁC …" */
  readonly section: string | null;
  /** "năm 2023"; null where the plan does not say it for the item. */
  readonly horizon: string | null;
}

export function placesOf({ items, sections, horizons }: PlanContent): ReadonlyMap<string, Place> {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const only = horizons.length === 1 ? horizons[0] : undefined;
  const horizonOf = (id: string | undefined): string | undefined => {
    const section = id === undefined ? undefined : byId.get(id);
    if (!section) return only?.label;
    const found = horizons.find((horizon) => horizon.id === section.horizonId);
    return found?.label ?? horizonOf(section.parentId);
  };
  return new Map(
    items.map(({ id, sectionId }) => [
      id,
      {
        section: (sectionId && byId.get(sectionId)?.printedNumber?.replace(/[.)]+$/, '')) || null,
        horizon: horizonOf(sectionId) ?? null,
      },
    ]),
  );
}

/** "III.1" for the first item of section III; "5.1" says already where it stands. */
export function placedNumber(printed: string | null, place: Place | undefined): string | null {
  if (!printed || !place?.section || printed.includes('.')) return printed;
  return `${place.section}.${printed}`;
}
