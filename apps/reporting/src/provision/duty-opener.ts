import type { Context } from '@lien-ket/kernel';
import { actsOn, inabilityOn, senderOf } from '@lien-ket/access';
import { commandIdOf } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { debtorListDecider } from '../debtorlist/debtorlist.decider.js';
import { DebtorListQueries } from '../debtorlist/debtorlist.queries.js';
import { ObligationQueries } from '../obligation/obligation.queries.js';
import { Reactions, type Cause } from '../obligation/reactions.js';
import {
  debtorListIdOf,
  dutiesOpenOn,
  namedDebtors,
  obligationIdOf,
  openedOf,
  proposedDebtors,
  type Duty,
} from './duties.js';
import { PlanQueries } from './plan.queries.js';

/** Opens what a day, a plan or a confirmed list makes due. */
export class DutyOpener {
  private readonly plans: PlanQueries;
  private readonly lists: DebtorListQueries;
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.lists = new DebtorListQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
  }

  /** All duties that are open on the day and not yet opened; of one plan when asked so. */
  async open(ctx: Context, cause: Cause, day: string, planId?: string): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    const plans = await this.plans.inForce(ctx, day, planId);
    const duties = plans.flatMap((plan) => dutiesOpenOn(plan, day));
    const listed = duties.filter(({ provision }) => provision.openClass);
    await this.propose(ctx, cause, day, listed);
    const named = duties
      .filter(({ provision }) => !provision.openClass)
      .flatMap((duty) => namedDebtors(duty.provision).map((debtor) => ({ duty, debtor })));
    await this.openFor(ctx, cause, named);
  }

  /** One obligation per duty and debtor; an organisation past its last day owes nothing new. */
  async openFor(
    ctx: Context,
    cause: Cause,
    owed: readonly { readonly duty: Duty; readonly debtor: string }[],
  ): Promise<void> {
    const wanted = owed.map((one) => ({ ...one, id: obligationIdOf(ctx.tenantId, one.duty, one.debtor) }));
    const known = await this.obligations.known(
      ctx,
      wanted.map(({ id }) => id),
    );
    const missing = wanted.filter(({ id }) => !known.has(id));
    const organisations = await this.runtime.directory.byIds(
      ctx,
      missing.map(({ debtor }) => debtor),
    );
    for (const { duty, debtor, id } of missing) {
      const organisation = organisations.find((one) => one.id === debtor);
      if (organisation && !actsOn(organisation, ctx.businessDate)) continue;
      const data = openedOf(duty, debtor, organisation?.name);
      await this.reactions.send(ctx, cause, id, { type: 'open', data });
    }
  }

  private async propose(ctx: Context, cause: Cause, day: string, duties: readonly Duty[]): Promise<void> {
    if (duties.length === 0) return;
    const wanted = duties.map((duty) => ({ duty, id: debtorListIdOf(ctx.tenantId, duty) }));
    const known = await this.lists.known(
      ctx,
      wanted.map(({ id }) => id),
    );
    const missing = wanted.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return;
    const unlivedUntil = await this.plans.unlivedUntil(ctx, ctx.businessDate);
    for (const { duty, id } of missing) {
      const settled = duty.historic || duty.opensOn < unlivedUntil;
      await this.proposeOne(ctx, cause, { duty, id, day, settled });
    }
  }

  private async proposeOne(
    ctx: Context,
    cause: Cause,
    { duty, id, day, settled }: { duty: Duty; id: string; day: string; settled: boolean },
  ): Promise<void> {
    const proposed = proposedDebtors(duty, day);
    const unable = await this.unable(ctx, proposed);
    const debtors = proposed.filter((debtor) => !unable.has(debtor));
    await this.runtime.handle(ctx, debtorListDecider, {
      id,
      commandId: commandIdOf(cause.handler, cause.event, id),
      name: 'propose',
      command: {
        type: 'propose',
        planId: duty.plan.id,
        provisionId: duty.provision.id,
        periodKey: duty.occurrence.key,
        debtors,
        title: duty.provision.what,
        ...(duty.occurrence.dueOn ? { dueOn: duty.occurrence.dueOn } : {}),
        example: duty.plan.example,
        settled,
        by: senderOf(ctx),
        on: ctx.businessDate,
      },
      body: { reaction: cause.event.header.id },
    });
  }

  private async unable(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const organisations = await this.runtime.directory.byIds(ctx, ids);
    const unable = organisations.filter((one) => inabilityOn(one, ctx.businessDate));
    return new Set(unable.map(({ id }) => id));
  }
}
