import { foldForSearch, idOf, unreachable, type Evolving, type Recorded } from '@lien-ket/kernel';
import {
  dayEvents,
  decisionEvents,
  isLivedDay,
  obligationEvents,
  planEvents,
  receivedEvents,
  type Crossing,
  type DayEvent,
  type Decision,
  type ObligationEvent,
  type ObligationState,
  type PlanEvent,
} from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import { beginDay, type Projection } from '@lien-ket/read-model';
import { IsNull, type EntityManager } from 'typeorm';
import { obligationDecider, type Obligation } from './obligation.decider.js';
import { numberOf } from '../provision/plan.projection.js';
import { ObligationRow } from './obligation.rows.js';
import { isOwed } from './obligation.rules.js';

const LAST = '9999-12-31';

const OWN: readonly string[] = Object.values(obligationEvents).map(({ type }) => type);
type Any = Evolving & ObligationEvent;
type EntryCorrected = Extract<PlanEvent, { type: 'lk.agreement.plan.entryCorrected.v1' }>['data'];

/** Obligations of this tenant, and those that another tenant owes to us, as it shared them. */
export const obligationProjection: Projection = {
  name: 'obligations',
  types: [
    ...OWN,
    ...[dayEvents.began, decisionEvents.made, receivedEvents.received, planEvents.entryCorrected].map(
      ({ type }) => type,
    ),
  ],
  tables: ['obligation', 'business_day'],
  isFinalFor: isLivedDay,
  async apply(rows, recorded) {
    if (recorded.type === dayEvents.began.type) return began(rows, recorded.data as DayEvent['data']);
    if (recorded.type === decisionEvents.made.type) await decided(rows, recorded);
    else if (correctionOf(recorded)) await numbered(rows, recorded);
    else await changed(rows, recorded);
    return undefined;
  },
};

/** An entry about a plan that was corrected, here or where the plan is. */
function correctionOf(recorded: Recorded): EntryCorrected | undefined {
  const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
  const type = crossing?.origin.type ?? recorded.type;
  if (type !== planEvents.entryCorrected.type) return undefined;
  return (crossing?.content ?? recorded.data) as EntryCorrected;
}

/** What is owed under a plan names it by the number that it has, once a wrong one was corrected. */
async function numbered(rows: EntityManager, recorded: Recorded): Promise<void> {
  const { issued } = correctionOf(recorded)?.replacement ?? {};
  const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
  const planId = idOf(crossing?.origin.stream ?? recorded.stream);
  const planNumber = issued && numberOf(issued);
  if (!planNumber) return;
  const originTenant = crossing?.origin.tenant ?? IsNull();
  for (const row of await rows.findBy(ObligationRow, { planId, originTenant })) {
    const opened = row.fold.opened && { ...row.fold.opened, planNumber };
    await rows.save(ObligationRow, rowOf(row, { ...row.fold, opened }, row.lapsed));
  }
}

async function changed(rows: EntityManager, recorded: Recorded): Promise<void> {
  const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
  const type = crossing?.origin.type ?? recorded.type;
  if (!OWN.includes(type) || (type === obligationEvents.reportAccepted.type && crossing)) return;
  const id = idOf(crossing?.origin.stream ?? recorded.stream);
  const originTenant = crossing?.origin.tenant ?? null;
  const before = await rows.findOneBy(ObligationRow, { id });
  // An id of one tenant never takes the place of another's; what was never told to be owed to us is passed over.
  if (before ? before.originTenant !== originTenant : crossing && type !== obligationEvents.opened.type)
    return;
  const event = { ...evolvingOf(recorded), type, data: crossing?.content ?? recorded.data } as Any;
  const fold = obligationDecider.evolve(before?.fold ?? obligationDecider.initialState(), event);
  // A new term is a new duty to keep; without one, what lapsed stays history.
  const lapsed = (before?.lapsed ?? false) && before?.dueOn === fold.dueOn;
  const receivedAt = crossing ? new Date(recorded.recordedAt) : null;
  const revision = crossing?.origin.revision ?? recorded.revision;
  const receiverId = receiverOf(fold, recorded.tenant, originTenant);
  await rows.save(ObligationRow, rowOf({ id, revision, originTenant, receivedAt, receiverId }, fold, lapsed));
}

