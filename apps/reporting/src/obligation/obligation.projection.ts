import { foldForSearch, idOf } from '@lien-ket/kernel';
import {
  dayEvents,
  obligationEvents,
  type DayEvent,
  type ObligationEvent,
  type ObligationState,
} from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import type { Projection } from '@lien-ket/read-model';
import type { EntityManager } from 'typeorm';
import { obligationDecider, type Obligation } from './obligation.decider.js';
import { BusinessDayRow, ObligationRow } from './obligation.rows.js';
import { isOwed } from './obligation.rules.js';

const LAST = '9999-12-31';

export const obligationProjection: Projection = {
  name: 'obligations',
  types: [...Object.values(obligationEvents), dayEvents.began].map(({ type }) => type),
  tables: ['obligation', 'business_day'],
  async apply(rows, recorded) {
    if (recorded.type === dayEvents.began.type) return beginDay(rows, recorded.data as DayEvent['data']);
    const id = idOf(recorded.stream);
    const before = await rows.findOneBy(ObligationRow, { id });
    const event = evolvingOf(recorded) as ReturnType<typeof evolvingOf> & ObligationEvent;
    const fold = obligationDecider.evolve(before?.fold ?? obligationDecider.initialState(), event);
    // A new term is a new duty to keep; without one, what lapsed stays history.
    const lapsed = (before?.lapsed ?? false) && before?.dueOn === fold.dueOn;
    await rows.save(ObligationRow, rowOf(id, recorded.revision, fold, lapsed));
  },
};

/**
 * "Overdue needs a duty that was open on the platform while it ran": what fell due while history was loaded, and of
 * which no result is known, is "chưa có thông tin" from the first lived day on.
 */
async function beginDay(rows: EntityManager, { date, load }: DayEvent['data']): Promise<void> {
  const lived = await rows.countBy(BusinessDayRow, { load: false });
  await rows.save(BusinessDayRow, { day: date, load });
  if (load || lived > 0) return;
  await rows.query(
    `UPDATE obligation SET lapsed = true, state = 'unknownOutcome'
      WHERE due_on < $1 AND state IN ('open', 'extensionRequested', 'sentBack', 'retracted')`,
    [date],
  );
}

function rowOf(id: string, revision: number, fold: Obligation, lapsed: boolean): ObligationRow {
  const { opened, debtorId, dueOn } = fold;
  const texts = [opened?.title, opened?.planNumber, opened?.period.label, opened?.receiver.printed];
  return {
    id,
    revision,
    state: shownState(fold.state, lapsed),
    debtorId,
    receiverId: opened?.receiver.organisationId ?? null,
    planId: opened?.planId ?? null,
    campaignId: opened?.campaignId ?? null,
    dueOn,
    sortOn: dueOn ?? LAST,
    historic: opened?.historic ?? false,
    lapsed,
    example: opened?.example ?? false,
    search: foldForSearch(texts.filter(Boolean).join(' ')),
    fold,
  };
}

function shownState(state: ObligationState, lapsed: boolean): ObligationState {
  return lapsed && isOwed(state) ? 'unknownOutcome' : state;
}
