import type { ActivityDefinition, ActivityListItem } from '@lien-ket/contracts';
import { foldForSearch, reactionId, type Evolving } from '@lien-ket/kernel';
import {
  NO_ACTIVITY,
  actsInForce,
  effectiveOf,
  evolveActivity,
  type ActivityFold,
  type Gone,
  type Planned,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';
import { concerned, sameData } from './activity.decider.js';
import { followed } from './activity.follow.js';

/** What a list says of the item that an activity is made of. */
export type ItemSaid = Pick<
  ActivityListItem,
  | 'planNumber'
  | 'itemId'
  | 'title'
  | 'printedNumber'
  | 'leads'
  | 'leadIds'
  | 'time'
  | 'scope'
  | 'field'
  | 'partnerTenants'
  | 'example'
>;

/** What the plan makes of an activity from a day on, until the next one. */
export interface ItemRange {
  readonly id: string;
  readonly validFrom: string;
  readonly planId: string;
  /** Why it stands in the plan no more; null while it does. */
  readonly gone: Gone | null;
  /** All of these are null where it never stood in the plan. */
  readonly awaits: boolean | null;
  readonly beganBefore: boolean | null;
  readonly lastDay: string | null;
  readonly organisations: readonly string[] | null;
  readonly search: string | null;
  readonly said: ItemSaid | null;
}

/** What was done in it from a day on. */
export interface WorkRange {
  readonly validFrom: string;
  readonly state: ActivityFold['state'];
  readonly entries: number;
  readonly lastProgressOn: string | null;
}

export function saidOf(planned: Planned | null, definition: ActivityDefinition | null): ItemSaid {
  const leads = definition?.leads ?? [];
  return {
    planNumber: planned?.planNumber ?? null,
    itemId: planned?.itemId ?? '',
    title: definition?.title ?? '',
    printedNumber: definition?.printedNumber ?? null,
    leads: leads.map(({ printed }) => printed),
    leadIds: leads.map(({ organisationId = null }) => organisationId),
    time: definition?.time ?? null,
    scope: definition?.scope ?? null,
    field: definition?.field ?? null,
    partnerTenants: definition?.partnerTenants ?? [],
    example: planned?.example ?? false,
  };
}

/** What it is found by, without diacritics. */
export function searchOf({ title, leads }: Pick<ActivityDefinition, 'title' | 'leads'>): string {
  return foldForSearch(`${title} ${leads.map(({ printed }) => printed).join(' ')}`);
}

/** The activity of an item of a tenant's plan: a second message makes the same one. */
export function activityIdOf(tenant: string, itemId: string): string {
  return reactionId(tenant, itemId, 'activity');
}

/** After all days that a document can name. */
const LAST_DAY = '9999-12-31';

/**
 * Each activity of a plan on each day on which the plan says something else of it, as all of its events tell: the same
 * plan in force that activities follow on their day.
 * @param tenant whose plan it is
 * @param isOwn whether it is ours: of another tenant's the organisations are none of ours
 */
export function itemRangesOf(
  { tenant, planId, isOwn }: { readonly tenant: string; readonly planId: string; readonly isOwn: boolean },
  events: readonly RecordedPlanEvent[],
): ItemRange[] {
  const days = new Set(actsInForce(events, { asOf: LAST_DAY }).map(effectiveOf));
  const last = new Map<string, ItemRange>();
  const ranges: ItemRange[] = [];
  for (const day of [...days].sort())
    for (const one of followed(planId, events, day)) {
      const before = last.get(one.itemId);
      const id = activityIdOf(tenant, one.itemId);
      const said = one.wanted ? saying(one.wanted, isOwn) : (before ?? { planId, ...NEVER_IN_FORCE });
      const range = { ...said, id, validFrom: day, gone: one.wanted ? null : one.gone };
      if (before && saysSameOfItem({ ...before, validFrom: day }, range)) continue;
      last.set(one.itemId, range);
      ranges.push(range);
    }
  return ranges;
}

type Saying = Omit<ItemRange, 'id' | 'validFrom' | 'gone'>;

/** Of an item that, by what is known now, stood in the plan on no day: its activity says itself what it was thought to be. */
const NEVER_IN_FORCE: Omit<Saying, 'planId'> = {
  awaits: null,
  beganBefore: null,
  lastDay: null,
  organisations: null,
  search: null,
  said: null,
};

function saying(wanted: Planned, isOwn: boolean): Saying {
  const { planId, definition, beganBeforeInForce } = wanted;
  const ours = concerned({ planned: wanted, definition }).flatMap((one) => one ?? []);
  return {
    planId,
    awaits: definition.awaitsTrigger,
    beganBefore: beganBeforeInForce,
    lastDay: definition.window?.to ?? null,
    organisations: isOwn ? ours : [],
    search: searchOf(definition),
    said: saidOf(wanted, definition),
  };
}

const ITEM_FIELDS = [
  'id',
  'validFrom',
  'planId',
  'gone',
  'awaits',
  'beganBefore',
  'lastDay',
  'organisations',
  'search',
  'said',
] as const satisfies readonly (keyof ItemRange)[];

export function saysSameOfItem(one: ItemRange, other: ItemRange): boolean {
  return ITEM_FIELDS.every((field) => sameData(one[field], other[field]));
}

export type WorkEvent = Parameters<typeof evolveActivity>[1];

/**
 * The activity's own events by the day on which each happened, a corrected entry by its corrected day and what was
 * confirmed by mistake never: those up to a day, in the order in which they were recorded. Today that is all of them, so
 * that it says of today what the activity's page says.
 */
export function workRangesOf(events: readonly WorkEvent[]): WorkRange[] {
  const placed = inPlace(events);
  const days = [...new Set(placed.map(({ day }) => day))].sort();
  const ranges: WorkRange[] = [];
  for (const day of days) {
    const told = placed.filter((one) => one.day <= day);
    const fold = told.map(({ event }) => event).reduce(evolveActivity, NO_ACTIVITY);
    const { state, progress } = fold;
    const lastProgressOn = progress.at(-1)?.happenedOn ?? null;
    const range = { validFrom: day, state, entries: progress.length, lastProgressOn };
    const before = ranges.at(-1);
    if (!before || !saysSameOfWork({ ...before, validFrom: day }, range)) ranges.push(range);
  }
  return ranges;
}

export function saysSameOfWork(one: WorkRange, other: WorkRange): boolean {
  return (
    one.validFrom === other.validFrom &&
    one.state === other.state &&
    one.entries === other.entries &&
    one.lastProgressOn === other.lastProgressOn
  );
}

interface Placed {
  readonly day: string;
  readonly event: WorkEvent;
}

function inPlace(events: readonly WorkEvent[]): Placed[] {
  const days = new Map<string, string>();
  const mistaken = new Set<string>();
  for (const event of events) {
    if (event.type === 'lk.activity.activity.progressCorrected.v1')
      days.set(event.data.corrects, event.data.happenedOn);
    if (event.type === 'lk.activity.activity.doneUnconfirmed.v1')
      mistaken.add(event.id).add(event.data.corrects);
  }
  const dayOf = (event: WorkEvent): string => {
    const about = event.type === 'lk.activity.activity.progressCorrected.v1' ? event.data.corrects : event.id;
    return days.get(about) ?? effectiveOf(event);
  };
  return events
    .filter(({ id }: Pick<Evolving, 'id'>) => !mistaken.has(id))
    .map((event) => ({ day: dayOf(event), event }));
}
