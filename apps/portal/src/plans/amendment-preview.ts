import type { FieldChange, PlanChange, PlanView } from '@lien-ket/contracts';

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

/** What a proposal would make of the plan as it stands: before and after, as the history will show it once decided. */
export function previewOf({ id, content }: PlanView, changes: readonly PlanChange[]): FieldChange[] {
  return changes.flatMap((change): FieldChange[] => {
    switch (change.op) {
      case 'setItem': {
        const item = found(content.items, change.itemId);
        const label = item ? itemLabel(item) : '';
        return fieldsOf('item', { id: change.itemId, label, before: item }, change.fields);
      }
      case 'setPlan':
        return fieldsOf('plan', { id, label: content.title, before: content }, change.fields);
      case 'addItem':
        return [added('item', change.item.id, itemLabel(change.item), change.item)];
      case 'removeItem': {
        const item = found(content.items, change.itemId);
        const label = item ? itemLabel(item) : '';
        return [
          {
            kind: 'removed',
            of: 'item',
            id: change.itemId,
            label,
            field: null,
            before: item ?? null,
            after: change.reason,
          },
        ];
      }
    }
  });
}

function added(of: FieldChange['of'], id: string, label: string, after: object): FieldChange {
  return { kind: 'added', of, id, label, field: null, before: null, after };
}
