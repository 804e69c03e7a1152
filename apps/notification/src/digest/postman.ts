import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import type { Mailer } from './mailer.js';
import { Outbox } from './outbox.queries.js';
import type { OutboxRow } from './outbox.rows.js';
import { Retry } from './retry.adapter.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Carries mails from the outbox to the mailer, beside the messages: a slow mail server holds nobody up. What fails is
 * tried again later and, after a restart, with the next day that begins.
 */
export class Postman {
  private readonly outbox: Outbox;
  private readonly retry = new Retry();
  private readonly rounds = new Map<string, Promise<void>>();
  /** Tenants of whom nothing waits, as far as this process has looked and put in. */
  private readonly empty = new Set<string>();
  private stopped = false;

  constructor(
    runtime: Runtime,
    private readonly mailer: Mailer,
  ) {
    this.outbox = new Outbox(runtime);
  }

  /** With each day: what a restart left behind. */
  wakeDaily(ctx: Context): void {
    if (!this.empty.has(ctx.tenantId)) this.wake(ctx);
  }

  /** Begins a round for the context's tenant, after the one that is under way. */
  wake(ctx: Context): void {
    if (this.stopped) return;
    this.empty.delete(ctx.tenantId);
    const before = this.rounds.get(ctx.tenantId) ?? Promise.resolve();
    const round = before
      .then(() => this.deliver(ctx))
      .catch(() => this.again(ctx, 1))
      .finally(() => {
        if (this.rounds.get(ctx.tenantId) === round) this.rounds.delete(ctx.tenantId);
      });
    this.rounds.set(ctx.tenantId, round);
  }

  /** Resolves when no round is under way. */
  async settled(): Promise<void> {
    while (this.rounds.size > 0) await Promise.all(this.rounds.values());
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.retry.close();
    await this.settled();
    this.mailer.close();
  }

  private async deliver(ctx: Context): Promise<void> {
    for (;;) {
      const waiting = this.stopped ? [] : await this.outbox.waiting(ctx);
      const failed: OutboxRow[] = [];
      for (const row of waiting) if (!(await this.deliverOne(ctx, row))) failed.push(row);
      if (failed.length > 0) this.again(ctx, Math.max(...failed.map(({ attempts }) => attempts + 1)));
      if (waiting.length === 0) this.empty.add(ctx.tenantId);
      if (waiting.length === 0 || failed.length > 0) return;
    }
  }

  private async deliverOne(ctx: Context, row: OutboxRow): Promise<boolean> {
    const { id, address, subject, body } = row;
    try {
      await this.mailer.send({ id, to: address, subject, text: body });
    } catch (error) {
      await this.outbox.failed(ctx, row, error instanceof Error ? error.message : String(error));
      return false;
    }
    await this.outbox.sent(ctx, row);
    return true;
  }

  private again(ctx: Context, attempts: number): void {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
    this.retry.later(ctx.tenantId, wait, () => this.wake(ctx));
  }
}
