import type {
  AmendedData,
  DocumentRef,
  IssuedData,
  PlanChange,
  PlanContent,
  PlanEvent,
  PlanItem,
  PlanState,
} from '@lien-ket/contracts';
import { isAtOrBefore, unreachable, type EffectiveBasis, type Evolving } from '@lien-ket/kernel';
import { changed, sectionsAbove } from './changes.js';
import { givingWay } from './superseded.js';

/** A plan's event as recorded, own or received from another tenant. */
export type RecordedPlanEvent = PlanEvent & Evolving;

/** What is true of a plan at one point of the two clocks. */
export interface PlanAtPoint {
  readonly state: PlanState;
  readonly content: PlanContent | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly date: IssuedData['date'] | null;
  readonly place: string | null;
  readonly signer: IssuedData['signer'] | null;
  readonly effectiveOn: string | null;
  readonly basis: EffectiveBasis | null;
  readonly sharedWith: readonly string[];
  readonly removed: readonly {
    readonly item: PlanItem;
    readonly byEventId: string;
    readonly reason: string;
  }[];
}

export const NOTHING_YET: PlanAtPoint = {
  state: 'draft',
  content: null,
  number: null,
  symbol: null,
  date: null,
  place: null,
  signer: null,
  effectiveOn: null,
  basis: null,
  sharedWith: [],
  removed: [],
};

export type PlanAct = Extract<RecordedPlanEvent, { type: ActType }>;
type ActType =
  | 'lk.agreement.plan.issued.v1'
  | 'lk.agreement.plan.amended.v1'
  | 'lk.agreement.plan.recalled.v1'
  | 'lk.agreement.plan.ended.v1'
  | 'lk.agreement.plan.rectified.v1'
  | 'lk.agreement.plan.closed.v1';

const ACT_TYPES: readonly string[] = ['issued', 'amended', 'recalled', 'ended', 'rectified', 'closed'].map(
  (name) => `lk.agreement.plan.${name}.v1`,
);

export function isAct(event: RecordedPlanEvent): event is PlanAct {
  return ACT_TYPES.includes(event.type);
}

/** The two clocks of a question: in force on `asOf`, as known at `knownAt` (an instant, or the end of a business day). */
export interface Point {
  readonly asOf: string;
  readonly knownAt?: string;
}

/** Was the event recorded by then? A date is compared with the business day, an instant with the true time. */
export function isKnown(
  event: Pick<Evolving, 'businessDate' | 'recordedAt'>,
  knownAt: string | undefined,
): boolean {
  if (knownAt === undefined) return true;
  return knownAt.length === 10 ? event.businessDate <= knownAt : isAtOrBefore(event.recordedAt, knownAt);
}

/**
 * In force on D as known on K (DESIGN §4.4): the prefix recorded by K; each correction put in the place of the act it
 * names; acts effective on or before D, what they supersede giving way, by (effectiveOn, revision); fold. Total in any
 * order.
 */
export function inForce(events: readonly RecordedPlanEvent[], point: Point): PlanAtPoint {
  const at = actsInForce(events, point).reduce(applyAct, NOTHING_YET);
  return neverHadForce(actsAt(events, point.knownAt)) ? annulled(at) : at;
}

/**
 * Hủy bỏ: what was annulled never had force, on none of its days, as known from then on. Annulled for a day that was still
 * to come it keeps its force until then: nobody acts on an act before its day.
 */
export function neverHadForce(acts: readonly PlanAct[]): boolean {
  return acts.some(
    (act) =>
      act.type === 'lk.agreement.plan.ended.v1' &&
      act.data.how === 'annulled' &&
      effectiveOf(act) <= act.businessDate,
  );
}

/** Before its issue there is nothing that could be annulled. */
export function annulled(at: PlanAtPoint): PlanAtPoint {
  return at.content ? { ...at, state: 'annulled' } : at;
}

/** Hết thời hạn: every horizon says when it ends, and the last of them is over. What says no end does not expire. */
export function expired(at: Pick<PlanAtPoint, 'content'>, asOf: string): boolean {
  const last = lastDayOf(at);
  return last !== null && last < asOf;
}

/** Last day of the last horizon; null where one of them says no end, or none is printed. */
export function lastDayOf({
  content,
}: {
  readonly content: Pick<PlanContent, 'horizons'> | null;
}): string | null {
  const ends = (content?.horizons ?? []).map(({ to }) => to ?? '');
  return ends.length === 0 || ends.includes('') ? null : (ends.toSorted().at(-1) ?? null);
}

/** First day of the first horizon; null where one of them says no beginning, or none is printed. */
export function firstDayOf({
  content,
}: {
  readonly content: Pick<PlanContent, 'horizons'> | null;
}): string | null {
  const begins = (content?.horizons ?? []).map(({ from }) => from ?? '');
  return begins.includes('') ? null : (begins.toSorted()[0] ?? null);
}

/** The acts of that fold, in its order. */
export function actsInForce(events: readonly RecordedPlanEvent[], point: Point): PlanAct[] {
  return inOrder(actsAt(events, point.knownAt).filter((act) => effectiveOf(act) <= point.asOf));
}

