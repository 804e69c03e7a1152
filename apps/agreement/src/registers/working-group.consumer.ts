import { Controller } from '@nestjs/common';
import { agreementEvents, planEvents, receivedEvents, type Crossing } from '@lien-ket/contracts';
import { foldEvents } from '@lien-ket/event-store';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { PartyCircles } from './party-circles.queries.js';
import { workingGroupDecider } from './working-group.decider.js';

const FOLLOW = 'agreement.group-parties';
const SYSTEM = { account: '', roles: [], system: true } as const;

/** A working group reaches the parties of its plan or agreement as they are, not as they were when it was established. */
@Controller()
export class WorkingGroupConsumer {
  private readonly circles: PartyCircles;

  constructor(private readonly runtime: Runtime) {
    this.circles = new PartyCircles(runtime);
  }

  @Reacts('agreement', planEvents.issued, 'agreement.group-plan-issued')
  onIssued(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, 'underPlan', idOf(event.stream));
  }

  @Reacts('agreement', planEvents.partiesChanged, FOLLOW)
  onParties(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, 'underPlan', idOf(event.stream));
  }

  @Reacts('agreement', agreementEvents.revised, 'agreement.group-agreement-revised')
  onRevised(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, 'underAgreement', idOf(event.stream));
  }

  @Reacts('agreement', receivedEvents.received, 'agreement.group-agreement-received')
  async onReceived(event: Recorded, ctx: Context): Promise<void> {
    const { origin } = event.data as Crossing;
    if (origin.type === agreementEvents.revised.type)
      await this.follow(event, ctx, 'underAgreement', idOf(origin.stream));
  }

  private async follow(
    event: Recorded,
    ctx: Context,
    under: 'underPlan' | 'underAgreement',
    belongsTo: string,
  ): Promise<void> {
    await this.runtime.waitFor(ctx, event.seq);
    for (const id of await this.circles.groupsUnder(ctx, under, belongsTo)) {
      const history = await this.runtime.store.read(ctx, streamOf('workinggroup', id));
      const { established } = foldEvents(workingGroupDecider, history);
      if (!established) continue;
      const parties = await this.circles.of(ctx, established);
      await this.runtime.handle(ctx, workingGroupDecider, {
        id,
        commandId: commandIdOf(FOLLOW, event, id),
        name: 'followParties',
        command: { type: 'followParties' as const, ...parties, by: SYSTEM, on: ctx.businessDate },
        body: { act: event.header.id },
      });
    }
  }
}
