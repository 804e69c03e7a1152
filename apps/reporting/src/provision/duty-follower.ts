import type { DocumentRef, PlanEvent } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { DebtorListQueries, listKey } from '../debtorlist/debtorlist.queries.js';
import { ObligationQueries, type OwedUnderPlan } from '../obligation/obligation.queries.js';
import { fallAway } from '../obligation/fallen-away.js';
import type { ObligationReaction } from '../obligation/obligation.decider.js';
import { Reactions, type Cause } from '../obligation/reactions.js';
import { dayOf, dutyOfPeriod, namedDebtors, openedOf, type Duty } from './duties.js';
import { PlanQueries } from './plan.queries.js';
import type { PlanRow } from './plan.rows.js';

/** An act by which a plan comes to say something else, with the first due day that it speaks of. */
export interface Following {
  readonly planId: string;
  readonly actId: string;
  readonly reason: string;
  readonly document?: DocumentRef;
  /** What was due before is as it was; none for a correction: the entry never was right. */
  readonly from: string;
}

/**
 * Brings duties to what their plan says: those owed still that moved get the new date, dropped ones end, and what fell
 * away by an act that the plan does not have is owed again.
 */
export class DutyFollower {
  private readonly plans: PlanQueries;
  private readonly lists: DebtorListQueries;
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;

  constructor(runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.lists = new DebtorListQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
  }

  async follow(ctx: Context, cause: Cause, following: Following): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    const plan = await this.plans.byId(ctx, following.planId);
    if (!plan) return;
    const { owed, fallen } = await this.obligations.underProvisions(ctx, plan.id, following.from);
    const listed = await this.lists.confirmedUnder(ctx, plan.id);
    for (const one of owed) {
      const duty = stillOwed(plan, one, listed, ctx.businessDate);
      await this.reactions.send(ctx, cause, one.id, duty ? adjust(duty, one, following) : goneBy(following));
    }
    for (const one of fallen) {
      const duty = stillOwed(plan, one, listed, ctx.businessDate);
      const isOwed = duty && (plan.endedOn === null || dayOf(duty.occurrence) < plan.endedOn);
      if (isOwed) await this.reactions.send(ctx, cause, one.id, adjust(duty, one, following));
    }
  }
}

function adjust(duty: Duty, { debtorId }: OwedUnderPlan, { actId }: Following): ObligationReaction {
  return { type: 'adjust', data: openedOf(duty, debtorId), planEventId: actId };
}

function stillOwed(
  plan: PlanRow,
  owed: OwedUnderPlan,
  listed: ReadonlyMap<string, readonly string[]>,
  day: string,
): Duty | undefined {
  const duty = dutyOfPeriod(plan, owed.provisionId, owed.periodKey, day);
  if (!duty) return undefined;
  // Who owes under an open class a person confirms for the period, once the list is there.
  const { openClass } = duty.provision;
  const debtors = openClass ? (listed.get(listKey(owed)) ?? [owed.debtorId]) : namedDebtors(duty.provision);
  return debtors.includes(owed.debtorId) ? duty : undefined;
}

function goneBy({ document, reason }: Following): ObligationReaction {
  return fallAway('provisionDropped', document, reason);
}

type Act = Extract<
  PlanEvent,
  { type: 'lk.agreement.plan.amended.v1' | 'lk.agreement.plan.entryCorrected.v1' }
>;

export function followingOf(planId: string, actId: string, act: Act, effectiveOn: string): Following {
  if (act.type === 'lk.agreement.plan.entryCorrected.v1')
    return { planId, actId, reason: act.data.reason, from: '0001-01-01' };
  const { reason, document } = act.data;
  return { planId, actId, reason, document, from: effectiveOn };
}
