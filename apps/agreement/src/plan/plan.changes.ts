import type { PlanChange, PlanContent } from '@lien-ket/contracts';
import { DomainError, unreachable } from '@lien-ket/kernel';
import { hashBody } from '@lien-ket/event-store';
import { changed, holdsSomething, standsUnder, touched } from '@lien-ket/plan-acts';
import { UNKNOWN, faultsIn, holds, partIds, refuseFirst } from './plan.content.js';

/** What no document amends, but was typed with the plan: where it hangs on the platform. */
const TYPED_ONLY = ['underAgreements', 'underPlan', 'documentId', 'example'] as const;

/**
 * The content after the changes, each of which must find what it speaks of.
 * @param typed a correction of our entry, which may also change what no document amends
 * @throws DomainError naming the change
 */
export function mustApply(
  content: PlanContent,
  changes: readonly PlanChange[],
  { typed = false } = {},
): PlanContent {
  const after = changes.reduce((now, change, index) => {
    if (!typed && change.op === 'setPlan') mustBeAmendable(change, index);
    mustFind(now, change, index);
    return changed(now, change).content;
  }, content);
  mustStayWhole(content, after, changes);
  return after;
}

/**
 * An amendment that leaves the plan as it is amends nothing.
 * @param anew it takes the place of another act, or may: then it says also what that one says, for other days
 * @throws DomainError invalid amendment.changesNothing
 */
export function mustAmend(content: PlanContent, changes: readonly PlanChange[], anew: boolean): void {
  if (hashBody(mustApply(content, changes)) !== hashBody(content) || anew) return;
  refuseFirst([{ pointer: '/changes', code: 'amendment.changesNothing' }]);
}

/** What was wrong of the content before is no fault of the changes: such a plan too is amended, and mended. */
function mustStayWhole(before: PlanContent, after: PlanContent, changes: readonly PlanChange[]): void {
  const said = ({ part, code, params }: ReturnType<typeof faultsIn>[number]): string =>
    JSON.stringify([part, code, params]);
  const known = new Set(faultsIn(before).map(said));
  const items = before.items.map(({ id }) => id);
  const found = faultsIn(after, items).filter((fault) => !known.has(said(fault)));
  refuseFirst(
    found.map(({ part, code, params }) => {
      const at = changes.findLastIndex((change) => touched(change).some((one) => one.startsWith(`${part}/`)));
      return { pointer: at < 0 ? '/changes' : `/changes/${at}`, code, params };
    }),
  );
}

function mustBeAmendable(
  { fields, clear = [] }: Extract<PlanChange, { op: 'setPlan' }>,
  index: number,
): void {
  const named = [...Object.keys(fields), ...clear];
  const field = TYPED_ONLY.find((one) => named.includes(one));
  if (field) refuse('plan.typedOnly', index, { field });
}

/** @throws DomainError where the change speaks of what the content does not have */
export function mustFind(content: PlanContent, change: PlanChange, index: number): void {
  switch (change.op) {
    case 'setItem':
      mustHave(content, 'items', change.itemId, index);
      mustHave(content, 'provisions', change.fields.provisionId, index);
      return mustHave(content, 'sections', change.fields.sectionId, index);
    case 'addItem':
      mustBeFree(content, change.item.id, index);
      mustHave(content, 'provisions', change.item.provisionId, index);
      return mustHave(content, 'sections', change.item.sectionId, index);
    case 'removeItem':
      return mustHave(content, 'items', change.itemId, index);
    case 'setSection':
    case 'addSection':
    case 'removeSection':
      return mustFindSection(content, change, index);
    case 'setProvision':
      mustHave(content, 'provisions', change.provisionId, index);
      return mustStayWithReceiver(content, change, index);
    case 'addProvision':
      return mustBeFree(content, change.provision.id, index);
    case 'removeProvision':
      mustHave(content, 'provisions', change.provisionId, index);
      return mustBeUnused(content, change.provisionId, index);
    case 'move':
      mustHave(content, `${change.of}s`, change.id, index);
      return mustHave(content, `${change.of}s`, change.afterId, index);
    case 'setPlan':
      return mustKeepHorizons(content, change, index);
  }
  return unreachable(change);
}

function mustFindSection(
  content: PlanContent,
  change: Extract<PlanChange, { op: 'setSection' | 'addSection' | 'removeSection' }>,
  index: number,
): void {
  switch (change.op) {
    case 'setSection': {
      const { sectionId, fields } = change;
      mustHave(content, 'sections', sectionId, index);
      mustHave(content, 'sections', fields.parentId, index);
      mustHave(content, 'horizons', fields.horizonId, index);
      if (fields.parentId !== undefined && standsUnder(content, fields.parentId, sectionId))
        refuse('plan.sectionUnderItself', index, { id: sectionId });
      return;
    }
    case 'addSection':
      mustBeFree(content, change.section.id, index);
      mustHave(content, 'horizons', change.section.horizonId, index);
      return mustHave(content, 'sections', change.section.parentId, index);
    case 'removeSection':
      mustHave(content, 'sections', change.sectionId, index);
      if (holdsSomething(content, change.sectionId))
        refuse('plan.sectionNotEmpty', index, { id: change.sectionId });
      return;
  }
  return unreachable(change);
}

function mustHave(
  content: PlanContent,
  kind: keyof typeof UNKNOWN,
  id: string | undefined,
  index: number,
): void {
  if (id === undefined || holds(content, kind, id)) return;
  refuse(UNKNOWN[kind], index, { item: id, id });
}

/** A horizon goes when nothing hangs on it any more: its sections are moved to another one first. */
function mustKeepHorizons(
  { sections }: PlanContent,
  { fields: { horizons } }: Extract<PlanChange, { op: 'setPlan' }>,
  index: number,
): void {
  const held = sections.find(
    ({ horizonId }) => horizonId !== undefined && horizons?.some(({ id }) => id === horizonId) === false,
  );
  if (held) refuse('plan.horizonNotEmpty', index, { id: held.id });
}

/** A report provision goes when no row names it any more. */
function mustBeUnused({ items }: PlanContent, id: string, index: number): void {
  const user = items.find(({ provisionId }) => provisionId === id);
  if (user) refuse('plan.provisionNamed', index, { id, item: user.printedNumber ?? user.id });
}

function mustBeFree(content: PlanContent, id: string, index: number): void {
  if (partIds(content).includes(id)) refuse('plan.idTwice', index, { id });
}

/** A report that was owed to one tenant is not owed to another by the same duty: that is the end of it and another one. */
function mustStayWithReceiver(
  { provisions }: PlanContent,
  { provisionId, fields, clear = [] }: Extract<PlanChange, { op: 'setProvision' }>,
  index: number,
): void {
  const before = provisions.find(({ id }) => id === provisionId)?.receiver?.tenant;
  const after = clear.includes('receiver') ? undefined : (fields.receiver ?? { tenant: before }).tenant;
  if (before !== after) refuse('plan.otherReceiverTenant', index, { id: provisionId });
}

function refuse(code: string, index: number, params: Record<string, string>): never {
  throw new DomainError('conflict', code, params, [{ pointer: `/changes/${index}`, code, params }]);
}
