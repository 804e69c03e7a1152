import { Controller } from '@nestjs/common';
import { debtorListEvents } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { EntryFollower, type Asked } from '../obligation/entry-follower.js';
import { Reactions } from '../obligation/reactions.js';
import { dayOf, dutyOfPeriod, obligationIdOf, openedOf, type Duty } from '../provision/duties.js';
import { PlanQueries } from '../provision/plan.queries.js';
import { debtorListDecider } from './debtorlist.decider.js';

const LISTED = 'reporting.open-listed-duties';
const CORRECTED = 'reporting.follow-corrected-list';

/** Who stands on a confirmed list owes the report. */
@Controller()
export class DebtorListConsumer {
  private readonly plans: PlanQueries;
  private readonly reactions: Reactions;
  private readonly follower: EntryFollower;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.reactions = new Reactions(runtime);
    this.follower = new EntryFollower(runtime);
  }

  @Reacts('reporting', debtorListEvents.confirmed, LISTED)
  async openListedDuties(event: Recorded, ctx: Context): Promise<void> {
    const { added } = await this.around(ctx, event);
    await this.follower.ask(ctx, { handler: LISTED, event }, added);
  }

  @Reacts('reporting', debtorListEvents.entryCorrected, CORRECTED)
  async followCorrectedList(event: Recorded, ctx: Context): Promise<void> {
    const { lost, added } = await this.around(ctx, event);
    await this.follower.follow(ctx, { handler: CORRECTED, event }, lost, added);
  }

  /** Who came on the list since before an event, and who went: told late it changes nothing any more. */
  private async around(ctx: Context, event: Recorded): Promise<{ lost: Asked; added: Asked }> {
    await this.reactions.readUpTo(ctx, event);
    const history = await this.runtime.store.read(ctx, event.stream);
    const earlier = history.filter(({ revision }) => revision < event.revision);
    const { confirmed: before } = foldEvents(debtorListDecider, earlier);
    const { list, confirmed: now } = foldEvents(debtorListDecider, history);
    const plan = list && (await this.plans.byId(ctx, list.planId));
    const duty = plan && dutyOfPeriod(plan, list.provisionId, list.periodKey, ctx.businessDate);
    if (!duty) return { lost: new Map(), added: new Map() };
    const isOver = plan.endedOn !== null && dayOf(duty.occurrence) >= plan.endedOn;
    const [gone, came] = [without(before, now), isOver ? [] : without(now, before)];
    return { lost: await this.asked(ctx, duty, gone), added: await this.asked(ctx, duty, came) };
  }

  private async asked(ctx: Context, duty: Duty, debtors: readonly string[]): Promise<Asked> {
    const organisations = await this.runtime.directory.byIds(ctx, debtors);
    return new Map(
      debtors.map((debtor) => {
        const name = organisations.find(({ id }) => id === debtor)?.name;
        return [obligationIdOf(ctx.tenantId, duty, debtor), openedOf(duty, debtor, name)];
      }),
    );
  }
}

function without(some: readonly string[] | null, others: readonly string[] | null): string[] {
  return (some ?? []).filter((one) => !others?.includes(one));
}
