import { Controller } from '@nestjs/common';
import { planEvents, type AmendedData, type EventOf } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { amendmentDecider, type AmendmentCommand } from './amendment.decider.js';

const CLOSE = 'agreement.close-amendment';
const REOPEN = 'agreement.reopen-amendment';

type Corrected = EventOf<typeof planEvents.entryCorrected>['data'];
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
    const { corrects, replacement } = event.data as Corrected;
    if (!replacement.enteredInError) return;
    const history = await this.runtime.store.read(ctx, event.stream);
    const act = history.find(({ header }) => header.id === corrects);
    if (act?.type !== planEvents.amended.type) return;
    const { amendmentId } = act.data as AmendedData;
    await this.send(ctx, { handler: REOPEN, event }, amendmentId, { type: 'reopen', planEventId: corrects });
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
