import type { FieldChange, PlanChange, PlanProvision, PlanSection, PlanView } from '@lien-ket/contracts';

const valueOf = (thing: object | undefined, field: string): unknown =>
  (thing as Record<string, unknown> | undefined)?.[field] ?? null;

function fieldsOf(
  of: FieldChange['of'],
  thing: { readonly id: string; readonly label: string; readonly before: object | undefined },
  fields: object,
): FieldChange[] {
  return Object.entries(fields).map(([field, after]: [string, unknown]) => ({
    kind: 'changed',
    of,
    id: thing.id,
    label: thing.label,
    field,
    before: valueOf(thing.before, field),
    after,
  }));
}

const itemLabel = (item: { printedNumber?: string | undefined; text: string }): string =>
  [item.printedNumber, item.text].filter(Boolean).join(' ').slice(0, 160);

function found<T extends { readonly id: string }>(things: readonly T[], id: string): T | undefined {
  return things.find((thing) => thing.id === id);
}

type Named = { readonly id: string };

/** What a proposal would make of the plan as it stands: before and after, as the history will show it once decided. */
export function previewOf({ id, content }: PlanView, changes: readonly PlanChange[]): FieldChange[] {
  const { items, sections, provisions } = content;
  return changes.flatMap((change): FieldChange[] => {
    switch (change.op) {
      case 'setItem':
        return set('item', change.itemId, items, itemLabel, change);
      case 'addItem':
        return [added('item', change.item, itemLabel)];
      case 'removeItem':
        return [removed('item', change.itemId, items, itemLabel, change.reason)];
      case 'setSection':
        return set('section', change.sectionId, sections, sectionLabel, change);
      case 'addSection':
        return [added('section', change.section, sectionLabel)];
      case 'removeSection':
        return [removed('section', change.sectionId, sections, sectionLabel, change.reason)];
      case 'setProvision':
        return set('provision', change.provisionId, provisions, provisionLabel, change);
      case 'addProvision':
        return [added('provision', change.provision, provisionLabel)];
      case 'removeProvision':
        return [removed('provision', change.provisionId, provisions, provisionLabel, change.reason)];
      case 'move':
        return [moved(content, change)];
      case 'setPlan':
        return set('plan', id, [{ ...content, id }], ({ title }) => title, change);
    }
  });
}

const sectionLabel = ({ title }: PlanSection): string => title;
const provisionLabel = ({ what }: PlanProvision): string => what;

function set<T extends Named>(
  of: FieldChange['of'],
  id: string,
  parts: readonly T[],
  labelOf: (part: T) => string,
  { fields, clear = [] }: { readonly fields: object; readonly clear?: readonly string[] | undefined },
): FieldChange[] {
  const before = found(parts, id);
  const emptied = Object.fromEntries(clear.map((field) => [field, null]));
  return fieldsOf(of, { id, label: before ? labelOf(before) : '', before }, { ...fields, ...emptied });
}

function added<T extends Named>(of: FieldChange['of'], part: T, labelOf: (part: T) => string): FieldChange {
  return { kind: 'added', of, id: part.id, label: labelOf(part), field: null, before: null, after: part };
}

function removed<T extends Named>(
  of: FieldChange['of'],
  id: string,
  parts: readonly T[],
  labelOf: (part: T) => string,
  reason: string,
): FieldChange {
  const before = found(parts, id);
  const label = before ? labelOf(before) : '';
  return { kind: 'removed', of, id, label, field: null, before: before ?? null, after: reason };
}

function moved(
  { items, sections, provisions }: PlanView['content'],
  { of, id, afterId }: Extract<PlanChange, { op: 'move' }>,
): FieldChange {
  const labels = new Map([
    ...items.map((item): [string, string] => [item.id, itemLabel(item)]),
    ...sections.map((section): [string, string] => [section.id, section.title]),
    ...provisions.map((provision): [string, string] => [provision.id, provision.what]),
  ]);
  const after = afterId ? (labels.get(afterId) ?? '') : '';
  return { kind: 'changed', of, id, label: labels.get(id) ?? '', field: 'order', before: null, after };
}
