import type { PlanContent } from '@lien-ket/contracts';
import { DomainError, isAboveItself, type Fault } from '@lien-ket/kernel';

/** What a part of a plan may name of the same plan, and the refusal of what is not there. */
export const UNKNOWN = {
  items: 'plan.itemUnknown',
  sections: 'plan.sectionUnknown',
  provisions: 'plan.provisionUnknown',
  horizons: 'plan.horizonUnknown',
} as const;

export function holds(content: PlanContent, kind: keyof typeof UNKNOWN, id: string): boolean {
  return content[kind].some((part) => part.id === id);
}

export function partIds({ sections, items, provisions }: PlanContent): string[] {
  return [...sections, ...items, ...provisions].map(({ id }) => id);
}

/** A fault of a content: at which of its parts. */
export interface ContentFault extends Fault {
  readonly part: string;
}

/** The content as it was written at once: a draft, or what was issued on paper. @throws DomainError invalid */
export function checked(content: PlanContent): PlanContent {
  refuseFirst(faultsIn(content));
  return content;
}

/** @throws DomainError invalid, by the first fault's code */
export function refuseFirst(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  const { pointer, code, params = {} } = first;
  throw new DomainError('invalid', code, params, [{ pointer, code, params }]);
}

/**
 * The one rule of what a content is: each part once; sections and items in trees; what a part names of the same plan
 * stands in it; no horizon ends before it begins.
 * @param gone items that stood in it before: a row may still say that it is the same as one that was taken out
 */
export function faultsIn(content: PlanContent, gone: readonly string[] = []): ContentFault[] {
  const ids = partIds(content);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return [
    ...(twice === undefined ? [] : [fault(content, twice, '', 'plan.idTwice')]),
    ...unplaced(content),
    ...unknown(content, gone),
    ...circles(content),
    ...reversed(content),
  ];
}

const KINDS = ['sections', 'items', 'provisions', 'horizons'] as const;

function fault(content: PlanContent, part: string, field: string, code: string, id = part): ContentFault {
  const kind = KINDS.find((one) => holds(content, one, part)) ?? 'items';
  const index = content[kind].findLastIndex((one) => one.id === part);
  const pointer = [`/content/${kind}/${index}`, field].filter(Boolean).join('/');
  return { part, pointer, code, params: { id, item: id } };
}

function unplaced(content: PlanContent): ContentFault[] {
  return content.items
    .filter(({ sectionId }) => !holds(content, 'sections', sectionId))
    .map(({ id }) => fault(content, id, 'sectionId', 'plan.itemWithoutSection'));
}

function unknown(content: PlanContent, gone: readonly string[]): ContentFault[] {
  const check = (
    part: string,
    field: string,
    kind: keyof typeof UNKNOWN,
    id: string | undefined,
  ): ContentFault[] =>
    id === undefined || holds(content, kind, id) || (kind === 'items' && gone.includes(id))
      ? []
      : [fault(content, part, field, UNKNOWN[kind], id)];
  return [
    ...content.sections.flatMap(({ id, parentId, horizonId }) => [
      ...check(id, 'parentId', 'sections', parentId),
      ...check(id, 'horizonId', 'horizons', horizonId),
    ]),
    ...content.items.flatMap(({ id, provisionId, parentItemId, sameAsItemId }) => [
      ...check(id, 'provisionId', 'provisions', provisionId),
      ...check(id, 'parentItemId', 'items', parentItemId),
      ...check(id, 'sameAsItemId', 'items', sameAsItemId),
    ]),
  ];
}

function circles(content: PlanContent): ContentFault[] {
  const sections = new Map(content.sections.map(({ id, parentId }) => [id, parentId]));
  const items = new Map(content.items.map(({ id, parentItemId }) => [id, parentItemId]));
  return [
    ...[...sections.keys()]
      .filter((id) => isAboveItself(id, (one) => sections.get(one)))
      .map((id) => fault(content, id, 'parentId', 'plan.sectionUnderItself')),
    ...[...items.keys()]
      .filter((id) => isAboveItself(id, (one) => items.get(one)))
      .map((id) => fault(content, id, 'parentItemId', 'plan.itemUnderItself')),
    ...content.items
      .filter(({ id, sameAsItemId }) => id === sameAsItemId)
      .map(({ id }) => fault(content, id, 'sameAsItemId', 'plan.itemSameAsItself')),
  ];
}

function reversed(content: PlanContent): ContentFault[] {
  return content.horizons
    .filter(({ from, to }) => from !== undefined && to !== undefined && to < from)
    .map(({ id }) => ({ ...fault(content, id, 'to', 'plan.horizonReversed'), part: 'plan' }));
}
