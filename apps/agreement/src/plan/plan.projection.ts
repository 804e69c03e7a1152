import type { EntityManager } from 'typeorm';
import {
  amendmentEvents,
  planEvents,
  receivedEvents,
  type AmendmentEvent,
  type Crossing,
} from '@lien-ket/contracts';
import { foldForSearch, idOf, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { documentProjection, type Projection } from '@lien-ket/read-model';
import { amendmentDecider } from './amendment.decider.js';
import { AmendmentRow, PlanRow } from './plan.rows.js';
import { borneBy } from './numbers.js';
import { planDecider } from './plan.decider.js';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  effectiveOf,
  lastDayOf,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';

const OWN = Object.values(planEvents).map(({ type }) => type as string);

const ENDING: readonly string[] = [planEvents.recalled, planEvents.ended, planEvents.closed].map(
  ({ type }) => type,
);

/** Lists of plans, own and received. */
export const planProjection: Projection = {
  name: 'plans',
  types: [...OWN, receivedEvents.received.type],
  tables: ['plan'],
  async apply(rows, event) {
    if (event.type !== receivedEvents.received.type) {
      await store(rows, idOf(event.stream), evolvingOf(event) as RecordedPlanEvent, null);
      return;
    }
    const crossing = event.data as Crossing;
    if (!OWN.includes(crossing.origin.type)) return;
    await store(rows, idOf(crossing.origin.stream), receivedEvent(event, crossing), {
      tenant: crossing.origin.tenant,
      at: event.recordedAt,
    });
  },
};

/** The copy keeps the origin's ids and in-force day; what was known when is the receiver's own receipt (DESIGN §4.7). */
function receivedEvent(event: Recorded, { origin, content }: Crossing): RecordedPlanEvent {
  return {
    type: origin.type,
    data: content,
    effectiveOn: origin.effectiveOn,
    id: origin.eventId,
    revision: origin.revision,
    businessDate: event.header.businessDate,
    recordedAt: event.recordedAt,
  } as unknown as RecordedPlanEvent;
}

async function store(
  rows: EntityManager,
  id: string,
  event: RecordedPlanEvent,
  origin: { tenant: string; at: string } | null,
): Promise<void> {
  const before = await rows.findOne(PlanRow, {
    where: { id },
    select: { id: true, events: true, originTenant: true },
  });
  // An id of one tenant never takes the place of another's.
  if (before && before.originTenant !== (origin?.tenant ?? null)) return;
  const events = [...(before?.events ?? []), event];
  await rows.save(PlanRow, rowOf(id, events, origin));
}

function rowOf(
  id: string,
  events: RecordedPlanEvent[],
  origin: { tenant: string; at: string } | null,
): PlanRow {
  const fold = events.reduce(planDecider.evolve, planDecider.initialState());
  const at = actsAt(events).reduce(applyAct, NOTHING_YET);
  const content = fold.content;
  const title = content?.title ?? '';
  return {
    id,
    originTenant: origin?.tenant ?? null,
    receivedAt: origin ? new Date(origin.at) : null,
    revision: events.at(-1)?.revision ?? 0,
    title,
    number: at.number,
    symbol: at.symbol,
    year: at.date?.year ?? null,
    issuedOn: at.effectiveOn,
    lastDay: lastDayOf(fold),
    state: fold.state,
    endsOn: endsOn(events),
    example: content?.example ?? false,
    items: content?.items.length ?? 0,
    activities: content?.items.filter(({ becomesActivity }) => becomesActivity).length ?? 0,
    amendments: events.filter(({ type }) => type === planEvents.amended.type).length,
    ownerId: fold.ownerId ?? null,
    borne: borneBy(id, events),
    search: foldForSearch(`${title} ${at.number ?? ''} ${at.number ?? ''}/${at.symbol ?? ''}`),
    events,
  };
}

function endsOn(events: readonly RecordedPlanEvent[]): string | null {
  const ending = actsAt(events).findLast(({ type }) => ENDING.includes(type));
  return ending ? effectiveOf(ending) : null;
}

export const amendmentProjection: Projection = documentProjection({
  name: 'amendments',
  types: Object.values(amendmentEvents).map(({ type }) => type),
  tables: ['amendment'],
  entity: AmendmentRow,
  idOf: (recorded) => idOf(recorded.stream),
  fold: (row, recorded) => {
    const event = evolvingOf(recorded) as AmendmentEvent & ReturnType<typeof evolvingOf>;
    const before = row
      ? {
          ...amendmentDecider.initialState(),
          ...row,
          ownerId: row.ownerId ?? '',
          state: row.state as 'proposed',
        }
      : amendmentDecider.initialState();
    const { state, planId, ownerId, reason, changes, difficulties, sentBackReasons } =
      amendmentDecider.evolve(before, event);
    return {
      id: idOf(recorded.stream),
      revision: recorded.revision,
      planId,
      state: state ?? 'proposed',
      ownerId: ownerId || null,
      reason,
      changes: [...changes],
      difficulties: [...difficulties],
      sentBackReasons,
    };
  },
});
