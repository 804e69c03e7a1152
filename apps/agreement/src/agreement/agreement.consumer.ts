import { Controller } from '@nestjs/common';
import {
  confirmationEvents,
  receivedEvents,
  type ConfirmationEvent,
  type Crossing,
} from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { agreementDecider } from './agreement.decider.js';

const TAKE = 'agreement.take-answer';

@Controller()
export class AgreementConsumer {
  constructor(private readonly runtime: Runtime) {}

  /** A party's confirmation or refusal, received: noted at the owner, which tells all parties "n of m". */
  @Reacts('agreement', receivedEvents.received, TAKE)
  async takeAnswer(event: Recorded, ctx: Context): Promise<void> {
    const { origin, content } = event.data as Crossing;
    const answer = answerOf(origin.type);
    if (!answer) return;
    const { agreement, version, hash, reason } = content as ConfirmationEvent['data'] & { reason?: string };
    if (agreement.tenant !== ctx.tenantId) return;
    const command = {
      type: 'takeAnswer' as const,
      tenant: origin.tenant,
      version,
      hash,
      answer,
      reason,
      by: { account: '', roles: [], system: true },
      on: ctx.businessDate,
    };
    await this.runtime.handle(ctx, agreementDecider, {
      id: agreement.id,
      commandId: commandIdOf(TAKE, event),
      name: 'takeAnswer',
      command,
    });
  }
}

function answerOf(type: string): 'confirmed' | 'refused' | undefined {
  if (type === confirmationEvents.confirmed.type) return 'confirmed';
  return type === confirmationEvents.refused.type ? 'refused' : undefined;
}
