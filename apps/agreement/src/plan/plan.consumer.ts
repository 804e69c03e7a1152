import { Controller } from '@nestjs/common';
import { planEvents, type AmendedData } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { amendmentTakenBack } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { amendmentDecider, type AmendmentCommand } from './amendment.decider.js';

const CLOSE = 'agreement.close-amendment';
const REOPEN = 'agreement.reopen-amendment';

type Reaction = Extract<AmendmentCommand, { type: 'close' | 'reopen' }>;

@Controller()
export class PlanConsumer {
  constructor(private readonly runtime: Runtime) {}

  /** The decision is one act in the plan's stream; the amendment's own stream closes as a reaction (DESIGN §4.5). */
  @Reacts('agreement', planEvents.amended, CLOSE)
  async closeAmendment(event: Recorded, ctx: Context): Promise<void> {
    const { amendmentId } = event.data as AmendedData;
    await this.send(ctx, { handler: CLOSE, event }, amendmentId, {
      type: 'close',
      planEventId: event.header.id,
    });
  }

  /** An act that was entered by mistake decided nothing. */
  @Reacts('agreement', planEvents.entryCorrected, REOPEN)
  async reopenAmendment(event: Recorded, ctx: Context): Promise<void> {
    const back = amendmentTakenBack(event, await this.runtime.store.read(ctx, event.stream));
    if (!back) return;
    const command = { type: 'reopen' as const, planEventId: back.eventId };
    await this.send(ctx, { handler: REOPEN, event }, back.amendment.amendmentId, command);
  }

  private async send(
    ctx: Context,
    { handler, event }: { readonly handler: string; readonly event: Recorded },
    id: string,
    command: Reaction,
  ): Promise<void> {
    await this.runtime.handle(ctx, amendmentDecider, {
      id,
      commandId: commandIdOf(handler, event),
      name: command.type,
      command: { ...command, by: { account: '', roles: [], system: true }, on: ctx.businessDate },
    });
  }
}
