import { Controller } from '@nestjs/common';
import { erasureTerms } from '@lien-ket/calendar';
import { dayEvents, erasureEvents, type DayEvent, type ErasureEvent } from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { remindersOn, type Reminder } from '../duty/reminders.js';
import { Notifier, type Draft } from '../notice/notifier.js';
import { ErasureDutyRow, type ErasureStage } from './erasure-duty.rows.js';

const REQUESTED = 'notification.erasure-requested';
const ASSESSED = 'notification.erasure-assessed';
const REMIND = 'notification.erasure-remind';
type Assessed = Extract<ErasureEvent, { type: 'lk.agreement.erasure.assessed.v1' }>['data'];
type Requested = Extract<ErasureEvent, { type: 'lk.agreement.erasure.requested.v1' }>['data'];

/** Who acts at each stage; the last rung of the ladder also reaches the leader. */
const ACTING: Readonly<Record<ErasureStage, readonly Role[]>> = {
  assess: ['focal'],
  carryOut: ['focal', 'leader', 'admin'],
};
const LAST: readonly Role[] = ['leader'];

/** Requests for erasure and the days that the law gives; a notice names the request by its day, nobody by name. */
@Controller()
export class ErasureNoticesConsumer {
  private readonly notifier: Notifier;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
  }

  @Reacts('notification', erasureEvents.requested, REQUESTED)
  async requested(event: Recorded, ctx: Context): Promise<void> {
    const { receivedOn } = event.data as Requested;
    const said = { kind: 'erasureRequested', receivedOn, dueOn: erasureTerms(receivedOn).answerBy } as const;
    const draft = await this.draftOf(ctx, idOf(event.stream), ACTING.assess, said);
    await this.notifier.notify(ctx, { handler: REQUESTED, event }, [draft]);
  }

  @Reacts('notification', erasureEvents.assessed, ASSESSED)
  async assessed(event: Recorded, ctx: Context): Promise<void> {
    if ((event.data as Assessed).outcome === 'refused') return;
    const [first] = await this.runtime.store.read(ctx, event.stream);
    const { receivedOn } = first?.data as Requested;
    const said = { kind: 'erasureAssessed', receivedOn, dueOn: erasureTerms(receivedOn).carryOutBy } as const;
    const draft = await this.draftOf(ctx, idOf(event.stream), ACTING.carryOut, said);
    await this.notifier.notify(ctx, { handler: ASSESSED, event }, [draft]);
  }

  /** The ladder of reports, for the days of the law. */
  @Reacts('notification', dayEvents.began, REMIND)
  async remind(event: Recorded, ctx: Context): Promise<void> {
    const { date, load } = event.data as DayEvent['data'];
    if (load || !(await this.runtime.day.brings(ctx, event, 'erasures'))) return;
    const open = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(ErasureDutyRow).find({ order: { id: 'ASC' } }),
    );
    const drafts: Draft[] = [];
    for (const row of open) {
      const { answerBy, carryOutBy } = erasureTerms(row.receivedOn);
      const dueOn = row.stage === 'assess' ? answerBy : carryOutBy;
      for (const reminder of remindersOn(date, dueOn))
        drafts.push(await this.reminded(ctx, row, dueOn, reminder));
    }
    await this.notifier.notify(ctx, { handler: REMIND, event }, drafts);
  }

  private async reminded(
    ctx: Context,
    { id, stage, receivedOn }: ErasureDutyRow,
    dueOn: string,
    { kind, to, days, step }: Reminder,
  ): Promise<Draft> {
    const roles = [...new Set([...ACTING[stage], ...(to === 'focal' ? LAST : [])])];
    const told = kind === 'obligationDueSoon' ? 'erasureDueSoon' : 'erasureOverdue';
    const draft = await this.draftOf(ctx, id, roles, { kind: told, receivedOn, dueOn });
    return { ...draft, params: { ...draft.params, days }, key: `${id}:${stage}:${step}` };
  }

  private async draftOf(
    ctx: Context,
    id: string,
    roles: readonly Role[],
    { kind, receivedOn, dueOn }: Pick<Draft, 'kind'> & Readonly<Record<'receivedOn' | 'dueOn', string>>,
  ): Promise<Draft> {
    const to = await this.notifier.holders(ctx, roles);
    return { kind, to, roles, params: { receivedOn, dueOn }, link: `/erasures/${id}` };
  }
}
