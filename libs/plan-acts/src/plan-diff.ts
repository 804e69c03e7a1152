import type { FieldChange, PlanContent } from '@lien-ket/contracts';
import type { PlanAtPoint } from './plan-acts.js';

const PLAN_FIELDS = [
  'title',
  'leaderInCharge',
  'focalAgencyId',
  'recipients',
  'horizons',
  'legalBases',
  'archiveLine',
  'underAgreements',
  'underPlan',
  'documentId',
  'example',
] as const;
const HEAD_FIELDS = ['number', 'symbol', 'date', 'place', 'signer', 'effectiveOn', 'state'] as const;

/** Differences between two states of a plan: of the plan itself, its sections, items and provisions; moves included. */
export function diffPlans(before: PlanAtPoint, after: PlanAtPoint): FieldChange[] {
  const head = HEAD_FIELDS.flatMap((field) =>
    change('plan', null, 'plan', field, before[field], after[field]),
  );
  const own = PLAN_FIELDS.flatMap((field) =>
    change('plan', null, 'plan', field, before.content?.[field], after.content?.[field]),
  );
  const [a, b] = [before.content, after.content];
  return [
    ...head,
    ...own,
    ...diffParts('section', a?.sections ?? [], b?.sections ?? [], ({ title }) => title),
    ...diffParts('item', a?.items ?? [], b?.items ?? [], itemLabel),
    ...diffParts('provision', a?.provisions ?? [], b?.provisions ?? [], ({ what }) => what),
  ];
}

function itemLabel({ printedNumber, text }: PlanContent['items'][number]): string {
  return printedNumber ? `${printedNumber} ${text}` : text;
}

function diffParts<T extends { readonly id: string }>(
  of: FieldChange['of'],
  before: readonly T[],
  after: readonly T[],
  label: (part: T) => string,
): FieldChange[] {
  const old = new Map(before.map((part) => [part.id, part]));
  const present = new Map(after.map((part) => [part.id, part]));
  const removed = before
    .filter(({ id }) => !present.has(id))
    .map((part) => whole('removed', of, part, label(part)));
  const rest = after.flatMap((part) => {
    const was = old.get(part.id);
    if (!was) return [whole('added', of, part, label(part))];
    const fields = [...new Set([...Object.keys(was), ...Object.keys(part)])];
    return fields.flatMap((field) =>
      change(of, part.id, label(part), field, valueOf(was, field), valueOf(part, field)),
    );
  });
  return [...removed, ...rest, ...moves(of, before, after, label)];
}

/** A part that stands before another one than it did, though both were there. */
function moves<T extends { readonly id: string }>(
  of: FieldChange['of'],
  before: readonly T[],
  after: readonly T[],
  label: (part: T) => string,
): FieldChange[] {
  const still = after.filter(({ id }) => before.some((part) => part.id === id));
  const both = still.map(({ id }) => id);
  const old = before.map(({ id }) => id).filter((id) => both.includes(id));
  return still.flatMap((part, index) =>
    old[index] === part.id
      ? []
      : [
          {
            kind: 'changed' as const,
            of,
            id: part.id,
            label: label(part),
            field: 'order',
            before: old.indexOf(part.id),
            after: index,
          },
        ],
  );
}

function valueOf(part: object, field: string): unknown {
  return (part as Record<string, unknown>)[field];
}

function whole(
  kind: 'added' | 'removed',
  of: FieldChange['of'],
  part: { readonly id: string },
  label: string,
): FieldChange {
  return {
    kind,
    of,
    id: part.id,
    label,
    field: null,
    before: kind === 'removed' ? part : null,
    after: kind === 'added' ? part : null,
  };
}

function change(
  of: FieldChange['of'],
  id: string | null,
  label: string,
  field: string,
  before: unknown,
  after: unknown,
): FieldChange[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  return [{ kind: 'changed', of, id, label, field, before: before ?? null, after: after ?? null }];
}
