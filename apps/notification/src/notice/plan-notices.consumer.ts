import { Controller } from '@nestjs/common';
import {
  amendmentEvents,
  planEvents,
  type AgencyRef,
  type AmendmentEvent,
  type DocumentRef,
} from '@lien-ket/contracts';
import type { Context, Recorded, Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Notifier, type Draft } from './notifier.js';
import { idsOf, issuedOf, planLink, planTitle } from './told-plan.js';

const SUBMITTED = 'notification.plan-submitted';
const CONSULTED = 'notification.plan-consulted';
const SENT_BACK = 'notification.plan-sent-back';
const SIGNED = 'notification.plan-signed';
const AMENDMENT_SUBMITTED = 'notification.amendment-submitted';
const AMENDMENT_SENT_BACK = 'notification.amendment-sent-back';
const WRITERS: readonly Role[] = ['officer', 'head', 'focal'];

@Controller()
export class PlanNoticesConsumer {
  private readonly notifier: Notifier;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
  }

  /** To those who are asked for their comments. */
  @Reacts('notification', planEvents.consulted, CONSULTED)
  async consulted(event: Recorded, ctx: Context): Promise<void> {
    const { organisations, dueOn } = event.data as { organisations: readonly AgencyRef[]; dueOn?: string };
    await this.notifier.notify(ctx, { handler: CONSULTED, event }, [
      {
        kind: 'planConsulted',
        to: idsOf(organisations),
        roles: WRITERS,
        params: { ...draftSaid(undefined), ...(dueOn ? { dueOn } : {}) },
        link: planLink(event),
      },
    ]);
  }

  @Reacts('notification', planEvents.submitted, SUBMITTED)
  async submitted(event: Recorded, ctx: Context): Promise<void> {
    const { document } = event.data as { document?: DocumentRef };
    await this.toHolders(ctx, { handler: SUBMITTED, event }, ['leader'], {
      kind: 'planSubmitted',
      params: draftSaid(document),
      link: planLink(event),
    });
  }

  @Reacts('notification', planEvents.sentBack, SENT_BACK)
  async sentBack(event: Recorded, ctx: Context): Promise<void> {
    await this.toHolders(ctx, { handler: SENT_BACK, event }, ['focal', 'region-coordinator'], {
      kind: 'planSentBack',
      params: draftSaid(undefined),
      link: planLink(event),
    });
  }

  @Reacts('notification', planEvents.signed, SIGNED)
  async signed(event: Recorded, ctx: Context): Promise<void> {
    await this.toHolders(ctx, { handler: SIGNED, event }, ['clerk'], {
      kind: 'planSigned',
      params: draftSaid(undefined),
      link: planLink(event),
    });
  }

  @Reacts('notification', amendmentEvents.submitted, AMENDMENT_SUBMITTED)
  async amendmentSubmitted(event: Recorded, ctx: Context): Promise<void> {
    const about = await this.amendment(ctx, event);
    if (!about) return;
    await this.toHolders(ctx, { handler: AMENDMENT_SUBMITTED, event }, ['leader'], {
      kind: 'amendmentSubmitted',
      ...about.said,
    });
  }

  @Reacts('notification', amendmentEvents.sentBack, AMENDMENT_SENT_BACK)
  async amendmentSentBack(event: Recorded, ctx: Context): Promise<void> {
    const about = await this.amendment(ctx, event);
    if (!about) return;
    const draft = { kind: 'amendmentSentBack' as const, to: [about.ownerId], roles: WRITERS, ...about.said };
    await this.notifier.notify(ctx, { handler: AMENDMENT_SENT_BACK, event }, [draft]);
  }

  private async toHolders(
    ctx: Context,
    cause: { handler: string; event: Recorded },
    roles: readonly Role[],
    draft: Omit<Draft, 'to' | 'roles'>,
  ): Promise<void> {
    await this.notifier.readUpTo(ctx, cause.event);
    const to = await this.notifier.holders(ctx, roles);
    await this.notifier.notify(ctx, cause, [{ ...draft, to, roles }]);
  }

  /** What an amendment is about, from its proposal and the plan's own act. */
  private async amendment(
    ctx: Context,
    event: Recorded,
  ): Promise<{ ownerId: string; said: Pick<Draft, 'params' | 'link' | 'example'> } | undefined> {
    const history = await this.runtime.store.read(ctx, event.stream);
    const proposed = history.find(({ type }) => type === amendmentEvents.proposed.type)?.data as
      Extract<AmendmentEvent, { type: 'lk.agreement.amendment.proposed.v1' }>['data'] | undefined;
    if (!proposed) return undefined;
    const issued = await issuedOf(this.runtime, ctx, `plan-${proposed.planId}`);
    const said = {
      params: issued ? { title: planTitle(issued) } : draftSaid(undefined),
      link: `/plans/${proposed.planId}`,
      example: issued?.content.example ?? false,
    };
    return { ownerId: proposed.ownerId, said };
  }
}

/** Drafts are not told to other services: a code stands for what has no other name here; readers' catalogues say it. */
function draftSaid(document: DocumentRef | undefined): Draft['params'] {
  const named = [document?.number, document?.symbol].filter(Boolean).join('/');
  return named === '' ? { titleCode: 'draftPlan' } : { titleCode: 'draftPlanSubmitted', document: named };
}
