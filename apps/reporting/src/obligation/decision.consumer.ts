import { Controller } from '@nestjs/common';
import { decisionEvents, receivedEvents, type Crossing, type Decision } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Reactions } from './reactions.js';

const TAKE = 'reporting.take-decision';

@Controller()
export class DecisionConsumer {
  private readonly reactions: Reactions;

  constructor(runtime: Runtime) {
    this.reactions = new Reactions(runtime);
  }

  /** The receiver in another tenant has answered our report. */
  @Reacts('reporting', receivedEvents.received, TAKE)
  async take(event: Recorded, ctx: Context): Promise<void> {
    const { origin, content } = event.data as Crossing;
    if (origin.type !== decisionEvents.made.type) return;
    const decision = content as unknown as Decision;
    if (decision.obligation.tenant !== ctx.tenantId) return;
    const command = { type: 'takeDecision' as const, from: origin.tenant, decision };
    await this.reactions.send(ctx, { handler: TAKE, event }, decision.obligation.id, command);
  }
}
