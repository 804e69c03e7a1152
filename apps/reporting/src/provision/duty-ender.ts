import { idOf, type Context } from '@lien-ket/kernel';
import { actsAt, effectiveOf } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { fallAway } from '../obligation/fallen-away.js';
import { ObligationQueries } from '../obligation/obligation.queries.js';
import { Reactions, type Cause } from '../obligation/reactions.js';
import { isEnding } from './plan.projection.js';
import { PlanQueries } from './plan.queries.js';
import type { PlanRow } from './plan.rows.js';

/** A duty ends with the plan that it rests on; what was due before stays owed, what was sent stays sent. */
export class DutyEnder {
  private readonly plans: PlanQueries;
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;

  constructor(runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
  }

  /** Of the plan that an act ends, unless its day is still to come. */
  async endNow(ctx: Context, cause: Cause): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    const plan = await this.plans.byId(ctx, idOf(cause.event.stream));
    if (plan?.endedOn && plan.endedOn <= ctx.businessDate) await this.end(ctx, cause, plan, plan.endedOn);
  }

  /** Of the plans that are no more in force from this day: nobody acts on a future act before its day (DESIGN §4.5). */
  async endOf(ctx: Context, cause: Cause, day: string): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    for (const plan of await this.plans.endingOn(ctx, day)) await this.end(ctx, cause, plan, day);
  }

  private async end(ctx: Context, cause: Cause, plan: PlanRow, from: string): Promise<void> {
    const act = actsAt(plan.events).find((one) => isEnding(one) && effectiveOf(one) === from);
    if (!act || !isEnding(act)) return;
    const { document, reason } = act.data;
    for (const id of await this.obligations.owedUnderPlan(ctx, plan.id, from))
      await this.reactions.send(ctx, cause, id, fallAway('planEnded', document, reason));
  }
}
