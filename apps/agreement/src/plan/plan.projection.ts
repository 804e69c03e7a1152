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
import { documentProjection, learnt, upsertAll, type Projection } from '@lien-ket/read-model';
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
  apply: (rows, event) => storeAll(rows, [event]),
  applyAll: storeAll,
};

/** An event of a plan, ours or as another tenant shared it. */
interface Told {
  readonly id: string;
  readonly event: RecordedPlanEvent;
  readonly origin: { readonly tenant: string; readonly at: string } | null;
}

function toldBy(event: Recorded): readonly Told[] {
  if (event.type !== receivedEvents.received.type)
    return [{ id: idOf(event.stream), event: evolvingOf(event) as RecordedPlanEvent, origin: null }];
  const crossing = event.data as Crossing;
  if (!OWN.includes(crossing.origin.type)) return [];
  const origin = { tenant: crossing.origin.tenant, at: event.recordedAt };
  return [{ id: idOf(crossing.origin.stream), event: receivedEvent(event, crossing), origin }];
}

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

/** A plan in the hands of the projection: its events so far, and its ranges that are not closed. */
interface Held {
  readonly events: RecordedPlanEvent[];
  origin: Told['origin'];
  open: PlanRangeRow[];
}

/** Each plan is read once and written once, however many of its events are told at a time. */
async function storeAll(rows: EntityManager, all: readonly Recorded[]): Promise<void> {
  const told = all.flatMap(toldBy);
  const plans = await heldOf(rows, [...new Set(told.map(({ id }) => id))]);
  const changed = new Map<string, Held>();
  const ranges = new Set<PlanRangeRow>();
  for (const { id, event, origin } of told) {
    const plan = plans.get(id) ?? { events: [], origin, open: [] };
    // An id of one tenant never takes the place of another's.
    if ((plan.origin?.tenant ?? null) !== (origin?.tenant ?? null)) continue;
    plans.set(id, plan);
    changed.set(id, plan);
    plan.origin = origin;
    plan.events.push(event);
    if (isAct(event) || event.type === planEvents.entryCorrected.type)
      for (const range of knownBy(event, id, plan)) ranges.add(range);
  }
  const written = [...changed].map(([id, { events, origin }]) => rowOf(id, events, origin));
  await upsertAll(rows, PlanRow, written, ['id']);
  await upsertAll(rows, PlanRangeRow, [...ranges], ['id', 'validFrom', 'step']);
}

async function heldOf(rows: EntityManager, ids: readonly string[]): Promise<Map<string, Held>> {
  if (ids.length === 0) return new Map();
  const known = await rows.find(PlanRow, {
    where: { id: In([...ids]) },
    select: { id: true, events: true, originTenant: true },
  });
  const open = await rows.findBy(PlanRangeRow, { id: In(known.map(({ id }) => id)), knownTo: IsNull() });
  const held = new Map<string, Held>();
  for (const { id, events, originTenant } of known)
    held.set(id, {
      events,
      origin: originTenant === null ? null : { tenant: originTenant, at: '' },
      open: [],
    });
  for (const range of open) held.get(range.id)?.open.push(range);
  return held;
}

/** Answers the ranges to be written. */
function knownBy(event: RecordedPlanEvent, id: string, plan: Held): readonly PlanRangeRow[] {
  const now = rangesOf(plan.events).map((range) => ({ ...range, id }));
  const learning = {
    step: plan.events.length - 1,
    at: new Date(event.recordedAt),
    on: event.businessDate,
  };
  const { written, open } = learnt(plan.open, now, saysSame, learning);
  plan.open = open;
  return written;
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
    amendments: actsAt(events).filter(({ type }) => type === planEvents.amended.type).length,
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
