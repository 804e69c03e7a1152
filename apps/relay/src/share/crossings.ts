import { DomainError, type Context } from '@lien-ket/kernel';
import type { ParkedActions, Runtime } from '@lien-ket/runtime';
import { COURIER, type ShareInbox } from './share-inbox.js';

/** What an administrator does with a crossing that could not be taken: try it again, or give it up. */
export class ParkedCrossings implements ParkedActions {
  /** @param onFree wakes whoever carries to the tenant */
  constructor(
    private readonly runtime: Runtime,
    private readonly inbox: ShareInbox,
    private readonly onFree: () => void,
  ) {}

  async redrive(ctx: Context, message: string, reason: string): Promise<number> {
    await this.decide(ctx, message, 'redriven', reason);
    await this.runtime.consumerRows.release(ctx, COURIER, message);
    this.onFree();
    return 1;
  }

  async discard(ctx: Context, message: string, reason: string): Promise<number> {
    const { stream, seq } = await this.decide(ctx, message, 'discarded', reason);
    await this.inbox.discard(ctx, stream.slice('received-'.length), seq, reason);
    await this.runtime.consumerRows.release(ctx, COURIER, message);
    this.onFree();
    return 1;
  }

  private async decide(ctx: Context, message: string, decision: 'redriven' | 'discarded', reason: string) {
    const { consumerRows } = this.runtime;
    const found = (await consumerRows.parked(ctx)).find((one) => one.message === message);
    if (!found) throw new DomainError('notFound', 'notFound');
    await consumerRows.decided(ctx, { message, handler: COURIER, decision, reason });
    return found;
  }
}
