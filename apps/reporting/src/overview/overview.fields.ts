import type { ActivityState, OverviewField } from '@lien-ket/contracts';
import { HUB } from './overview.projection.js';
import type { OverviewThingRow, ThingKind } from './overview.rows.js';

export type Things = readonly OverviewThingRow[];

const NO_ACTIVITIES: Readonly<Record<ActivityState, number>> = {
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
/** Never had force, or were taken back: not counted as plans. */
const WITHDRAWN = ['recalled'];
const NOT_STATED = 'notStated';

export function byState(activities: Things): Readonly<Record<ActivityState, number>> {
  return activities.reduce<Record<ActivityState, number>>(
    (sums, { state }) => ({ ...sums, [state]: (sums[state as ActivityState] ?? 0) + 1 }),
    { ...NO_ACTIVITIES },
  );
}

/** Whether a thing is one of a figure's: a plan that was not taken back, a difficulty that waits for its answer. */
export function counts({ kind, state }: OverviewThingRow, wanted: ThingKind): boolean {
  if (kind !== wanted) return false;
  if (kind === 'plan') return !WITHDRAWN.includes(state);
  return kind !== 'difficulty' || state === 'open';
}

export function agreementsOf(things: Things): Things {
  return things.filter(({ kind, state }) => kind === 'agreement' && state === 'recorded');
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
export function byField(things: Things): readonly OverviewField[] {
  const repeated = repeatedIn(things);
  const theirs = things.filter(({ tenant, example }) => tenant !== HUB && !example);
  const activities = theirs.filter((thing) => thing.kind === 'activity' && !repeated.has(thing));
  const all = theirs.filter(({ kind }) => kind === 'activity');
  const counted = [...agreementsOf(things), ...activities, ...theirs.filter(isFigure)];
  const placed = counted.flatMap((thing) => fieldsOf(thing, all).map((field) => ({ field, thing })));
  const fields = [...new Set(placed.map(({ field }) => field))].sort((a, b) => (a < b ? -1 : 1));
  return fields.map((field) =>
    figures(
      field,
      placed.flatMap((one) => (one.field === field ? [one.thing] : [])),
    ),
  );
}

function isFigure(thing: OverviewThingRow): boolean {
  return counts(thing, 'plan') || counts(thing, 'difficulty') || counts(thing, 'report');
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

/** An agreement names its fields, a plan has those of its activities, any other thing at most one. */
function fieldsOf(
  { kind, tenant, id, field, data }: OverviewThingRow,
  activities: Things,
): readonly string[] {
  const ofPlan = (): readonly (string | null)[] =>
    activities.filter((one) => one.tenant === tenant && one.data.planId === id).map((one) => one.field);
  const named = kind === 'agreement' ? (data.fields ?? []) : kind === 'plan' ? ofPlan() : [field];
  const stated = new Set(named.flatMap((one) => one ?? []));
  return stated.size > 0 ? [...stated] : [NOT_STATED];
}