/** Acts as they take effect: what they supersede gives way, by (effectiveOn, revision). */
export function inOrder(acts: readonly PlanAct[]): PlanAct[] {
  return givingWay(acts, effectiveOf).sort(
    (a, b) => compare(effectiveOf(a), effectiveOf(b)) || a.revision - b.revision,
  );
}

/** Acts known by then, in the order of recording, corrections put in place. */
export function actsAt(events: readonly RecordedPlanEvent[], knownAt?: string): PlanAct[] {
  const acts: PlanAct[] = [];
  for (const event of events.filter((one) => isKnown(one, knownAt))) {
    if (isAct(event)) acts.push(event);
    else if (event.type === 'lk.agreement.plan.entryCorrected.v1') {
      const index = acts.findIndex((act) => act.id === event.data.corrects);
      const act = acts[index];
      if (!act) continue;
      const { replacement } = event.data;
      acts.splice(index, 1, ...(replacement.enteredInError ? [] : [corrected(act, replacement)]));
    }
  }
  return acts;
}

export type Replacement = Extract<
  PlanEvent,
  { type: 'lk.agreement.plan.entryCorrected.v1' }
>['data']['replacement'];

/** An act as a correction says it. */
export function corrected(act: PlanAct, replacement: Replacement): PlanAct {
  const effectiveOn = replacement.effectiveOn ?? act.effectiveOn;
  const { document, reason, text, how } = replacement;
  const said = document ? { document } : {};
  switch (act.type) {
    case 'lk.agreement.plan.issued.v1':
      return { ...act, effectiveOn, data: replacement.issued ?? act.data };
    case 'lk.agreement.plan.amended.v1':
      return { ...act, effectiveOn, data: replacement.amended ?? act.data };
    case 'lk.agreement.plan.recalled.v1':
      return { ...act, effectiveOn, data: { ...act.data, ...said, ...(reason ? { reason } : {}) } };
    case 'lk.agreement.plan.ended.v1':
      return {
        ...act,
        effectiveOn,
        data: { ...act.data, ...said, ...(reason ? { reason } : {}), ...(how ? { how } : {}) },
      };
    case 'lk.agreement.plan.rectified.v1':
      return { ...act, effectiveOn, data: { ...act.data, ...said, ...(text ? { text } : {}) } };
    case 'lk.agreement.plan.closed.v1':
      return { ...act, effectiveOn, data: { ...act.data, ...said } };
  }
  return unreachable(act);
}

/** The in-force day of an act; one without is effective on the day it was recorded. */
export function effectiveOf(act: Pick<Evolving, 'businessDate' | 'effectiveOn'>): string {
  return act.effectiveOn ?? act.businessDate;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function applyAct(at: PlanAtPoint, act: PlanAct): PlanAtPoint {
  switch (act.type) {
    case 'lk.agreement.plan.issued.v1':
      return issue(at, act.data, act);
    case 'lk.agreement.plan.amended.v1':
      return amend(at, act.data, act.id);
    case 'lk.agreement.plan.recalled.v1':
      return { ...at, state: 'recalled' };
    case 'lk.agreement.plan.ended.v1':
      return { ...at, state: act.data.how };
    case 'lk.agreement.plan.closed.v1':
      return { ...at, state: 'closed' };
    case 'lk.agreement.plan.rectified.v1':
      return at;
  }
  return unreachable(act);
}

function issue(at: PlanAtPoint, data: IssuedData, act: Evolving): PlanAtPoint {
  return {
    ...at,
    state: 'issued',
    content: data.content,
    number: data.number ?? null,
    symbol: data.symbol ?? null,
    date: data.date ?? null,
    place: data.place ?? null,
    signer: data.signer ?? null,
    effectiveOn: effectiveOf(act),
    basis: act.basis ?? null,
    sharedWith: data.sharedWith ?? [],
  };
}

function amend(at: PlanAtPoint, data: AmendedData, eventId: string): PlanAtPoint {
  return data.changes.reduce((now, change) => applyChange(now, change, eventId), at);
}

/** One change of an act; what it takes away is kept with the act that did. */
export function applyChange(at: PlanAtPoint, change: PlanChange, eventId: string): PlanAtPoint {
  if (!at.content) return at;
  const { content, removed } = changed(at.content, change);
  return {
    ...at,
    content,
    removed: [...at.removed, ...removed.map((one) => ({ ...one, byEventId: eventId }))],
  };
}

/** Who leads an item: its own leads, else those of the nearest section above that names any. */
export function leadsOfItem(content: PlanContent, item: PlanItem): PlanItem['leads'] {
  const above = item.leads.length > 0 ? [] : sectionsAbove(content, item.sectionId);
  return above.find(({ leads }) => leads.length > 0)?.leads ?? item.leads;
}

/** Organisations that lead or join under a plan, each once, in the printed order. */
export function concernedBy({ sections, items }: PlanContent): string[] {
  const agencies = [
    ...sections.flatMap(({ leads }) => leads),
    ...items.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]),
  ];
  return [...new Set(agencies.flatMap(({ organisationId }) => organisationId ?? []))];
}

/** The document an act names, for the history. */
export function documentOf(event: RecordedPlanEvent): DocumentRef | null {
  if (event.type === 'lk.agreement.plan.issued.v1') {
    const { number, symbol, date } = event.data;
    return { number, symbol, date };
  }
  return 'document' in event.data && event.data.document ? event.data.document : null;
}
