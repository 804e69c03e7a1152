import type { EntityManager } from 'typeorm';
import { activityEvents, planEvents, receivedEvents } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';
import { learnt, upsertAll, type Projection, type RangeRow } from '@lien-ket/read-model';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
import {
  itemRangesOf,
  saysSameOfItem,
  saysSameOfWork,
  workRangesOf,
  type ItemRange,
  type WorkEvent,
  type WorkRange,
} from './activity.ranges.js';
import { toldOf, type Told } from './told.js';
import { FollowedPlanRow, ItemRangeRow, WorkRangeRow, WorkedActivityRow } from './range.rows.js';

const ACTS: readonly string[] = [
  planEvents.issued,
  planEvents.amended,
  planEvents.recalled,
  planEvents.ended,
  planEvents.closed,
  planEvents.rectified,
  planEvents.entryCorrected,
].map(({ type }) => type);
const WORK: readonly string[] = Object.values(activityEvents).map(({ type }) => type);

/** What the plans make of their activities, as it is and as it was, own and received. */
export const itemRangeProjection: Projection = {
  name: 'activity-items',
  types: [...ACTS, receivedEvents.received.type],
  tables: ['followed_plan', 'item_range'],
  apply: (rows, event) => store(rows, [event], ITEMS),
  applyAll: (rows, events) => store(rows, events, ITEMS),
};

/** What was done in them. */
export const workRangeProjection: Projection = {
  name: 'activity-work',
  types: [...WORK, receivedEvents.received.type],
  tables: ['worked_activity', 'work_range'],
  apply: (rows, event) => store(rows, [event], WORK_OF),
  applyAll: (rows, events) => store(rows, events, WORK_OF),
};

type Clocked = RecordedPlanEvent | WorkEvent;

/** A thing in the hands of a projection: its events so far, and its ranges that are not closed. */
interface Held<E, Row> {
  readonly id: string;
  readonly originTenant: string | null;
  readonly events: E[];
  open: readonly Row[];
}

/** How ranges of a kind come out of events of a kind. */
interface Ranged<
  E extends Clocked,
  Row extends RangeRow & Range,
  Range extends { readonly validFrom: string },
> {
  readonly types: readonly string[];
  /** Keeps the events of each thing: another tenant's has no stream of its own here. */
  readonly things: new () => { id: string; originTenant: string | null; events: E[] };
  readonly ranges: new () => Row;
  /** The thing of a range. */
  readonly of: 'id' | 'planId';
  readonly make: (told: Told<E>, events: readonly E[]) => readonly Range[];
  readonly saysSame: (one: Range, other: Range) => boolean;
}

const ITEMS: Ranged<RecordedPlanEvent, ItemRangeRow, ItemRange> = {
  types: ACTS,
  things: FollowedPlanRow,
  ranges: ItemRangeRow,
  of: 'planId',
  make: ({ id, tenant, originTenant }, events) =>
    itemRangesOf({ tenant, planId: id, isOwn: originTenant === null }, events),
  saysSame: saysSameOfItem,
};

const WORK_OF: Ranged<WorkEvent, WorkRangeRow, WorkRange & { readonly id: string }> = {
  types: WORK,
  things: WorkedActivityRow,
  ranges: WorkRangeRow,
  of: 'id',
  make: ({ id }, events) => workRangesOf(events).map((range) => ({ ...range, id })),
  saysSame: saysSameOfWork,
};

/** Each thing is read once and written once, however many of its events are told at a time. */
async function store<
  E extends Clocked,
  Row extends RangeRow & Range,
  Range extends { readonly validFrom: string },
>(rows: EntityManager, all: readonly Recorded[], ranged: Ranged<E, Row, Range>): Promise<void> {
  const told = all.flatMap((recorded) => toldOf<E>(recorded, ranged.types) ?? []);
  if (told.length === 0) return;
  const things = await heldOf(rows, [...new Set(told.map(({ id }) => id))], ranged);
  const changed = new Set<Held<E, Row>>();
  const written = new Set<Row>();
  for (const one of told) {
    const { id, originTenant, event } = one;
    const thing = things.get(id) ?? { id, originTenant, events: [], open: [] };
    // An id of one tenant never takes the place of another's.
    if (thing.originTenant !== originTenant) continue;
    things.set(id, thing);
    thing.events.push(event);
    const learning = {
      step: thing.events.length - 1,
      at: new Date(event.recordedAt),
      on: event.businessDate,
    };
    const next = learnt(thing.open, ranged.make(one, thing.events), ranged.saysSame, learning);
    thing.open = next.open as Row[];
    for (const range of next.written) written.add(range as Row);
    changed.add(thing);
  }
  const kept = [...changed].map(({ id, originTenant, events }) => ({ id, originTenant, events }));
  await upsertAll(rows, ranged.things, kept, ['id']);
  await upsertAll(rows, ranged.ranges, [...written], ['id', 'validFrom', 'step']);
}

async function heldOf<
  E extends Clocked,
  Row extends RangeRow & Range,
  Range extends { readonly validFrom: string },
>(
  rows: EntityManager,
  ids: readonly string[],
  { things, ranges, of }: Ranged<E, Row, Range>,
): Promise<Map<string, Held<E, Row>>> {
  const known = await rows.createQueryBuilder(things, 't').where('t.id = ANY(:ids)', { ids }).getMany();
  const open = await rows
    .createQueryBuilder(ranges, 'r')
    .where(`r.${of} = ANY(:ids) AND r.knownTo IS NULL`, { ids: known.map(({ id }) => id) })
    .getMany();
  const held = new Map<string, Held<E, Row> & { open: Row[] }>();
  for (const { id, originTenant, events } of known) held.set(id, { id, originTenant, events, open: [] });
  for (const range of open) held.get((range as unknown as Record<typeof of, string>)[of])?.open.push(range);
  return held;
}
