import { In, type EntityManager } from 'typeorm';
import {
  activityEvents,
  dayEvents,
  planEvents,
  receivedEvents,
  type ActivityEvent,
} from '@lien-ket/contracts';
import { idOf, type Recorded } from '@lien-ket/kernel';
import { upsertAll, type Projection } from '@lien-ket/read-model';
import { activityDecider, concerned } from './activity.decider.js';
import { searchOf } from './activity.ranges.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow, type Writer, type Written } from './activity.rows.js';
import { correctedBy, toldOf, type Told } from './told.js';

const OWN: readonly string[] = Object.values(activityEvents).map(({ type }) => type);

/** Activities, own and received. */
export const activityProjection: Projection = {
  name: 'activities',
  types: [...OWN, receivedEvents.received.type],
  tables: ['activity'],
  apply: (rows, recorded) => applyActivities(rows, [recorded]),
  applyAll: (rows, events) => applyActivities(rows, events),
};

/** Rows are read together, folded, and written together. */
async function applyActivities(rows: EntityManager, events: readonly Recorded[]): Promise<void> {
  const told = events.flatMap((recorded) => toldOf<ActivityEvent>(recorded, OWN) ?? []);
  if (told.length === 0) return;
  const ids = new Set(told.flatMap(({ id, event }) => [id, ...carriedTo(event)]));
  const found = await rows.findBy(ActivityRow, { id: In([...ids]) });
  const known = new Map(found.map((row) => [row.id, row]));
  const changed = new Set<string>();
  for (const one of told) {
    const before = known.get(one.id);
    // An id of one tenant never takes the place of another's.
    const row = before && before.originTenant !== one.originTenant ? undefined : folded(before, one);
    if (!row) continue;
    known.set(row.id, row);
    changed.add(row.id);
    for (const target of carriedTo(one.event)) {
      const carried = known.get(target);
      if (carried) known.set(target, { ...carried, carriedFrom: row.id });
      if (carried) changed.add(target);
    }
  }
  const written = [...changed].flatMap((id) => known.get(id) ?? []);
  await upsertAll(rows, ActivityRow, written, ['id']);
}

type One = Told<ActivityEvent>;

function carriedTo(event: ActivityEvent): string[] {
  return event.type === 'lk.activity.activity.carriedOver.v1' ? [event.data.to.activityId] : [];
}

function folded(
  before: ActivityRow | undefined,
  { id, originTenant, receivedAt, revision, event, actor }: One,
): ActivityRow | undefined {
  const fold = activityDecider.evolve(before?.fold ?? activityDecider.initialState(), event);
  if (!fold.planned || !fold.definition) return undefined;
  return {
    id,
    originTenant,
    receivedAt,
    revision,
    planId: fold.planned.planId,
    itemOrder: fold.planned.order,
    state: fold.state,
    organisations: originTenant ? [] : concerned(fold).flatMap((one) => one ?? []),
    search: searchOf(fold.definition),
    carriedFrom: before?.carriedFrom ?? null,
    fold,
    progressBy: written(before?.progressBy ?? {}, event, actor),
  };
}

/** What another tenant's actor was does not cross with progress. */
function written(before: Written, event: One['event'], actor: Writer): Written {
  switch (event.type) {
    case 'lk.activity.activity.progressRecorded.v1':
      return { ...before, [event.id]: actor };
    case 'lk.activity.activity.progressCorrected.v1':
      return correctedBy(before, event.data, event.businessDate, actor);
  }
  return before;
}

/** Plans and the later days on which they change, by acts and corrections recorded before. */
export const planChangeProjection: Projection = {
  name: 'plan-changes',
  types: [
    planEvents.issued,
    planEvents.amended,
    planEvents.recalled,
    planEvents.ended,
    planEvents.entryCorrected,
  ].map(({ type }) => type),
  tables: ['plan_change'],
  async apply(rows, recorded) {
    const { effectiveOn, businessDate } = recorded.header;
    const { replacement } = recorded.data as { replacement?: { effectiveOn?: string } };
    const day = replacement?.effectiveOn ?? effectiveOn ?? businessDate;
    if (day > businessDate)
      await rows.save(PlanChangeRow, { planId: idOf(recorded.stream), effectiveOn: day });
  },
};

/** The first day that is not a day of loading. */
export const liveSinceProjection: Projection = {
  name: 'live-since',
  types: [dayEvents.began.type],
  tables: ['live_since'],
  async apply(rows, recorded) {
    const { date, load } = recorded.data as { date: string; load: boolean };
    if (load) return undefined;
    const first = rows.createQueryBuilder().insert().into(LiveSinceRow).values({ one: true, day: date });
    await first.orIgnore().execute();
    return 'final';
  },
};
