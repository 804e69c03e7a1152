import type { ActivityState, CountedState, OverviewField } from '@lien-ket/contracts';
import { HUB } from './overview.projection.js';
import type { OverviewThingRow, ThingKind } from './overview.rows.js';

export type Things = readonly OverviewThingRow[];

const NO_ACTIVITIES: Readonly<Record<CountedState, number>> = {
  planned: 0,
  awaitingTrigger: 0,
  inProgress: 0,
  suspended: 0,
  postponed: 0,
  reportedDone: 0,
  done: 0,
  cancelled: 0,
  carriedOver: 0,
};
const NOT_STATED = 'notStated';

export function byState(activities: Things): Readonly<Record<CountedState, number>> {
  return activities.reduce<Record<CountedState, number>>(
    (sums, { state }) => ({ ...sums, [state]: (sums[state as CountedState] ?? 0) + 1 }),
    { ...NO_ACTIVITIES },
  );
}

/** What was entered by mistake never was an activity, and is no figure. */
export function activitiesOf(things: Things): Things {
  const mistaken: ActivityState = 'enteredInError';
  return things.filter(({ kind, state }) => kind === 'activity' && state !== mistaken);
}

/** Whether a thing is one of a figure's on a day: a plan in force, a difficulty that waits for its answer. */
export function counts(thing: OverviewThingRow, wanted: ThingKind, today: string): boolean {
  const { kind, state } = thing;
  if (kind !== wanted) return false;
  if (kind === 'plan') return !isOver(thing, today);
  return kind !== 'difficulty' || state === 'open';
}

/** A plan recalled, replaced, repealed, annulled or closed, an agreement closed, by an act of that day or before. */
export function hasEnded({ data }: OverviewThingRow, today: string): boolean {
  return (data.endings ?? []).some(({ on }) => on <= today);
}

/** A plan that has ended, or the last of whose horizons is over. */
export function isOver(thing: OverviewThingRow, today: string): boolean {
  const { lastDay } = thing.data;
  return hasEnded(thing, today) || (typeof lastDay === 'string' && lastDay < today);
}

export function agreementsOf(things: Things, today: string): Things {
  return things.filter(
    (thing) => thing.kind === 'agreement' && thing.state === 'recorded' && !hasEnded(thing, today),
  );
}

/** One work in two plans counts once: of two linked rows the one that came later is left out of totals. */
function repeatedIn(things: Things): ReadonlySet<OverviewThingRow> {
  const byKey = new Map(things.map((thing) => [`${thing.kind}/${thing.tenant}/${thing.id}`, thing]));
  return new Set(
    things.flatMap((one) =>
      (one.data.sameAs ?? []).flatMap(({ tenant, activityId }) => {
        const other = byKey.get(`activity/${tenant}/${activityId}`);
        if (!other || other.example) return [];
        return [one.firstSeq > other.firstSeq ? one : other];
      }),
    ),
  );
}

/** Everything once in each of its fields; examples are no figures, and HCMC's own work is not a province's. */
export function byField(things: Things, today: string): readonly OverviewField[] {
  const repeated = repeatedIn(things);
  const theirs = things.filter(({ tenant, example }) => tenant !== HUB && !example);
  const all = activitiesOf(theirs);
  const activities = all.filter((thing) => !repeated.has(thing));
  const counted = [
    ...agreementsOf(things, today),
    ...activities,
    ...theirs.filter((thing) => isFigure(thing, today)),
  ];
  const placed = counted.flatMap((thing) => fieldsOf(thing, all).map((field) => ({ field, thing })));
  const fields = [...new Set(placed.map(({ field }) => field))].sort(byName);
  return fields.map((field) =>
    figures(
      field,
      placed.flatMap((one) => (one.field === field ? [one.thing] : [])),
    ),
  );
}

/** What is in no field comes last. */
function byName(a: string, b: string): number {
  if ((a === NOT_STATED) !== (b === NOT_STATED)) return a === NOT_STATED ? 1 : -1;
  return a < b ? -1 : 1;
}

function isFigure(thing: OverviewThingRow, today: string): boolean {
  return (['plan', 'difficulty', 'report'] as const).some((kind) => counts(thing, kind, today));
}

function figures(field: string, things: Things): OverviewField {
  const number = (kind: ThingKind): number => things.filter((thing) => thing.kind === kind).length;
  const states = byState(things.filter(({ kind }) => kind === 'activity'));
  return {
    field,
    agreements: number('agreement'),
    plans: number('plan'),
    activities: number('activity'),
    byState: states,
    done: states.done,
    openDifficulties: number('difficulty'),
    acceptedReports: number('report'),
  };
}

/**
 * An agreement names its fields, an activity has one at most. A plan has those of its activities; a difficulty its own,
 * else that of its activity, else those of its plan; a report those of the plan that it is about.
 */
function fieldsOf(thing: OverviewThingRow, activities: Things): readonly string[] {
  const { kind, tenant, id, field, data } = thing;
  const where = (is: (one: OverviewThingRow) => boolean): readonly (string | null)[] =>
    activities.filter((one) => one.tenant === tenant && is(one)).map((one) => one.field);
  const ofPlan = (planId: string | null | undefined): readonly (string | null)[] =>
    planId ? where((one) => one.data.planId === planId) : [];
  const candidates: Readonly<Record<ThingKind, readonly (readonly (string | null)[])[]>> = {
    agreement: [data.fields ?? []],
    plan: [ofPlan(id)],
    report: [ofPlan(data.report?.planId)],
    difficulty: [[field], where((one) => one.id === data.activityId), ofPlan(data.planId)],
    activity: [[field]],
    confirmation: [],
  };
  const stated = candidates[kind].map((each) => new Set(each.flatMap((one) => one ?? [])));
  return [...(stated.find(({ size }) => size > 0) ?? [NOT_STATED])];
}
