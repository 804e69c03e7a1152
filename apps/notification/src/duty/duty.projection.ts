import { idOf, unreachable, type Recorded } from '@lien-ket/kernel';
import {
  dayEvents,
  isLivedDay,
  obligationEvents,
  type DayEvent,
  type ObligationEvent,
} from '@lien-ket/contracts';
import { beginDay, type Projection } from '@lien-ket/read-model';
import type { EntityManager } from 'typeorm';
import { DutyRow } from './duty.rows.js';

/** Obligations that may have to be reminded of, and the days that have begun. */
export const dutyProjection: Projection = {
  name: 'duties',
  types: [...Object.values(obligationEvents), dayEvents.began]
    .filter((contract) => contract.public)
    .map(({ type }) => type),
  tables: ['duty', 'business_day'],
  isFinalFor: isLivedDay,
  async apply(rows, recorded) {
    if (recorded.type === dayEvents.began.type) return began(rows, recorded.data as DayEvent['data']);
    await changed(rows, recorded);
    return undefined;
  },
};

async function changed(rows: EntityManager, recorded: Recorded): Promise<void> {
  const id = idOf(recorded.stream);
  const event = { type: recorded.type, data: recorded.data } as ObligationEvent;
  if (event.type !== 'lk.reporting.obligation.opened.v1') {
    const change = changeOf(event);
    if (change) await rows.update(DutyRow, id, change);
    return;
  }
  const { title, titled, period, debtorId, receiver, dueOn, historic, example } = event.data;
  await rows.save(DutyRow, {
    id,
    title,
    titled: titled?.text ?? null,
    period: period.key,
    debtorId,
    receiverId: receiver.organisationId ?? null,
    dueOn: dueOn ?? null,
    owed: true,
    chased: !historic,
    example,
  });
}

/** @returns undefined for what changes nothing of whether and when a report is awaited */
function changeOf(
  event: Exclude<ObligationEvent, { type: 'lk.reporting.obligation.opened.v1' }>,
): (Partial<DutyRow> & object) | undefined {
  switch (event.type) {
    case 'lk.reporting.obligation.reportDrafted.v1':
    case 'lk.reporting.obligation.urged.v1':
      return undefined;
    case 'lk.reporting.obligation.reportSent.v1':
    case 'lk.reporting.obligation.reportReceived.v1':
    case 'lk.reporting.obligation.reportAccepted.v1':
    case 'lk.reporting.obligation.waived.v1':
    case 'lk.reporting.obligation.awaitsSuccessor.v1':
      return { owed: false };
    case 'lk.reporting.obligation.reportRetracted.v1':
    case 'lk.reporting.obligation.extensionRequested.v1':
      return { owed: true };
    case 'lk.reporting.obligation.reportSentBack.v1':
      return { owed: true, chased: true, dueOn: event.data.newDueOn };
    case 'lk.reporting.obligation.adjusted.v1': {
      const { title, titled, period, receiver, dueOn, historic } = event.data;
      return {
        title,
        period: period.key,
        receiverId: receiver.organisationId ?? null,
        dueOn: dueOn ?? null,
        ...(titled ? { titled: titled.text } : {}),
        ...(historic ? { chased: false, owed: false } : {}),
      };
    }
    case 'lk.reporting.obligation.reinstated.v1':
      return event.data.historic ? { chased: false } : { owed: true };
    case 'lk.reporting.obligation.extensionDecided.v1':
      return { owed: true, ...(event.data.dueOn ? { dueOn: event.data.dueOn } : {}) };
    case 'lk.reporting.obligation.transferred.v1':
      return { owed: true, debtorId: event.data.toId };
    case 'lk.reporting.obligation.successionCorrected.v1':
      return { owed: true, debtorId: event.data.debtorId };
  }
  return unreachable(event);
}

/** What fell due before the first lived day is history: nobody was here to act. */
async function began(rows: EntityManager, { date, load }: DayEvent['data']): Promise<'final' | undefined> {
  const day = await beginDay(rows, date, load);
  if (day === 'first') await rows.query('UPDATE duty SET chased = false WHERE due_on < $1', [date]);
  return day === 'loaded' ? undefined : 'final';
}
