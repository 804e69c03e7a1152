import { hkdfSync } from 'node:crypto';
import { DomainError, type Context, type Uuid } from '@lien-ket/kernel';
import { hashBody } from '@lien-ket/event-store';
import type { PlatformStore } from '../store/platform-store.js';

/** A command on the platform itself, as its key, its account and its body tell it from every other. */
export interface KeyedCommand {
  /** Of the key, the account and the operation (`commandMeta`). */
  readonly commandId: Uuid;
  readonly operation: string;
  readonly body: unknown;
}

/** What a command does: refusals first, since a command taken up again after a crash finds its own traces. */
export interface Work<Kept> {
  /** Looks whether it may be done at all. @throws DomainError */
  refuse(): Promise<void>;
  /** May run again after it was cut off at any place, and then ends as if it had run once. */
  carryOut(): Promise<Kept>;
}

const PASSWORD_BYTES = 12;

/**
 * The same key and body are answered as the first time, across restarts; another body under the key is refused. The row
 * stands before the work, so that a repeated command goes on where a crash cut the first one off. No one-time password
 * is kept, not even sealed: it follows from the command and a secret outside PostgreSQL (docs/adr/0021).
 */
export class KeptAnswers {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Pick<PlatformStore, 'keyed' | 'beginKeyed' | 'answerKeyed'>,
    private readonly secret: Buffer,
  ) {}

  /** The one-time password that a command gives. */
  passwordOf(commandId: Uuid): string {
    const bytes = hkdfSync('sha256', this.secret, commandId, 'lk-one-time-password-1', PASSWORD_BYTES);
    return Buffer.from(bytes).toString('base64url');
  }

  /** @throws DomainError duplicate command.idReused, or what the work refuses */
  async once<Kept>(ctx: Context, command: KeyedCommand, work: Work<Kept>): Promise<Kept> {
    // One after the other: two commands side by side would both find a name free.
    const mine = this.turn.then(
      () => this.answer(ctx, command, work),
      () => this.answer(ctx, command, work),
    );
    this.turn = mine;
    return mine;
  }

  private async answer<Kept>(
    ctx: Context,
    { commandId, operation, body }: KeyedCommand,
    work: Work<Kept>,
  ): Promise<Kept> {
    const hash = hashBody(body);
    const before = await this.store.keyed<Kept>(commandId);
    if (before && before.hash !== hash) throw new DomainError('duplicate', 'command.idReused', { commandId });
    if (before?.answer != null) return before.answer;
    if (!before) {
      await work.refuse();
      await this.store.beginKeyed(commandId, { account: ctx.actor.account, operation, hash });
    }
    const kept = await work.carryOut();
    await this.store.answerKeyed(commandId, kept);
    return kept;
  }
}
