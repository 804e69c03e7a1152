import type { AgencyRef, PlanContent, PlanItem, PlanSection } from '@lien-ket/contracts';

export interface SectionRow {
  readonly kind: 'section';
  readonly id: string;
  readonly section: PlanSection;
  readonly depth: number;
}
export interface ItemRow {
  readonly kind: 'item';
  readonly id: string;
  readonly item: PlanItem;
  readonly leads: readonly AgencyRef[];
  /** The item prints no lead of its own: those of its section, or of a section above, hold. */
  readonly inherited: boolean;
  /** Why an amendment took it out; it stays visible, struck through. */
  readonly removed: string | null;
}
export type PrintedRow = SectionRow | ItemRow;

type Removed = readonly { item: PlanItem; reason: string }[];
type Printed = Pick<PlanContent, 'sections' | 'items'>;

/** The printed table: sections and items in the printed order, which is never sorted. */
export function printedTable({ sections, items }: Printed, removed: Removed = []): PrintedRow[] {
  const known = new Set(sections.map(({ id }) => id));
  const all = [
    ...items.map((item) => ({ item, reason: null })),
    ...removed.map(({ item, reason }) => ({ item, reason })),
  ];
  const rowOf = ({ item, reason }: (typeof all)[number]): ItemRow => ({
    kind: 'item',
    id: item.id,
    item,
    ...leadsOf(item, sections),
    removed: reason,
  });
  const walk = (parentId: string | undefined, depth: number): PrintedRow[] =>
    sections
      .filter(
        (section) =>
          (section.parentId && known.has(section.parentId) ? section.parentId : undefined) === parentId,
      )
      .flatMap((section) => [
        { kind: 'section' as const, id: section.id, section, depth },
        ...all.filter(({ item }) => item.sectionId === section.id).map(rowOf),
        ...walk(section.id, depth + 1),
      ]);
  return [...walk(undefined, 0), ...all.filter(({ item }) => !known.has(item.sectionId)).map(rowOf)];
}

/** Only sections that hold items, themselves or below them: what a table of contents to do needs. */
export function withoutEmptySections(rows: readonly PrintedRow[]): PrintedRow[] {
  return rows.filter((row, at) => {
    if (row.kind === 'item') return true;
    const rest = rows.slice(at + 1);
    const end = rest.findIndex((next) => next.kind === 'section' && next.depth <= row.depth);
    return rest.slice(0, end < 0 ? undefined : end).some(({ kind }) => kind === 'item');
  });
}

function leadsOf(item: PlanItem, sections: readonly PlanSection[]): Pick<ItemRow, 'leads' | 'inherited'> {
  const ofGroup = item.leadScope === 'group' || item.leadScope === 'heading';
  if (item.leads.length > 0) return { leads: item.leads, inherited: ofGroup };
  if (item.leadScope === 'notStated') return { leads: [], inherited: false };
  const seen = new Set<string>();
  let section = sections.find(({ id }) => id === item.sectionId);
  while (section && !seen.has(section.id)) {
    if (section.leads.length > 0) return { leads: section.leads, inherited: true };
    seen.add(section.id);
    const above = section.parentId;
    section = sections.find(({ id }) => id === above);
  }
  return { leads: [], inherited: false };
}
