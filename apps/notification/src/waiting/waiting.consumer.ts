import { Controller } from '@nestjs/common';
import { reminderDays } from '@lien-ket/calendar';
import { campaignEvents, dayEvents, debtorListEvents, type DayEvent } from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { DutyQueries } from '../duty/duty.queries.js';
import { Notifier, type Cause, type Draft } from '../notice/notifier.js';
import { WaitingListRow } from './waiting.rows.js';

const PROPOSED = 'notification.list-to-confirm';
const LAUNCHED = 'notification.campaign-list-to-confirm';
const DAILY = 'notification.lists-still-to-confirm';
const ROLES: readonly Role[] = ['focal', 'region-coordinator'];
/** Who confirms a campaign's list in the house whose campaign it is. */
const OF_RECEIVER: readonly Role[] = [...ROLES, 'head'];
type Said = Omit<Draft, 'to' | 'roles'> & { readonly receiverId: string | null };

/**
 * Who must report is confirmed by the focal agency, of a campaign by whose campaign it is: it is told when a list opens and, while it waits still, on the days
 * on which debtors would be reminded. What opened while nobody lived here is told on the first lived day.
 */
@Controller()
export class WaitingConsumer {
  private readonly notifier: Notifier;
  private readonly duties: DutyQueries;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
    this.duties = new DutyQueries(runtime);
  }

  /** A list that the system confirmed with its proposal waits for nobody. */
  @Reacts('notification', debtorListEvents.proposed, PROPOSED)
  async listProposed(event: Recorded, ctx: Context): Promise<void> {
    await this.told(ctx, { handler: PROPOSED, event }, idOf(event.stream));
  }

  @Reacts('notification', campaignEvents.launched, LAUNCHED)
  async campaignLaunched(event: Recorded, ctx: Context): Promise<void> {
    await this.told(ctx, { handler: LAUNCHED, event }, idOf(event.stream));
  }

  @Reacts('notification', dayEvents.began, DAILY)
  async stillWaiting(event: Recorded, ctx: Context): Promise<void> {
    const { date, load } = event.data as DayEvent['data'];
    if (load || !(await this.runtime.day.brings(ctx, event, 'waitingLists'))) return;
    const waiting = (await this.waiting(ctx)).filter(({ dueOn }) => dueOn === null || dueOn >= date);
    if (waiting.length === 0) return;
    // On the first lived day each list is told as open; the same words twice on one day would say nothing more.
    const reminds = await this.duties.wasLivedBefore(ctx, date);
    const drafts = waiting.flatMap((row) => [
      keyed(row, 'opened'),
      ...(reminds && row.dueOn !== null && reminderDays(row.dueOn).includes(date) ? [keyed(row, date)] : []),
    ]);
    await this.tell(ctx, { handler: DAILY, event }, drafts);
  }

  private async told(ctx: Context, cause: Cause, thing: string): Promise<void> {
    await this.notifier.readUpTo(ctx, cause.event);
    const rows = (await this.waiting(ctx)).filter(({ id }) => id === thing || id.startsWith(`${thing}:`));
    const open = rows.filter(({ dueOn }) => dueOn === null || dueOn >= ctx.businessDate);
    await this.tell(
      ctx,
      cause,
      open.map((row) => keyed(row, 'opened')),
    );
  }

  private async tell(ctx: Context, cause: Cause, said: readonly Said[]): Promise<void> {
    if (said.length === 0) return;
    const [focal, houses] = await Promise.all([
      this.notifier.holders(ctx, ROLES),
      this.notifier.holders(ctx, OF_RECEIVER),
    ]);
    const drafts = said.map(({ receiverId, ...draft }): Draft =>
      receiverId !== null && houses.includes(receiverId)
        ? { ...draft, to: [receiverId], roles: OF_RECEIVER }
        : { ...draft, to: focal, roles: ROLES },
    );
    await this.notifier.notify(ctx, cause, drafts);
  }

  private waiting(ctx: Context): Promise<WaitingListRow[]> {
    return this.runtime.db.use(ctx, (db) => db.getRepository(WaitingListRow).find({ order: { id: 'ASC' } }));
  }
}

/** One step of one list is said once, whichever day says it. */
function keyed(row: WaitingListRow, step: string): Said {
  const { id, kind, title, period, dueOn, receiverId, link, example } = row;
  const params = { title, ...(period ? { periodKey: period } : {}), ...(dueOn ? { dueOn } : {}) };
  return { kind, params, link, example, receiverId, key: `${id}:${step}` };
}
