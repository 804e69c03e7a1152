import { In, type EntityManager } from 'typeorm';
import {
  activityEvents,
  dayEvents,
  planEvents,
  receivedEvents,
  type ActivityEvent,
  type Crossing,
} from '@lien-ket/contracts';
import { idOf, type Evolving, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { upsertAll, type Projection } from '@lien-ket/read-model';
import { activityDecider, concerned } from './activity.decider.js';
import { searchOf } from './activity.ranges.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow, type Writer } from './activity.rows.js';

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
  const told = events.flatMap((recorded) => toldOf(recorded) ?? []);
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

type Any = ActivityEvent & Evolving;
interface Told {
  readonly id: string;
  readonly originTenant: string | null;
  readonly receivedAt: Date | null;
  readonly revision: number;
  readonly event: Any;
  /** Who wrote it here; of what another tenant shared only the office crosses, and not with progress. */
  readonly actor: Writer;
}

function toldOf(recorded: Recorded): Told | undefined {
  const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
  const type = crossing?.origin.type ?? recorded.type;
  if (!OWN.includes(type)) return undefined;
  const data = crossing?.content ?? recorded.data;
  return {
    id: idOf(crossing?.origin.stream ?? recorded.stream),
    originTenant: crossing?.origin.tenant ?? null,
    receivedAt: crossing ? new Date(recorded.recordedAt) : null,
    revision: crossing?.origin.revision ?? recorded.revision,
    // What another tenant corrects it names as its own log knows it.
    event: {
      ...evolvingOf(recorded),
      ...(crossing ? { id: crossing.origin.eventId } : {}),
      type,
      data,
    } as Any,
    actor: crossing ? NOBODY_HERE : writerOf(recorded),
  };
}

const NOBODY_HERE: Writer = { role: '' };

function writerOf({ header: { actor } }: Recorded): Writer {
  const { role, organisationId } = actor;
  return { role, ...(organisationId ? { organisationId } : {}) };
}

function carriedTo(event: ActivityEvent): string[] {
  return event.type === 'lk.activity.activity.carriedOver.v1' ? [event.data.to.activityId] : [];
}

function folded(
  before: ActivityRow | undefined,
  { id, originTenant, receivedAt, revision, event, actor }: Told,
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

/** Who wrote an entry, and who corrected it why; that crosses as the entry does, without who it was. */
function written(before: ActivityRow['progressBy'], event: Any, actor: Writer): ActivityRow['progressBy'] {
  switch (event.type) {
    case 'lk.activity.activity.progressRecorded.v1':
      return { ...before, [event.id]: actor };
    case 'lk.activity.activity.progressCorrected.v1': {
      const { corrects, reason } = event.data;
      const { corrections = [], ...writer } = before[corrects] ?? { role: '' };
      const correction = { reason, on: event.businessDate, by: actor };
      return { ...before, [corrects]: { ...writer, corrections: [...corrections, correction] } };
    }
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
