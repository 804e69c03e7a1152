import type { PlanChange, PlanContent, PlanEvent } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  applyChange,
  effectiveOf,
  inOrder,
  touched,
  type PlanAct,
  type PlanAtPoint,
  type PlanFold,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';
import { mustFind } from './plan.changes.js';

/**
 * Acts take effect in the order of their days. One that comes to stand before the issue, or before what it changes is
 * there, would never be in force; one that is moved must not take that ground from another.
 */
export function mustKeepOrder({ events }: PlanFold, event: PlanEvent, on: string): void {
  const before = actsAt(events);
  const next = { ...event, id: '', revision: events.length, businessDate: on, recordedAt: '' };
  const after = actsAt([...events, next as RecordedPlanEvent]);
  const already = groundless(before);
  const lost = [...groundless(after)].find(([what]) => !already.has(what));
  if (!lost) return;
  const issued = after.find(({ type }) => type === 'lk.agreement.plan.issued.v1');
  const day = issued ? effectiveOf(issued) : on;
  const code = effectiveOf(lost[1]) < day ? 'plan.beforeInForce' : 'plan.groundLost';
  throw new DomainError('invalid', code, { day }, [{ pointer: '/effectiveOn', code, params: { day } }]);
}

/** What acts say of something that is not there on their day, by what it is. */
function groundless(acts: readonly PlanAct[]): Map<string, PlanAct> {
  const found = new Map<string, PlanAct>();
  inOrder(acts).reduce((at, act) => {
    for (const what of lostOf(at, act)) found.set(`${act.id} ${what}`, act);
    return applyAct(at, act);
  }, NOTHING_YET);
  return found;
}

function lostOf(at: PlanAtPoint, act: PlanAct): string[] {
  if (act.type === 'lk.agreement.plan.issued.v1' || act.type === 'lk.agreement.plan.rectified.v1') return [];
  if (act.type !== 'lk.agreement.plan.amended.v1') return at.content ? [] : [act.type];
  let now = at;
  return act.data.changes.flatMap((change) => {
    const isFound = now.content !== null && finds(now.content, change);
    now = applyChange(now, change, act.id);
    return isFound ? [] : [`${change.op} ${touched(change)[0]?.split('/')[0] ?? ''}`];
  });
}

function finds(content: PlanContent, change: PlanChange): boolean {
  try {
    mustFind(content, change, 0);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
