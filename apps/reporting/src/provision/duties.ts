import { addDays, uuidFrom } from '@lien-ket/kernel';
import { occurrences, type ReportOccurrence } from '@lien-ket/calendar';
import type { ObligationOpened, PlanProvision } from '@lien-ket/contracts';
import { hashBody } from '@lien-ket/event-store';
import {
  NOTHING_YET,
  actsInForce,
  applyAct,
  effectiveOf,
  inForce,
  firstDayOf,
  lastDayOf,
  leadsOfItem,
} from '@lien-ket/plan-acts';
import type { PlanRow } from './plan.rows.js';

/**
 * How long before its due date a period is opened, so that officers see it in time. A choice of the product: no
 * document says when the work on a report begins. A period without a due date opens with its cut-off.
 */
export const OPENS_DAYS_BEFORE = 45;

/** One report owed under one provision of one plan. */
export interface Duty {
  readonly plan: PlanRow;
  readonly provision: PlanProvision;
  readonly occurrence: ReportOccurrence;
  /** First day on which it is open. */
  readonly opensOn: string;
  /**
   * Due before the day on which it is opened here: shown, never chased. On a platform that runs every duty opens
   * ahead of its due date; only what was past when it was entered does not.
   */
  readonly historic: boolean;
}

/**
 * Periods of a plan that have begun to be open by a day: due within the plan's life and `OPENS_DAYS_BEFORE` or less
 * ahead. Peers exchange among themselves, what has no receiver is owed to nobody, and a conference or a list is a date
 * to keep, not a report to send.
 */
export function dutiesOpenOn(plan: PlanRow, day: string): readonly Duty[] {
  const at = inForce(plan.events, { asOf: day });
  const life = { from: firstDayOf(at), to: lastDayOf(at) };
  return versionsOn(plan, day)
    .filter(({ provision }) => isOwed(provision))
    .flatMap((version) =>
      occurrences(version.provision.rule, { from: version.from, to: addDays(day, OPENS_DAYS_BEFORE) })
        .filter((occurrence) => opensOn(occurrence) <= day && holds(version, occurrence))
        .filter((occurrence) => withinLife(occurrence, life))
        .map((occurrence) => dutyOf(plan, version.provision, occurrence, day)),
    );
}

function isOwed({ peers, receiver, subject = 'report' }: PlanProvision): boolean {
  return !peers && receiver !== undefined && subject === 'report';
}

/** The duty of a period by its key, as opened on a day; undefined when by then the plan asks for no such report. */
export function dutyOfPeriod(plan: PlanRow, provisionId: string, key: string, day: string): Duty | undefined {
  const year = Number(key.slice(0, 4));
  const range = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
  for (const version of versionsOn(plan, day)) {
    if (version.provision.id !== provisionId || !isOwed(version.provision)) continue;
    const occurrence = occurrences(version.provision.rule, range).find((one) => one.key === key);
    if (occurrence && holds(version, occurrence)) return dutyOf(plan, version.provision, occurrence, day);
  }
  return undefined;
}

/** A provision while it says the same: what falls due then is owed by its words, whatever is said before or later. */
interface Version {
  readonly provision: PlanProvision;
  readonly from: string;
  readonly until: string | null;
}

function versionsOn(plan: PlanRow, day: string): Version[] {
  const versions: Version[] = [];
  let at = NOTHING_YET;
  for (const act of actsInForce(plan.events, { asOf: day })) {
    at = applyAct(at, act);
    const said = at.content?.provisions ?? [];
    const from = effectiveOf(act);
    versions.forEach((version, index) => {
      if (version.until === null && !said.some((one) => same(one, version.provision)))
        versions[index] = { ...version, until: from };
    });
    const known = versions.filter(({ until }) => until === null);
    for (const provision of said)
      if (!known.some((version) => same(provision, version.provision)))
        versions.push({ provision, from, until: null });
  }
  return versions;
}

