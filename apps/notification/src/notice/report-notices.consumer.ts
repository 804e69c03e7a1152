import { Controller } from '@nestjs/common';
import { obligationEvents } from '@lien-ket/contracts';
import { idOf, unreachable, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { successionOf } from '@lien-ket/access';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { DutyQueries } from '../duty/duty.queries.js';
import type { DutyRow } from '../duty/duty.rows.js';
import { Notifier, titleOf, type Draft } from './notifier.js';

const OPENED = 'notification.obligation-opened';
const SENT = 'notification.report-sent';
const SENT_BACK = 'notification.report-sent-back';
const ACCEPTED = 'notification.report-accepted';
const ASKED = 'notification.extension-requested';
const DECIDED = 'notification.extension-decided';
const URGED = 'notification.obligation-urged';
const WAIVED = 'notification.obligation-waived';
const ADJUSTED = 'notification.obligation-adjusted';
const REINSTATED = 'notification.obligation-reinstated';
const SUCCESSION = 'notification.succession-corrected';
const TRANSFERRED = 'notification.obligation-transferred';
const AWAITS = 'notification.successor-awaited';
type Side = 'debtor' | 'receiver' | 'focal';
const DEBTOR: readonly Role[] = ['officer', 'head'];
const RECEIVER: readonly Role[] = ['focal', 'officer', 'head', 'region-coordinator', 'leader'];

@Controller()
export class ReportNoticesConsumer {
  private readonly notifier: Notifier;
  private readonly duties: DutyQueries;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
    this.duties = new DutyQueries(runtime);
  }

  /** History is shown, and nobody is told to write it. */
  @Reacts('notification', obligationEvents.opened, OPENED)
  async opened(event: Recorded, ctx: Context): Promise<void> {
    if ((event.data as { historic: boolean }).historic) return;
    await this.tell(ctx, { handler: OPENED, event }, 'obligationOpened', 'debtor');
  }

  @Reacts('notification', obligationEvents.reportSent, SENT)
  async sent(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: SENT, event }, 'reportSent', 'receiver');
  }

  @Reacts('notification', obligationEvents.reportSentBack, SENT_BACK)
  async sentBack(event: Recorded, ctx: Context): Promise<void> {
    const { newDueOn } = event.data as { newDueOn: string };
    await this.tell(ctx, { handler: SENT_BACK, event }, 'reportSentBack', 'debtor', { dueOn: newDueOn });
  }

  @Reacts('notification', obligationEvents.reportAccepted, ACCEPTED)
  async accepted(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: ACCEPTED, event }, 'reportAccepted', 'debtor');
  }

  @Reacts('notification', obligationEvents.extensionRequested, ASKED)
  async extensionRequested(event: Recorded, ctx: Context): Promise<void> {
    const { proposedOn } = event.data as { proposedOn: string };
    await this.tell(ctx, { handler: ASKED, event }, 'extensionRequested', 'receiver', { proposedOn });
  }

  @Reacts('notification', obligationEvents.extensionDecided, DECIDED)
  async extensionDecided(event: Recorded, ctx: Context): Promise<void> {
    const { granted } = event.data as { granted: boolean };
    const params = { granted: granted ? 'yes' : 'no' };
    await this.tell(ctx, { handler: DECIDED, event }, 'extensionDecided', 'debtor', params);
  }

  /** Once more to those who owe it, in the words of who waits for it. */
  @Reacts('notification', obligationEvents.urged, URGED)
  async urged(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: URGED, event }, 'obligationUrged', 'debtor');
  }

  @Reacts('notification', obligationEvents.waived, WAIVED)
  async waived(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: WAIVED, event }, 'obligationWaived', 'debtor');
  }

  /** What became history by it is shown, and nobody is told to write it. */
  @Reacts('notification', obligationEvents.adjusted, ADJUSTED)
  async adjusted(event: Recorded, ctx: Context): Promise<void> {
    if ((event.data as { historic: boolean }).historic) return;
    await this.tell(ctx, { handler: ADJUSTED, event }, 'obligationAdjusted', 'debtor');
  }

  @Reacts('notification', obligationEvents.reinstated, REINSTATED)
  async reinstated(event: Recorded, ctx: Context): Promise<void> {
    if ((event.data as { historic: boolean }).historic) return;
    await this.tell(ctx, { handler: REINSTATED, event }, 'obligationReinstated', 'debtor');
  }

  @Reacts('notification', obligationEvents.transferred, TRANSFERRED)
  async transferred(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: TRANSFERRED, event }, 'obligationTransferred', 'debtor');
  }

  /** Who owes it, by the corrected end of who owed it before. */
  @Reacts('notification', obligationEvents.successionCorrected, SUCCESSION)
  async successionCorrected(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: SUCCESSION, event }, 'obligationTransferred', 'debtor');
  }

  /** Who assigns it to a successor: the debtor itself acts no more. */
  @Reacts('notification', obligationEvents.awaitsSuccessor, AWAITS)
  async awaitsSuccessor(event: Recorded, ctx: Context): Promise<void> {
    await this.tell(ctx, { handler: AWAITS, event }, 'successorAwaited', 'focal');
  }

  private async tell(
    ctx: Context,
    cause: { handler: string; event: Recorded },
    kind: Draft['kind'],
    side: Side,
    params: Draft['params'] = {},
  ): Promise<void> {
    await this.notifier.readUpTo(ctx, cause.event);
    const duty = await this.duties.byId(ctx, idOf(cause.event.stream));
    if (!duty) return;
    const { to, roles } = await this.addressed(ctx, duty, side);
    const about = said(duty);
    const debtor = side === 'receiver' ? await this.nameOf(ctx, duty.debtorId) : undefined;
    const whose: Draft['params'] = debtor === undefined ? {} : { debtor };
    const draft = { ...about, kind, to, roles, params: { ...about.params, ...whose, ...params } };
    await this.notifier.notify(ctx, cause, [draft]);
  }

  private async addressed(ctx: Context, duty: DutyRow, side: Side): Promise<Pick<Draft, 'to' | 'roles'>> {
    switch (side) {
      case 'debtor':
        return { to: [duty.debtorId], roles: DEBTOR };
      case 'receiver':
        return { to: [await this.standingFor(ctx, duty.receiverId)], roles: RECEIVER };
      case 'focal':
        return { to: await this.notifier.holders(ctx, ['focal']), roles: ['focal'] };
    }
    return unreachable(side);
  }

  /** Many owe the same report: who waits for it must see whose it is. */
  private async nameOf(ctx: Context, id: string): Promise<string | undefined> {
    return (await this.runtime.directory.organisations(ctx)).find((one) => one.id === id)?.name;
  }

  /** The receiver or, once it has ended, who took over. */
  private async standingFor(ctx: Context, id: string | null): Promise<string | undefined> {
    if (id === null) return undefined;
    return successionOf(await this.runtime.directory.organisations(ctx), id, ctx.businessDate).at(-1);
  }
}

function said(duty: DutyRow): Pick<Draft, 'params' | 'link' | 'example'> {
  const { id, period, dueOn, example } = duty;
  return {
    params: { ...titleOf(duty), periodKey: period, ...(dueOn ? { dueOn } : {}) },
    link: `/obligations/${id}`,
    example,
  };
}
