import type { ObligationOpened } from '@lien-ket/contracts';
import { actsOn } from '@lien-ket/access';
import { idOf, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { fallAway } from './fallen-away.js';
import { ObligationQueries } from './obligation.queries.js';
import { Reactions, type Cause } from './reactions.js';

/** What is asked for, by the id of the duty. */
export type Asked = ReadonlyMap<string, ObligationOpened>;

/** Duties of a directive or a campaign, as what was entered asks for them. */
export class EntryFollower {
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
  }

  /**
   * Each has its own id, so a second delivery opens none. What is known follows, and is owed again where an earlier
   * correction had taken it away; who has ended owes nothing new.
   */
  async ask(ctx: Context, cause: Cause, asked: Asked): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    const known = await this.obligations.known(ctx, [...asked.keys()]);
    const debtors = [...asked.values()].map(({ debtorId }) => debtorId);
    const organisations = await this.runtime.directory.byIds(ctx, debtors);
    const ended = organisations.filter((one) => !actsOn(one, ctx.businessDate)).map(({ id }) => id);
    const planEventId = cause.event.header.id;
    for (const [id, data] of asked)
      if (known.has(id) || !ended.includes(data.debtorId))
        await this.reactions.send(ctx, cause, id, { type: 'ask', data, planEventId });
  }

  /** Who had ended by mistake was asked nothing meanwhile: of all that is asked by now, what it owes. */
  async askPassedOver(ctx: Context, cause: Cause, asked: Asked): Promise<void> {
    const organisation = idOf(cause.event.stream);
    const its = [...asked].filter(([, { debtorId }]) => debtorId === organisation);
    await this.ask(ctx, cause, new Map(its));
  }

  /** After a correction: what is not asked for any more falls away. */
  async follow(ctx: Context, cause: Cause, before: Asked, now: Asked): Promise<void> {
    const { reason } = cause.event.data as { reason: string };
    const taking = { ...cause, handler: `${cause.handler}.away` };
    for (const id of [...before.keys()].filter((one) => !now.has(one)))
      await this.reactions.send(ctx, taking, id, fallAway('entryCorrected', undefined, reason));
    await this.ask(ctx, cause, now);
  }
}
