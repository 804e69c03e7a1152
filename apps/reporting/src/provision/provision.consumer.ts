import { Controller } from '@nestjs/common';
import { dayEvents, planEvents, type DayEvent } from '@lien-ket/contracts';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { ObligationQueries } from '../obligation/obligation.queries.js';
import { Reactions, type Cause } from '../obligation/reactions.js';
import { DutyEnder } from './duty-ender.js';
import { DutyFollower, followingOf } from './duty-follower.js';
import { DutyOpener } from './duty-opener.js';
import { PlanQueries } from './plan.queries.js';

const OF_DAY = 'reporting.open-duties-of-day';
const OF_PLAN = 'reporting.open-duties-of-plan';
const AMENDED = 'reporting.follow-amendment';
const CORRECTED = 'reporting.follow-correction';
const IN_FORCE = 'reporting.follow-acts-of-day';
const SUCCESSORS = 'reporting.await-successors';
const RECALLED = 'reporting.fall-away-recalled';
const ENDED = 'reporting.fall-away-ended';
const END_CORRECTED = 'reporting.duties-end-corrected';
const ENDING = 'reporting.fall-away-of-day';

/** From plans and days to obligations. Each effect is one append per stream with an id of its own, so twice makes one. */
@Controller()
export class ProvisionConsumer {
  private readonly plans: PlanQueries;
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;
  private readonly opener: DutyOpener;
  private readonly follower: DutyFollower;
  private readonly ender: DutyEnder;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
    this.opener = new DutyOpener(runtime);
    this.follower = new DutyFollower(runtime);
    this.ender = new DutyEnder(runtime);
  }

  @Reacts('reporting', dayEvents.began, OF_DAY)
  async openDutiesOfDay(event: Recorded, ctx: Context): Promise<void> {
    if (!(await this.runtime.day.brings(ctx, event, 'duties'))) return;
    const { date } = event.data as DayEvent['data'];
    await this.opener.open(ctx, { handler: OF_DAY, event }, date);
  }

  /** What is open or past already when the plan is entered does not wait for tomorrow. */
  @Reacts('reporting', planEvents.issued, OF_PLAN)
  async openDutiesOfPlan(event: Recorded, ctx: Context): Promise<void> {
    await this.opener.open(ctx, { handler: OF_PLAN, event }, ctx.businessDate, idOf(event.stream));
  }

  @Reacts('reporting', planEvents.amended, AMENDED)
  async followAmendment(event: Recorded, ctx: Context): Promise<void> {
    await this.followNow(ctx, { handler: AMENDED, event });
  }

  @Reacts('reporting', planEvents.entryCorrected, CORRECTED)
  async followCorrection(event: Recorded, ctx: Context): Promise<void> {
    await this.followNow(ctx, { handler: CORRECTED, event });
  }

  /** Nobody acts on a future act before its day (DESIGN §4.5). */
  @Reacts('reporting', dayEvents.began, IN_FORCE)
  async followActsOfDay(event: Recorded, ctx: Context): Promise<void> {
    if (!(await this.runtime.day.brings(ctx, event, 'changes'))) return;
    const { date } = event.data as DayEvent['data'];
    for (const { planId, actId } of await this.plans.changingOn(ctx, date)) {
      const history = await this.runtime.store.read(ctx, streamOf('plan', planId));
      const act = history.find(({ header }) => header.id === actId);
      if (act) await this.follow(ctx, { handler: IN_FORCE, event }, act, date);
    }
  }

  private async followNow(ctx: Context, cause: Cause): Promise<void> {
    const { event } = cause;
    const effectiveOn = event.header.effectiveOn ?? event.header.businessDate;
    if (effectiveOn <= ctx.businessDate) await this.follow(ctx, cause, event, effectiveOn);
  }

  /** Those that are owed are brought to what the plan says, and what it newly asks for is opened. */
  private async follow(ctx: Context, cause: Cause, act: Recorded, effectiveOn: string): Promise<void> {
    const planId = idOf(act.stream);
    const said = { type: act.type, data: act.data } as Parameters<typeof followingOf>[2];
    await this.follower.follow(ctx, cause, followingOf(planId, act.header.id, said, effectiveOn));
    await this.opener.open(ctx, cause, ctx.businessDate, planId);
  }

  /** The day after a debtor's last day its open duties wait for a person to say who takes them over. */
  @Reacts('reporting', dayEvents.began, SUCCESSORS)
  async awaitSuccessors(event: Recorded, ctx: Context): Promise<void> {
    if (!(await this.runtime.day.brings(ctx, event, 'endedDebtors'))) return;
    const { date } = event.data as DayEvent['data'];
    for (const { id, endedOn } of await this.obligations.owedByEnded(ctx, date))
      await this.reactions.send(ctx, { handler: SUCCESSORS, event }, id, { type: 'awaitSuccessor', endedOn });
  }

  @Reacts('reporting', planEvents.recalled, RECALLED)
  async fallAwayWithRecall(event: Recorded, ctx: Context): Promise<void> {
    await this.ender.endNow(ctx, { handler: RECALLED, event });
  }

  @Reacts('reporting', planEvents.ended, ENDED)
  async fallAwayWithEnd(event: Recorded, ctx: Context): Promise<void> {
    await this.ender.endNow(ctx, { handler: ENDED, event });
  }

  /** A correction may say that a plan ended today, or earlier. */
  @Reacts('reporting', planEvents.entryCorrected, END_CORRECTED)
  async fallAwayWithCorrection(event: Recorded, ctx: Context): Promise<void> {
    await this.ender.endNow(ctx, { handler: END_CORRECTED, event });
  }

  @Reacts('reporting', dayEvents.began, ENDING)
  async fallAwayOnDay(event: Recorded, ctx: Context): Promise<void> {
    if (!(await this.runtime.day.brings(ctx, event, 'endings'))) return;
    const { date } = event.data as DayEvent['data'];
    await this.ender.endOf(ctx, { handler: ENDING, event }, date);
  }
}
