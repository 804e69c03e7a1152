import type { DocumentRef, IssuedData } from '@lien-ket/contracts';
import {
  actsInForce,
  applyAct,
  effectiveOf,
  NOTHING_YET,
  sharedWithOf,
  type PlanAct,
  type PlanAtPoint,
  type RecordedPlanEvent,
  type Gone,
  type Planned,
} from '@lien-ket/plan-acts';
import { beganBefore, definitionOf } from './activity.definition.js';

/** One item of a plan, and what the plan in force makes of it. */
export interface Followed {
  readonly itemId: string;
  readonly wanted: Planned | null;
  readonly sharedWith: readonly string[];
  /** How it is gone, when it is. */
  readonly gone: Gone;
  /** Why it is gone, when it is. */
  readonly reason: string;
  readonly document?: DocumentRef;
}

/**
 * What the activities of a plan should be on a day: the plan in force then (corrections in place of what they correct),
 * item by item. Items that no version in force has any more come with nothing wanted. Empty before the plan is in force.
 */
export function followed(planId: string, events: readonly RecordedPlanEvent[], today: string): Followed[] {
  const acts = actsInForce(events, { asOf: today });
  const at = acts.reduce(applyAct, NOTHING_YET);
  if (!at.content) return [];
  const { content } = at;
  const since = timeKnownSince(acts);
  const sharedWith = sharedWithOf(events);
  const inForce = at.state === 'issued' || at.state === 'closed';
  const wanted = new Map<string, Planned>();
  content.items.forEach((item, index) => {
    if (!inForce || !item.becomesActivity) return;
    const definition = definitionOf(content, item);
    wanted.set(item.id, {
      planId,
      ...(at.number ? { planNumber: `${at.number}/${at.symbol ?? ''}` } : {}),
      itemId: item.id,
      ...(content.focalAgencyId ? { ownerId: content.focalAgencyId } : {}),
      example: content.example,
      order: index + 1,
      definition,
      beganBeforeInForce: beganBefore(definition, since.get(item.id) ?? at.effectiveOn ?? today),
      historic: definition.window !== undefined && definition.window.to < today,
      sharedWith: [...sharedWith],
    });
  });
  return itemsEver(events).map((itemId) => ({
    itemId,
    wanted: wanted.get(itemId) ?? null,
    sharedWith,
    ...whyGone(itemId, at, acts, events),
  }));
}

/** From when on what each item says of time has been in force: its own words, or the horizon that it stands under. */
function timeKnownSince(acts: readonly PlanAct[]): Map<string, string> {
  const since = new Map<string, { readonly said: string; readonly from: string }>();
  let at: PlanAtPoint = NOTHING_YET;
  for (const act of acts) {
    at = applyAct(at, act);
    const { content } = at;
    if (!content) continue;
    for (const item of content.items) {
      const { time, window } = definitionOf(content, item);
      const said = [time, window?.from, window?.to].join();
      if (since.get(item.id)?.said !== said) since.set(item.id, { said, from: effectiveOf(act) });
    }
  }
  return new Map([...since].map(([id, { from }]) => [id, from]));
}

/** Every item that any act or correction ever named, in the order of its first appearance. */
function itemsEver(events: readonly RecordedPlanEvent[]): string[] {
  const ids = events.flatMap((event) => {
    if (event.type === 'lk.agreement.plan.issued.v1') return idsOf(event.data);
    if (event.type === 'lk.agreement.plan.amended.v1') return added(event.data.changes);
    if (event.type !== 'lk.agreement.plan.entryCorrected.v1') return [];
    const { issued, amended } = event.data.replacement;
    return [...(issued ? idsOf(issued) : []), ...added(amended?.changes ?? [])];
  });
  return [...new Set(ids)];
}

const idsOf = ({ content }: IssuedData): string[] => content.items.map(({ id }) => id);

type Changes = Extract<RecordedPlanEvent, { type: 'lk.agreement.plan.amended.v1' }>['data']['changes'];
function added(changes: Changes): string[] {
  return changes.flatMap((change) => (change.op === 'addItem' ? [change.item.id] : []));
}

/**
 * The act that took it out or ended the plan; without one, no document ever said that it goes: our entry was wrong, and
 * the last correction mended it.
 */
function whyGone(
  itemId: string,
  at: PlanAtPoint,
  acts: readonly PlanAct[],
  events: readonly RecordedPlanEvent[],
): Pick<Followed, 'gone' | 'reason' | 'document'> {
  const removed = at.removed.find(({ item }) => item.id === itemId);
  const act = removed ? acts.find(({ id }) => id === removed.byEventId) : actAgainst(itemId, at, acts);
  const correction = events.findLast(({ type }) => type === 'lk.agreement.plan.entryCorrected.v1');
  const said = (act ?? correction)?.data as { reason?: string; document?: DocumentRef } | undefined;
  return {
    gone: act || !correction ? 'cancelled' : 'enteredInError',
    reason: removed?.reason ?? said?.reason ?? '',
    ...(act && said?.document ? { document: said.document } : {}),
  };
}

/** Of an item that stands in the plan: the act that ended the plan, or made the row one that is no activity. */
function actAgainst(itemId: string, at: PlanAtPoint, acts: readonly PlanAct[]): PlanAct | undefined {
  if (!at.content?.items.some(({ id }) => id === itemId)) return undefined;
  return acts.findLast(
    (act) =>
      act.type === 'lk.agreement.plan.recalled.v1' ||
      act.type === 'lk.agreement.plan.ended.v1' ||
      (act.type === 'lk.agreement.plan.amended.v1' &&
        act.data.changes.some(
          (change) =>
            change.op === 'setItem' && change.itemId === itemId && change.fields.becomesActivity === false,
        )),
  );
}
