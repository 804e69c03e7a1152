import { addDays, uuidFrom } from '@lien-ket/kernel';
import { occurrences, type ReportOccurrence } from '@lien-ket/calendar';
import type { ObligationOpened, PlanChange, PlanProvision } from '@lien-ket/contracts';
import type { LeadsOfPlan, PlanRow } from './plan.rows.js';

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
  return plan.provisions
    .filter(
      ({ peers, receiver, subject = 'report' }) => !peers && receiver !== undefined && subject === 'report',
    )
    .flatMap((provision) =>
      occurrences(provision.rule, { from: plan.effectiveOn, to: addDays(day, OPENS_DAYS_BEFORE) })
        .filter((occurrence) => opensOn(occurrence) <= day && withinLife(occurrence, plan))
        .map((occurrence) => dutyOf(plan, provision, occurrence, day)),
    );
}

/** The duty of a period by its key, as opened on a day. */
export function dutyOfPeriod(plan: PlanRow, provisionId: string, key: string, day: string): Duty | undefined {
  const provision = plan.provisions.find(({ id }) => id === provisionId);
  const year = Number(key.slice(0, 4));
  if (!provision) return undefined;
  const range = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
  const occurrence = occurrences(provision.rule, range).find((one) => one.key === key);
  return occurrence && dutyOf(plan, provision, occurrence, day);
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

function withinLife(occurrence: ReportOccurrence, { effectiveOn, lastDay }: PlanRow): boolean {
  const covers = occurrence.period?.to ?? dayOf(occurrence);
  return dayOf(occurrence) >= effectiveOn && (lastDay === null || covers <= lastDay);
}

function dayOf({ dueOn, cutOff }: ReportOccurrence): string {
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
export function leadAgencies(plan: Pick<PlanRow, 'leads' | 'amendments'>, day: string): readonly string[] {
  const inForce = plan.amendments
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
    .flatMap(({ changes }) => changes);
  const { sections, items } = inForce.reduce(afterChange, plan.leads);
  const byId = new Map(sections.map((section) => [section.id, section]));
  const inherited = (sectionId: string | undefined): readonly string[] => {
    const section = sectionId === undefined ? undefined : byId.get(sectionId);
    if (!section) return [];
    return section.leads.length > 0 ? section.leads : inherited(section.parentId);
  };
  return [
    ...new Set(items.flatMap(({ leads, sectionId }) => (leads.length > 0 ? leads : inherited(sectionId)))),
  ];
}

function afterChange(plan: LeadsOfPlan, change: PlanChange): LeadsOfPlan {
  const ids = (leads: readonly { organisationId?: string }[]): string[] =>
    leads.flatMap(({ organisationId }) => organisationId ?? []);
  switch (change.op) {
    case 'setItem': {
      const { leads } = change.fields;
      if (!leads) return plan;
      const items = plan.items.map((item) =>
        item.id === change.itemId ? { ...item, leads: ids(leads) } : item,
      );
      return { ...plan, items };
    }
    case 'addItem': {
      const { id, sectionId, leads, becomesActivity } = change.item;
      return becomesActivity
        ? { ...plan, items: [...plan.items, { id, sectionId, leads: ids(leads) }] }
        : plan;
    }
    case 'removeItem':
      return { ...plan, items: plan.items.filter(({ id }) => id !== change.itemId) };
    case 'setPlan':
      return plan;
  }
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
