import type { Context, Recorded } from '@lien-ket/kernel';
import { senderOf } from '@lien-ket/access';
import { commandIdOf } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { obligationDecider, type ObligationReaction } from './obligation.decider.js';

/** The message that a reaction answers, and the handler that answers it. */
export interface Cause {
  readonly handler: string;
  readonly event: Recorded;
}

/** Commands that the platform itself sends to obligations. */
export class Reactions {
  constructor(private readonly runtime: Runtime) {}

  /** Rows must hold everything before the message. In a running platform they mostly do already. */
  async readUpTo(ctx: Context, event: Recorded): Promise<void> {
    if (this.runtime.runner.position(ctx) < event.seq) await this.runtime.runner.catchUp(ctx);
  }

  /** One append, known by message, handler and obligation: a second delivery writes nothing. */
  async send(ctx: Context, cause: Cause, id: string, command: ObligationReaction): Promise<void> {
    await this.runtime.handle(ctx, obligationDecider, {
      id,
      commandId: commandIdOf(cause.handler, cause.event, id),
      name: command.type,
      command: { ...command, by: senderOf(ctx), on: ctx.businessDate },
      body: { reaction: cause.event.header.id },
    });
  }
}
