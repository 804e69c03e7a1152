import { Controller } from '@nestjs/common';
import {
  activityEvents,
  difficultyEvents,
  receivedEvents,
  type ActivityEvent,
  type AgreementData,
  type Crossing,
  type DifficultyEvent,
  type DocumentRef,
  type IssuedData,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Notifier, type Draft } from './notifier.js';
import { planTitle } from './plan-notices.consumer.js';

const RAISED = 'notification.difficulty-raised';
const ASSIGNED = 'notification.difficulty-assigned';
const ANSWERED = 'notification.difficulty-answered';
const REPORTED_DONE = 'notification.activity-reported-done';
const RECEIVED = 'notification.share-received';
const COMPILING: readonly Role[] = ['focal', 'region-coordinator'];
const DECIDING: readonly Role[] = ['focal', 'region-coordinator', 'leader'];

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
      Promise.resolve({ kind: 'difficultyAssigned', to: [organisationId], roles: ['officer', 'head'] }),
    );
  }

  @Reacts('notification', difficultyEvents.answered, ANSWERED)
  async difficultyAnswered(event: Recorded, ctx: Context): Promise<void> {
    await this.aboutDifficulty(ctx, { handler: ANSWERED, event }, async ({ raisedBy }) => ({
      kind: 'difficultyAnswered',
      to: [raisedBy, ...(await this.notifier.holders(ctx, COMPILING))],
      roles: ['officer', 'head', ...COMPILING],
    }));
  }

  @Reacts('notification', activityEvents.reportedDone, REPORTED_DONE)
  async activityReportedDone(event: Recorded, ctx: Context): Promise<void> {
    const history = await this.runtime.store.read(ctx, event.stream);
    const planned = history.find(({ type }) => type === activityEvents.planned.type)?.data as
      Planned | undefined;
    if (!planned) return;
    await this.notifier.readUpTo(ctx, event);
    const draft: Draft = {
      kind: 'activityReportedDone',
      to: await this.notifier.holders(ctx, COMPILING),
      roles: COMPILING,
      params: { title: planned.definition.title },
      link: `/activities/${idOf(event.stream)}`,
      example: planned.example,
    };
    await this.notifier.notify(ctx, { handler: REPORTED_DONE, event }, [draft]);
  }

  /** Between tenants there is only "thông báo" and "đề nghị phối hợp": no reminder follows. */
  @Reacts('notification', receivedEvents.received, RECEIVED)
  async shareReceived(event: Recorded, ctx: Context): Promise<void> {
    const told = toldBy(event.data as Crossing);
    if (!told) return;
    await this.notifier.readUpTo(ctx, event);
    const to = await this.notifier.holders(ctx, told.roles);
    await this.notifier.notify(ctx, { handler: RECEIVED, event }, [{ ...told, to }]);
  }

  private async aboutDifficulty(
    ctx: Context,
    cause: { handler: string; event: Recorded },
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

function toldBy({ origin, content }: Crossing): Omit<Draft, 'to'> | undefined {
  const id = idOf(origin.stream);
  const from = origin.tenant;
  switch (origin.type) {
    case 'lk.agreement.agreement.recorded.v1':
    case 'lk.agreement.agreement.revised.v1': {
      const { name } = content['content'] as AgreementData;
      const roles: readonly Role[] = ['focal', 'leader'];
      return { kind: 'agreementToConfirm', roles, params: { title: name, from }, link: `/agreements/${id}` };
    }
    case 'lk.agreement.plan.issued.v1': {
      const issued = content as unknown as IssuedData;
      const { example } = issued.content;
      const params = { title: planTitle(issued), from };
      return { kind: 'planReceived', roles: DECIDING, params, link: `/plans/${id}`, example };
    }
    case 'lk.agreement.plan.recalled.v1': {
      const { document } = content as { document: DocumentRef };
      const title = [document.number, document.symbol].filter(Boolean).join('/');
      const roles: readonly Role[] = [...DECIDING, 'clerk'];
      return { kind: 'planRecalled', roles, params: { title, from }, link: `/plans/${id}` };
    }
    case 'lk.reporting.obligation.reportSent.v1': {
      const { title = '' } = content as { title?: string };
      return { kind: 'reportSent', roles: DECIDING, params: { title, from }, link: `/obligations/${id}` };
    }
    case 'lk.activity.difficulty.passedToPartner.v1': {
      const { text, example } = content as { text: string; example: boolean };
      const params = { title: text, from };
      const link = `/difficulties/${id}`;
      return { kind: 'difficultyReceivedFromPartner', roles: DECIDING, params, link, example };
    }
  }
  return undefined;
}
