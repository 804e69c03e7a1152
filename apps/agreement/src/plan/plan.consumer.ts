import { Controller } from '@nestjs/common';
import { planEvents, type AmendedData } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { amendmentDecider } from './amendment.decider.js';

const CLOSE = 'agreement.close-amendment';

@Controller()
export class PlanConsumer {
  constructor(private readonly runtime: Runtime) {}

  /** The decision is one act in the plan's stream; the amendment's own stream closes as a reaction (DESIGN §4.5). */
  @Reacts('agreement', planEvents.amended, CLOSE)
  async closeAmendment(event: Recorded, ctx: Context): Promise<void> {
    const { amendmentId } = event.data as AmendedData;
    const command = {
      type: 'close' as const,
      planEventId: event.header.id,
      by: { account: '', roles: [], system: true },
      on: ctx.businessDate,
    };
    await this.runtime.handle(ctx, amendmentDecider, {
      id: amendmentId,
      commandId: commandIdOf(CLOSE, event),
      name: 'close',
      command,
    });
  }
}
