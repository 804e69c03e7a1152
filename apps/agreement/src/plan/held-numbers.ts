import { DomainError, streamOf, uuidFrom, type Context } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import type { Runtime } from '@lien-ket/runtime';
import {
  bearerOf,
  idOfBearer,
  isSame,
  numberDecider,
  type Bearer,
  type NumberCommand,
  type Taking,
} from './number.decider.js';

/** After this long an act that holds a number without bearing it has died with its process. */
const ABANDONED_AFTER_MS = 60_000;

/** Numbers held in streams of their own before the act that bears them: two clerks at once cannot give one twice. */
export class HeldNumbers {
  constructor(private readonly runtime: Runtime) {}

  /**
   * Does the work while the number is held; frees it again when the work is refused.
   * @throws DomainError conflict, naming what bears or holds the number
   */
  async during<T>(ctx: Context, key: string, taking: Taking, work: () => Promise<T>): Promise<T> {
    const id = uuidFrom('number', ctx.tenantId, key);
    const held = await this.heldFor(ctx, id);
    const mayTakeOver =
      held.since !== undefined && Date.parse(ctx.now) - Date.parse(held.since) > ABANDONED_AFTER_MS;
    const turn = String(held.revision);
    await this.send(ctx, id, turn, { type: 'take', mayTakeOver, taking });
    try {
      return await work();
    } catch (error) {
      const took = held.heldBy === null || !isSame(held.heldBy, taking);
      if (took && error instanceof DomainError)
        await this.send(ctx, id, turn, { type: 'free', bearer: bearerOf(taking) });
      throw error;
    }
  }

  /** What it bore by mistake is free for others. */
  async free(ctx: Context, key: string, bearer: Bearer): Promise<void> {
    const id = uuidFrom('number', ctx.tenantId, key);
    const { heldBy, revision } = await this.heldFor(ctx, id);
    if (heldBy && isSame(heldBy, bearer))
      await this.send(ctx, id, String(revision), { type: 'free', bearer });
  }

  private async heldFor(
    ctx: Context,
    id: string,
  ): Promise<{ heldBy: Bearer | null; revision: number; since?: string }> {
    const history = await this.runtime.store.read(ctx, streamOf('number', id));
    const last = history.at(-1);
    return { ...foldEvents(numberDecider, history), revision: history.length, since: last?.recordedAt };
  }

  private async send(ctx: Context, id: string, turn: string, command: NumberCommand): Promise<void> {
    const bearer = idOfBearer(command.type === 'take' ? command.taking : command.bearer);
    const commandId = uuidFrom('number', command.type, id, bearer, turn, ctx.correlationId);
    await this.runtime.handle(ctx, numberDecider, { id, commandId, name: command.type, command });
  }
}
