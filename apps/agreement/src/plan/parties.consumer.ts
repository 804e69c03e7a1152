import { Controller } from '@nestjs/common';
import { agreementEvents, receivedEvents, type Crossing } from '@lien-ket/contracts';
import { idOf, type Context, type Recorded } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { AgreementQueries } from '../agreement/agreement.queries.js';
import { planDecider } from './plan.decider.js';
import { PlanQueries } from './plan.queries.js';

const REVISED = 'agreement.plan-parties';
const SYSTEM = { account: '', roles: [], system: true } as const;

/** A plan is shared with the parties of its agreements as they are, not as they were when it was issued. */
@Controller()
export class PartiesConsumer {
  private readonly plans: PlanQueries;
  private readonly agreements: AgreementQueries;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
    this.agreements = new AgreementQueries(runtime);
  }

  @Reacts('agreement', agreementEvents.revised, REVISED)
  onRevised(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  @Reacts('agreement', receivedEvents.received, 'agreement.plan-parties-received')
  async onReceived(event: Recorded, ctx: Context): Promise<void> {
    const { origin } = event.data as Crossing;
    if (origin.type === agreementEvents.revised.type) await this.follow(event, ctx, idOf(origin.stream));
  }

  /** What the agreements say now; where a still newer version came meanwhile, its own message changes nothing more. */
  private async follow(event: Recorded, ctx: Context, agreementId: string): Promise<void> {
    await this.runtime.waitFor(ctx, event.seq);
    for (const id of await this.plans.under(ctx, agreementId)) {
      const { content } = foldEvents(planDecider, await this.runtime.store.read(ctx, `plan-${id}`));
      const parties = await this.agreements.partnersUnder(ctx, content?.underAgreements ?? []);
      await this.runtime.handle(ctx, planDecider, {
        id,
        commandId: commandIdOf(REVISED, event, id),
        name: 'followParties',
        command: { type: 'followParties' as const, parties, by: SYSTEM, on: ctx.businessDate },
        body: { agreement: event.header.id },
      });
    }
  }
}
