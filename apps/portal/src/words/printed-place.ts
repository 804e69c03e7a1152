import type { PlanContent } from '@lien-ket/contracts';
import { upwards } from '@lien-ket/kernel';

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
  const horizonOf = (sectionId: string): string | undefined =>
    upwards(sectionId, (id) => byId.get(id)?.parentId)
      .map((id) => horizons.find((horizon) => horizon.id === byId.get(id)?.horizonId)?.label)
      .find(Boolean) ?? only?.label;
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
  if (!place?.section || !/^\d+$/.test(printed ?? '')) return printed;
  return `${place.section}.${printed}`;
}
