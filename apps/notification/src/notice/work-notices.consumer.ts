import { Controller } from '@nestjs/common';
import {
  activityEvents,
  difficultyEvents,
  receivedEvents,
  type ActivityDefinition,
  type ActivityEvent,
  type Crossing,
  type DifficultyEvent,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { FIRSTS, LATER, toldBy } from './crossing-notices.js';
import { Notifier, type Cause, type Draft } from './notifier.js';

const RAISED = 'notification.difficulty-raised';
const ASSIGNED = 'notification.difficulty-assigned';
const ANSWERED = 'notification.difficulty-answered';
const PETITIONED = 'notification.difficulty-petitioned';
const AUTHORITY = 'notification.authority-answered';
const LED = 'notification.difficulty-led-to-amendment';
const SUBMITTED = 'notification.difficulty-submitted';
const RESOLVED = 'notification.difficulty-resolved';
const DECLINED = 'notification.difficulty-declined';
const DONE_CONFIRMED = 'notification.activity-done-confirmed';
const DONE_UNCONFIRMED = 'notification.activity-done-unconfirmed';
const DONE_REFUSED = 'notification.activity-done-refused';
const REPORTED_DONE = 'notification.activity-reported-done';
const RECEIVED = 'notification.share-received';
const COMPILING: readonly Role[] = ['focal', 'region-coordinator'];
const WORKING: readonly Role[] = ['officer', 'head'];

const DEFINING: readonly string[] = [
  activityEvents.planned.type,
  activityEvents.redefined.type,
  activityEvents.reinstated.type,
];
type Raised = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.raised.v1' }>['data'];
type Planned = Extract<ActivityEvent, { type: 'lk.activity.activity.planned.v1' }>['data'];

/** Difficulties, finished activities, and what other tenants shared with us. */
@Controller()
export class WorkNoticesConsumer {
  private readonly notifier: Notifier;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
  }

  @Reacts('notification', difficultyEvents.raised, RAISED)
  async difficultyRaised(event: Recorded, ctx: Context): Promise<void> {
    await this.aboutDifficulty(ctx, { handler: RAISED, event }, async () => ({
      kind: 'difficultyRaised',
      to: await this.notifier.holders(ctx, COMPILING),
      roles: COMPILING,
    }));
  }

  @Reacts('notification', difficultyEvents.assigned, ASSIGNED)
  async difficultyAssigned(event: Recorded, ctx: Context): Promise<void> {
    const { organisationId } = event.data as { organisationId: string };
    await this.aboutDifficulty(ctx, { handler: ASSIGNED, event }, () =>
      Promise.resolve({ kind: 'difficultyAssigned', to: [organisationId], roles: WORKING }),
    );
  }

  @Reacts('notification', difficultyEvents.answered, ANSWERED)
  async difficultyAnswered(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiserAndFocal(ctx, { handler: ANSWERED, event }, 'difficultyAnswered');
  }

  /** The focal agency records what the authority answers, with the raiser waiting for it. */
  @Reacts('notification', difficultyEvents.petitioned, PETITIONED)
  async difficultyPetitioned(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiserAndFocal(ctx, { handler: PETITIONED, event }, 'difficultyPetitioned');
  }

  @Reacts('notification', difficultyEvents.authorityAnswered, AUTHORITY)
  async authorityAnswered(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiserAndFocal(ctx, { handler: AUTHORITY, event }, 'difficultyAnswered');
  }

  @Reacts('notification', difficultyEvents.ledToAmendment, LED)
  async ledToAmendment(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiser(ctx, { handler: LED, event }, 'difficultyLedToAmendment');
  }

  @Reacts('notification', difficultyEvents.submittedToCommittee, SUBMITTED)
  async difficultySubmitted(event: Recorded, ctx: Context): Promise<void> {
    await this.aboutDifficulty(ctx, { handler: SUBMITTED, event }, async () => ({
      kind: 'difficultySubmitted',
      to: await this.notifier.holders(ctx, ['leader']),
      roles: ['leader'],
    }));
  }

  /** The raiser says whether it is resolved. */
  @Reacts('notification', difficultyEvents.resolved, RESOLVED)
  async difficultyResolved(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiser(ctx, { handler: RESOLVED, event }, 'difficultyResolved');
  }

  @Reacts('notification', difficultyEvents.declined, DECLINED)
  async difficultyDeclined(event: Recorded, ctx: Context): Promise<void> {
    await this.toRaiser(ctx, { handler: DECLINED, event }, 'difficultyDeclined');
  }

  @Reacts('notification', activityEvents.reportedDone, REPORTED_DONE)
  async activityReportedDone(event: Recorded, ctx: Context): Promise<void> {
    await this.aboutActivity(ctx, { handler: REPORTED_DONE, event }, async () => ({
      kind: 'activityReportedDone',
      to: await this.notifier.holders(ctx, COMPILING),
      roles: COMPILING,
    }));
  }

  @Reacts('notification', activityEvents.doneConfirmed, DONE_CONFIRMED)
  async activityDoneConfirmed(event: Recorded, ctx: Context): Promise<void> {
    await this.toLeads(ctx, { handler: DONE_CONFIRMED, event }, 'activityDoneConfirmed');
  }

  @Reacts('notification', activityEvents.doneRefused, DONE_REFUSED)
  async activityDoneRefused(event: Recorded, ctx: Context): Promise<void> {
    await this.toLeads(ctx, { handler: DONE_REFUSED, event }, 'activityDoneRefused');
  }

  @Reacts('notification', activityEvents.doneUnconfirmed, DONE_UNCONFIRMED)
  async activityDoneUnconfirmed(event: Recorded, ctx: Context): Promise<void> {
    await this.toLeads(ctx, { handler: DONE_UNCONFIRMED, event }, 'activityDoneUnconfirmed');
  }

  /** Between tenants there is only "thông báo" and "đề nghị phối hợp": no reminder follows. */
  @Reacts('notification', receivedEvents.received, RECEIVED)
  async shareReceived(event: Recorded, ctx: Context): Promise<void> {
    const crossing = event.data as Crossing;
    const isLater = LATER.includes(crossing.origin.type);
    const told = toldBy(crossing, isLater ? await this.firstOf(ctx, event, crossing) : undefined);
    if (!told) return;
    await this.notifier.readUpTo(ctx, event);
    const to = await this.notifier.holders(ctx, told.roles);
    await this.notifier.notify(ctx, { handler: RECEIVED, event }, [{ ...told, to }]);
  }

  private async firstOf(ctx: Context, event: Recorded, crossing: Crossing): Promise<Crossing | undefined> {
    const earlier = await this.runtime.store.read(ctx, event.stream);
    return earlier
      .filter(({ type, seq }) => type === receivedEvents.received.type && seq < event.seq)
      .map(({ data }) => data as Crossing)
      .find(({ origin }) => origin.stream === crossing.origin.stream && FIRSTS.includes(origin.type));
  }

  private toRaiser(ctx: Context, cause: Cause, kind: Draft['kind']): Promise<void> {
    return this.aboutDifficulty(ctx, cause, ({ raisedBy }) =>
      Promise.resolve({ kind, to: [raisedBy], roles: [...WORKING, ...COMPILING] }),
    );
  }

  private toRaiserAndFocal(ctx: Context, cause: Cause, kind: Draft['kind']): Promise<void> {
    return this.aboutDifficulty(ctx, cause, async ({ raisedBy }) => ({
      kind,
      to: [raisedBy, ...(await this.notifier.holders(ctx, COMPILING))],
      roles: [...WORKING, ...COMPILING],
    }));
  }

  private toLeads(ctx: Context, cause: Cause, kind: Draft['kind']): Promise<void> {
    return this.aboutActivity(ctx, cause, ({ leads }) =>
      Promise.resolve({ kind, to: leads.map(({ organisationId }) => organisationId), roles: WORKING }),
    );
  }

  /** By its definition as last brought to the plan in force. */
  private async aboutActivity(
    ctx: Context,
    cause: Cause,
    draft: (definition: ActivityDefinition) => Promise<Pick<Draft, 'kind' | 'to' | 'roles'>>,
  ): Promise<void> {
    const history = await this.runtime.store.read(ctx, cause.event.stream);
    const known = history.filter(({ seq }) => seq <= cause.event.seq);
    const planned = known.find(({ type }) => type === activityEvents.planned.type)?.data as
      Planned | undefined;
    if (!planned) return;
    const { definition } = known.findLast(({ type }) => DEFINING.includes(type))?.data as Planned;
    await this.notifier.readUpTo(ctx, cause.event);
    const said = {
      params: { title: definition.title },
      link: `/activities/${idOf(cause.event.stream)}`,
      example: planned.example,
    };
    await this.notifier.notify(ctx, cause, [{ ...said, ...(await draft(definition)) }]);
  }

  private async aboutDifficulty(
    ctx: Context,
    cause: Cause,
    draft: (raised: Raised) => Promise<Pick<Draft, 'kind' | 'to' | 'roles'>>,
  ): Promise<void> {
    const history = await this.runtime.store.read(ctx, cause.event.stream);
    const raised = history.find(({ type }) => type === difficultyEvents.raised.type)?.data as
      Raised | undefined;
    if (!raised) return;
    await this.notifier.readUpTo(ctx, cause.event);
    const said = {
      params: { title: raised.text },
      link: `/difficulties/${idOf(cause.event.stream)}`,
      example: raised.example,
    };
    await this.notifier.notify(ctx, cause, [{ ...said, ...(await draft(raised)) }]);
  }
}