function same(a: PlanProvision, b: PlanProvision): boolean {
  return hashBody(a) === hashBody(b);
}

function holds({ from, until }: Version, occurrence: ReportOccurrence): boolean {
  const day = dayOf(occurrence);
  return day >= from && (until === null || day < until);
}

function dutyOf(plan: PlanRow, provision: PlanProvision, occurrence: ReportOccurrence, day: string): Duty {
  return {
    plan,
    provision,
    occurrence,
    opensOn: opensOn(occurrence),
    historic: dayOf(occurrence) < day,
  };
}

function opensOn(occurrence: ReportOccurrence): string {
  return occurrence.dueOn === undefined ? dayOf(occurrence) : addDays(occurrence.dueOn, -OPENS_DAYS_BEFORE);
}

/** Of a time before its first horizon, or that goes on after its last, a plan asks for no report. */
function withinLife(occurrence: ReportOccurrence, { from, to }: Life): boolean {
  const covers = occurrence.period?.to ?? dayOf(occurrence);
  return (from === null || covers >= from) && (to === null || covers <= to);
}

/** First and last day of what a plan's horizons say; null where they say none. */
interface Life {
  readonly from: string | null;
  readonly to: string | null;
}

export function dayOf({ dueOn, cutOff }: ReportOccurrence): string {
  return dueOn ?? cutOff ?? '';
}

/** Named debtors; the receiver owes itself nothing. */
export function namedDebtors({ debtors, receiver }: PlanProvision): readonly string[] {
  const ids = debtors.flatMap(({ organisationId }) => organisationId ?? []);
  return [...new Set(ids)].filter((id) => id !== receiver?.organisationId);
}

/** Where the plan names an open class: the agencies that lead something under it, without the receiver. */
export function proposedDebtors({ plan, provision }: Duty, day: string): readonly string[] {
  return leadAgencies(plan, day).filter((id) => id !== provision.receiver?.organisationId);
}

/** Lead agencies of a plan as in force on a day, in the order in which the plan first names them. */
export function leadAgencies(plan: Pick<PlanRow, 'events'>, day: string): readonly string[] {
  const { content } = inForce(plan.events, { asOf: day });
  if (!content) return [];
  const leads = content.items
    .filter(({ becomesActivity }) => becomesActivity)
    .flatMap((item) => leadsOfItem(content, item));
  return [...new Set(leads.flatMap(({ organisationId }) => organisationId ?? []))];
}

/** One duty, period and debtor make one obligation, however often it is opened. */
export function obligationIdOf(
  tenant: string,
  { plan, provision, occurrence }: Duty,
  debtor: string,
): string {
  return uuidFrom('obligation', tenant, plan.id, provision.id, occurrence.key, debtor);
}

export function debtorListIdOf(tenant: string, { plan, provision, occurrence }: Duty): string {
  return uuidFrom('debtorlist', tenant, plan.id, provision.id, occurrence.key);
}

/** @param debtorName shown to the receiver's tenant, where that is another party of the plan */
export function openedOf(duty: Duty, debtorId: string, debtorName?: string): ObligationOpened {
  const { plan, provision, occurrence, historic } = duty;
  const other = provision.receiver?.tenant;
  const crosses = other !== undefined && plan.sharedWith.includes(other);
  const { key, label, period, cutOff, dueOn, dueBasis } = occurrence;
  return {
    title: provision.what,
    planId: plan.id,
    ...(plan.number ? { planNumber: plan.number } : {}),
    provisionId: provision.id,
    debtorId,
    receiver: provision.receiver ?? { printed: '' },
    period: { key, label, ...period },
    ...(provision.asPrinted ? { asPrinted: provision.asPrinted } : {}),
    ...(cutOff ? { cutOff } : {}),
    ...(dueOn ? { dueOn } : {}),
    dueBasis,
    headings: [],
    example: plan.example,
    historic,
    ...(crosses ? { debtorName, sharedWith: [other] } : {}),
  };
}
