import { Controller } from '@nestjs/common';
import { dayEvents, type DayEvent } from '@lien-ket/contracts';
import type { Context, Recorded } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Notifier, titleOf, type Draft } from '../notice/notifier.js';
import { DutyQueries } from './duty.queries.js';
import type { DutyRow } from './duty.rows.js';
import { remindersOn, type Reminder } from './reminders.js';

const REMIND = 'notification.remind';

@Controller()
export class ReminderConsumer {
  private readonly notifier: Notifier;
  private readonly duties: DutyQueries;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
    this.duties = new DutyQueries(runtime);
  }

  /** Each reminder is a notice with a key of its duty, due date and step: said once, whatever restarts. */
  @Reacts('notification', dayEvents.began, REMIND)
  async remind(event: Recorded, ctx: Context): Promise<void> {
    const { date, load } = event.data as DayEvent['data'];
    if (load || !(await this.runtime.day.brings(ctx, event, 'duties'))) return;
    const due = (await this.duties.awaitedAround(ctx, date)).flatMap((duty) =>
      remindersOn(date, duty.dueOn ?? '').map((reminder) => ({ duty, reminder })),
    );
    const escalates = due.some(({ reminder }) => reminder.to === 'focal');
    const focal = escalates ? await this.notifier.holders(ctx, ['focal', 'region-coordinator']) : [];
    const drafts = due.map(({ duty, reminder }) => draftOf(duty, reminder, focal));
    await this.notifier.notify(ctx, { handler: REMIND, event }, drafts);
  }
}

function draftOf(duty: DutyRow, reminder: Reminder, focal: readonly string[]): Draft {
  const { id, period, dueOn, debtorId, example } = duty;
  const { kind, to, roles, days, step } = reminder;
  return {
    kind,
    to: to === 'debtor' ? [debtorId] : focal,
    roles,
    params: { ...titleOf(duty), periodKey: period, dueOn: dueOn ?? '', days },
    link: `/obligations/${id}`,
    example,
    key: `${id}:${dueOn}:${step}`,
  };
}
