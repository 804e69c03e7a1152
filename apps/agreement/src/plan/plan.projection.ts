import { In, IsNull, type EntityManager } from 'typeorm';
import {
  amendmentEvents,
  planEvents,
  receivedEvents,
  type AmendmentEvent,
  type Crossing,
} from '@lien-ket/contracts';
import { idOf, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { documentProjection, type Projection } from '@lien-ket/read-model';
import { amendmentDecider } from './amendment.decider.js';
import { AmendmentRow, PlanRangeRow, PlanRow } from './plan.rows.js';
import { columnsOf, rangesOf, saysSame } from './plan.ranges.js';
import { borneBy } from './numbers.js';
import { planDecider } from './plan.decider.js';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  effectiveOf,
  isAct,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';

const OWN = Object.values(planEvents).map(({ type }) => type as string);

const ENDING: readonly string[] = [planEvents.recalled, planEvents.ended, planEvents.closed].map(
  ({ type }) => type,
);

/** Lists of plans, own and received, as they are and as they were. */
export const planProjection: Projection = {
  name: 'plans',
  types: [...OWN, receivedEvents.received.type],
  tables: ['plan', 'plan_range'],
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
  if (isAct(event) || event.type === planEvents.entryCorrected.type) await storeRanges(rows, id, events);
}

/** What is no longer known so is closed, never changed: it was known so until now. */
async function storeRanges(rows: EntityManager, id: string, events: RecordedPlanEvent[]): Promise<void> {
  const event = events.at(-1);
  if (!event) return;
  const [knownAt, knownOn] = [new Date(event.recordedAt), event.businessDate];
  const known = await rows.findBy(PlanRangeRow, { id, knownTo: IsNull() });
  const now = rangesOf(events);
  const closed = known.filter((one) => !now.some((range) => saysSame(one, range)));
  const added = now.filter((range) => !known.some((one) => saysSame(one, range)));
  if (closed.length > 0)
    await rows.update(
      PlanRangeRow,
      { id, knownTo: IsNull(), validFrom: In(closed.map(({ validFrom }) => validFrom)) },
      { knownTo: knownAt, knownUntil: knownOn },
    );
  const place = { id, step: events.length - 1, knownFrom: knownAt, knownTo: null, knownOn, knownUntil: null };
  if (added.length > 0)
    await rows.insert(
      PlanRangeRow,
      added.map((range) => ({ ...range, ...place })),
    );
}

function rowOf(
  id: string,
  events: RecordedPlanEvent[],
  origin: { tenant: string; at: string } | null,
): PlanRow {
  const fold = events.reduce(planDecider.evolve, planDecider.initialState());
  const at = actsAt(events).reduce(applyAct, NOTHING_YET);
  return {
    id,
    originTenant: origin?.tenant ?? null,
    receivedAt: origin ? new Date(origin.at) : null,
    revision: events.at(-1)?.revision ?? 0,
    ...columnsOf(fold.content, at),
    year: at.date?.year ?? null,
    state: fold.state,
    endsOn: endsOn(events),
    amendments: events.filter(({ type }) => type === planEvents.amended.type).length,
    ownerId: fold.ownerId ?? null,
    borne: borneBy(id, events),
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
