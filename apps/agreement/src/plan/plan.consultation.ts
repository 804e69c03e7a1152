import type { PlanConsultation, PlanEvent } from '@lien-ket/contracts';
import { DomainError, type Role } from '@lien-ket/kernel';
import { organisationsOf, requireTouch } from '@lien-ket/access';
import type { PlanFold, RecordedPlanEvent } from '@lien-ket/plan-acts';
import { EDITABLE, mayBe, type Of } from './plan.rules.js';

const COMMENTING: readonly Role[] = ['head', 'officer', 'focal', 'region-coordinator'];

/** Lấy ý kiến as it stands: who was asked, what each said, and what became of it. Null when nobody was asked. */
export function consultationOf(events: readonly RecordedPlanEvent[]): PlanConsultation | null {
  return events.reduce<PlanConsultation | null>(folded, null);
}

function folded(before: PlanConsultation | null, event: RecordedPlanEvent): PlanConsultation | null {
  if (event.type === 'lk.agreement.plan.consulted.v1') return asked(before, event.data);
  if (before === null) return null;
  if (event.type === 'lk.agreement.plan.commented.v1') {
    const { organisationId, agrees, text, itemId } = event.data;
    const said = { organisationId, agrees, text: text ?? null, itemId: itemId ?? null };
    const comment = { id: event.id, on: event.businessDate, ...said, decision: null };
    return {
      ...before,
      asked: before.asked.map((one) =>
        one.organisationId === organisationId ? { ...one, answered: true } : one,
      ),
      comments: [...before.comments, comment],
    };
  }
  if (event.type !== 'lk.agreement.plan.commentDecided.v1') return before;
  const { comment, takenOver, reason } = event.data;
  const decision = { takenOver, reason: reason ?? null, on: event.businessDate };
  return {
    ...before,
    comments: before.comments.map((one) => (one.id === comment ? { ...one, decision } : one)),
  };
}

/** Who is asked again answers again; what was said before stays. */
function asked(
  before: PlanConsultation | null,
  { organisations, dueOn }: Extract<PlanEvent, { type: 'lk.agreement.plan.consulted.v1' }>['data'],
): PlanConsultation {
  const isNamed = ({ printed, organisationId }: PlanConsultation['asked'][number]): boolean =>
    organisations.some((one) =>
      organisationId === null ? one.printed === printed : one.organisationId === organisationId,
    );
  return {
    dueOn: dueOn ?? null,
    asked: [
      ...(before?.asked ?? []).filter((one) => !isNamed(one)),
      ...organisations.map(({ printed, organisationId }) => ({
        printed,
        organisationId: organisationId ?? null,
        answered: false,
      })),
    ],
    comments: before?.comments ?? [],
  };
}

/** @throws DomainError forbidden rights.organisation for who was not asked; conflict plan.wrongState, plan.emptyComment */
export function comment({ by, agrees, text, itemId }: Of<'comment'>, plan: PlanFold): PlanEvent {
  const askedIds = consultationOf(plan.events)?.asked.map(({ organisationId }) => organisationId) ?? [];
  mayBe(plan, ['consulting']);
  const organisationId = organisationsOf(by, COMMENTING).find((one) => askedIds.includes(one));
  if (!organisationId) throw new DomainError('forbidden', 'rights.organisation');
  if (!agrees && !text) throw new DomainError('conflict', 'plan.emptyComment');
  if (itemId && !plan.content?.items.some(({ id }) => id === itemId))
    throw new DomainError('conflict', 'plan.itemUnknown', { item: itemId });
  const data = { organisationId, agrees, ...(text ? { text } : {}), ...(itemId ? { itemId } : {}) };
  return { type: 'lk.agreement.plan.commented.v1', data };
}

/** @throws DomainError notFound plan.commentUnknown; conflict plan.commentDecided, plan.reasonNeeded */
export function decideComment(command: Of<'decideComment'>, plan: PlanFold): PlanEvent {
  const { by, comment: id, takenOver, reason } = command;
  requireTouch(by, [plan.ownerId]);
  mayBe(plan, EDITABLE);
  const found = consultationOf(plan.events)?.comments.find((one) => one.id === id);
  if (!found) throw new DomainError('notFound', 'plan.commentUnknown');
  if (found.decision) throw new DomainError('conflict', 'plan.commentDecided');
  if (!takenOver && !reason) throw new DomainError('conflict', 'plan.reasonNeeded');
  const data = { comment: id, takenOver, ...(reason ? { reason } : {}) };
  return { type: 'lk.agreement.plan.commentDecided.v1', data };
}
