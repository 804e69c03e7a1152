import { Controller } from '@nestjs/common';
import { dayEvents, planEvents } from '@lien-ket/contracts';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { activityDecider } from './activity.decider.js';
import { followed } from './activity.follow.js';
import { activityIdOf } from './activity.ranges.js';
import { ActivityQueries } from './activity.queries.js';

const ACTS = 'activity.from-plan-act';
const SYSTEM = { account: '', roles: [], system: true } as const;

/**
 * Activities follow the acts on their plan: after each, and on the first day of an act decided for later, every activity
 * is brought to what the plan in force says. One act concerns many activities: each is one append, idempotent by its own
 * command id, so that a handler that stopped half-way goes on where it was (docs/adr/0006).
 */
@Controller()
export class ActivityConsumer {
  private readonly queries: ActivityQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ActivityQueries(runtime);
  }

  @Reacts('activity', planEvents.issued, ACTS)
  onIssued(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  @Reacts('activity', planEvents.amended, 'activity.from-plan-amended')
  onAmended(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  @Reacts('activity', planEvents.recalled, 'activity.from-plan-recalled')
  onRecalled(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  @Reacts('activity', planEvents.ended, 'activity.from-plan-ended')
  onEnded(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  @Reacts('activity', planEvents.entryCorrected, 'activity.from-plan-corrected')
  onCorrected(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  /** Who is a party now gets the activities, too (DESIGN §4.9). */
  @Reacts('activity', planEvents.partiesChanged, 'activity.from-plan-parties')
  onParties(event: Recorded, ctx: Context): Promise<void> {
    return this.follow(event, ctx, idOf(event.stream));
  }

  /** Nobody acts on a future act before its day; on that day everybody does (DESIGN §4.5). */
  @Reacts('activity', dayEvents.began, 'activity.future-acts')
  async onDay(event: Recorded, ctx: Context): Promise<void> {
    if (!(await this.runtime.day.brings(ctx, event, 'changes'))) return;
    const { date } = event.data as { date: string };
    for (const planId of await this.queries.plansChangingOn(ctx, date)) await this.follow(event, ctx, planId);
  }

  /** The plan as recorded up to the message, in force on the message's day: a later delivery decides the same. */
  private async follow(event: Recorded, ctx: Context, planId: string): Promise<void> {
    const history = await this.runtime.store.read(ctx, streamOf('plan', planId));
    const known = history.filter(({ seq }) => seq <= event.seq);
    const events = known.map((one) => evolvingOf(one) as RecordedPlanEvent);
    const planEventId = known.at(-1)?.header.id ?? event.header.id;
    for (const { itemId, ...now } of followed(planId, events, event.header.businessDate)) {
      const command = { type: 'follow' as const, planEventId, ...now, by: SYSTEM, on: ctx.businessDate };
      await this.runtime.handle(ctx, activityDecider, {
        id: activityIdOf(ctx.tenantId, itemId),
        commandId: commandIdOf(ACTS, event, itemId),
        name: 'follow',
        command,
        body: { act: event.header.id },
      });
    }
  }
}
