import { Controller } from '@nestjs/common';
import {
  difficultyEvents,
  planEvents,
  receivedEvents,
  type AmendedData,
  type Crossing,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { amendmentTakenBack } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { difficultyDecider, type DifficultyCommand } from './difficulty.decider.js';

const TAKE = 'activity.take-answer';
const TAKEN_BACK = 'activity.difficulty-amendment-taken-back';
const LED = 'activity.difficulty-led-to-amendment';

@Controller()
export class DifficultyConsumer {
  constructor(private readonly runtime: Runtime) {}

  /** The other party's answer, received: noted in our difficulty's stream. */
  @Reacts('activity', receivedEvents.received, TAKE)
  async takeAnswer(event: Recorded, ctx: Context): Promise<void> {
    const { origin, content } = event.data as Crossing;
    if (origin.type !== difficultyEvents.answerGiven.type) return;
    const { difficulty, text, document } = content as {
      difficulty: { tenant: string; id: string };
      text: string;
      document?: { number?: string };
    };
    if (difficulty.tenant !== ctx.tenantId) return;
    const command = { type: 'takeAnswer' as const, from: origin.tenant, text, document };
    await this.send(ctx, commandIdOf(TAKE, event), difficulty.id, command);
  }

  /** Named by an amendment that was put in force; each difficulty is one append of its own (docs/adr/0006). */
  @Reacts('activity', planEvents.amended, LED)
  async ledToAmendment(event: Recorded, ctx: Context): Promise<void> {
    const { amendmentId, document, difficulties = [] } = event.data as AmendedData;
    const act = { planId: idOf(event.stream), amendmentId, planEventId: event.header.id, document };
    for (const id of difficulties)
      await this.send(
        ctx,
        commandIdOf(LED, event, id),
        id,
        { type: 'leadToAmendment', ...act },
        { act: event.header.id },
      );
  }

  /** An amendment that was entered by mistake answered nothing. */
  @Reacts('activity', planEvents.entryCorrected, TAKEN_BACK)
  async amendmentTakenBack(event: Recorded, ctx: Context): Promise<void> {
    const back = amendmentTakenBack(event, await this.runtime.store.read(ctx, event.stream));
    if (!back) return;
    const command = { type: 'takeBackAmendment' as const, planEventId: back.eventId };
    for (const id of back.amendment.difficulties ?? [])
      await this.send(ctx, commandIdOf(TAKEN_BACK, event, id), id, command, { act: event.header.id });
  }

  /** @param body what tells the same command sent again from another one; the command itself where it is not said */
  private async send(
    ctx: Context,
    commandId: string,
    id: string,
    command: DifficultyCommand,
    body?: object,
  ): Promise<void> {
    await this.runtime.handle(ctx, difficultyDecider, {
      id,
      commandId,
      name: command.type,
      command: { ...command, by: { account: '', roles: [], system: true }, on: ctx.businessDate },
      ...(body ? { body } : {}),
    });
  }
}