/** Our answer shows at once; the debtor's tenant takes it over in its own time. */
async function decided(rows: EntityManager, recorded: Recorded): Promise<void> {
  const decision = recorded.data as Decision;
  const row = await rows.findOneBy(ObligationRow, { id: decision.obligation.id });
  if (!row || row.originTenant !== decision.obligation.tenant) return;
  const event = { ...evolvingOf(recorded), ...answerOf(decision, row.fold) } as Any;
  const fold = obligationDecider.evolve(row.fold, event);
  await rows.save(ObligationRow, rowOf(row, fold, row.lapsed));
}

/** What the debtor's own event will say of the same answer. */
function answerOf(decision: Decision, { opened }: Obligation): Pick<ObligationEvent, 'type' | 'data'> {
  const { version, note, dueOn } = decision;
  switch (decision.decision) {
    case 'received':
      return { type: 'lk.reporting.obligation.reportReceived.v1', data: { version } };
    case 'sentBack':
      return {
        type: 'lk.reporting.obligation.reportSentBack.v1',
        data: { version, note: note ?? '', newDueOn: dueOn ?? opened?.dueOn ?? LAST },
      };
    case 'accepted': {
      const { title = '', period = { key: '', label: '' }, example = false } = opened ?? {};
      const report = { nil: false, parts: [], figures: [], evidence: [] };
      return {
        type: 'lk.reporting.obligation.reportAccepted.v1',
        data: { version, title, period, report, example },
      };
    }
    case 'extensionGranted':
    case 'extensionRefused':
      return {
        type: 'lk.reporting.obligation.extensionDecided.v1',
        data: { granted: decision.decision === 'extensionGranted', dueOn, note },
      };
  }
  return unreachable(decision.decision);
}

/**
 * "Overdue needs a duty that was open on the platform while it ran": what fell due while history was loaded, and of
 * which no result is known, is "chưa có thông tin" from the first lived day on.
 */
async function began(rows: EntityManager, { date, load }: DayEvent['data']): Promise<'final' | undefined> {
  const day = await beginDay(rows, date, load);
  if (day === 'first')
    await rows.query(
      `UPDATE obligation SET lapsed = true, state = 'unknownOutcome'
        WHERE due_on < $1 AND origin_tenant IS NULL AND state IN ('open', 'extensionRequested', 'sentBack', 'retracted')`,
      [date],
    );
  return day === 'loaded' ? undefined : 'final';
}

function rowOf(
  known: Pick<ObligationRow, 'id' | 'revision' | 'originTenant' | 'receivedAt' | 'receiverId'>,
  fold: Obligation,
  lapsed: boolean,
): ObligationRow {
  const { id, revision, originTenant, receivedAt, receiverId } = known;
  const { opened, debtorId, dueOn } = fold;
  const texts = [
    opened?.title,
    opened?.debtorName,
    opened?.planNumber,
    opened?.period.label,
    opened?.receiver.printed,
  ];
  return {
    id,
    originTenant,
    receivedAt,
    revision,
    state: shownState(fold.state, lapsed),
    debtorId,
    receiverId,
    planId: opened?.planId ?? null,
    campaignId: opened?.campaignId ?? null,
    dueOn,
    sortOn: dueOn ?? LAST,
    historic: originTenant !== null || (opened?.historic ?? false),
    lapsed,
    example: opened?.example ?? false,
    search: foldForSearch(texts.filter(Boolean).join(' ')),
    fold,
  };
}

/** The receiver by our own register: what another tenant addressed may name an organisation of its own. */
function receiverOf({ opened }: Obligation, own: string, originTenant: string | null): string | null {
  const { organisationId = null, tenant } = opened?.receiver ?? {};
  return originTenant === null || tenant === own ? organisationId : null;
}

function shownState(state: ObligationState, lapsed: boolean): ObligationState {
  return lapsed && isOwed(state) ? 'unknownOutcome' : state;
}
