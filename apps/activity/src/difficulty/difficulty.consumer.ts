import { Controller } from '@nestjs/common';
import {
  difficultyEvents,
  planEvents,
  receivedEvents,
  type AmendedData,
  type Crossing,
  type EventOf,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded } from '@lien-ket/kernel';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { difficultyDecider } from './difficulty.decider.js';

const TAKE = 'activity.take-answer';
const TAKEN_BACK = 'activity.difficulty-amendment-taken-back';
const LED = 'activity.difficulty-led-to-amendment';

type Corrected = EventOf<typeof planEvents.entryCorrected>['data'];

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
    const command = {
      type: 'takeAnswer' as const,
      from: origin.tenant,
      text,
      document,
      by: { account: '', roles: [], system: true },
      on: ctx.businessDate,
    };
    await this.runtime.handle(ctx, difficultyDecider, {
      id: difficulty.id,
      commandId: commandIdOf(TAKE, event),
      name: 'takeAnswer',
      command,
    });
  }
  /** Named by an amendment that was put in force; each difficulty is one append of its own (docs/adr/0006). */
  @Reacts('activity', planEvents.amended, LED)
  async ledToAmendment(event: Recorded, ctx: Context): Promise<void> {
    const { amendmentId, document, difficulties = [] } = event.data as AmendedData;
    for (const id of difficulties)
      await this.runtime.handle(ctx, difficultyDecider, {
        id,
        commandId: commandIdOf(LED, event, id),
        name: 'leadToAmendment',
        command: {
          type: 'leadToAmendment' as const,
          planId: idOf(event.stream),
          amendmentId,
          planEventId: event.header.id,
          document,
          by: { account: '', roles: [], system: true },
          on: ctx.businessDate,
        },
        body: { act: event.header.id },
      });
  }

  /** An amendment that was entered by mistake answered nothing. */
  @Reacts('activity', planEvents.entryCorrected, TAKEN_BACK)
  async amendmentTakenBack(event: Recorded, ctx: Context): Promise<void> {
    const { corrects, replacement } = event.data as Corrected;
    if (!replacement.enteredInError) return;
    const history = await this.runtime.store.read(ctx, event.stream);
    const act = history.find(({ header }) => header.id === corrects);
    const { difficulties = [] } = (act?.data ?? {}) as Partial<AmendedData>;
    for (const id of difficulties)
      await this.runtime.handle(ctx, difficultyDecider, {
        id,
        commandId: commandIdOf(TAKEN_BACK, event, id),
        name: 'takeBackAmendment',
        command: {
          type: 'takeBackAmendment' as const,
          planEventId: corrects,
          by: { account: '', roles: [], system: true },
          on: ctx.businessDate,
        },
        body: { act: event.header.id },
      });
  }
}
