import { Controller } from '@nestjs/common';
import {
  amendmentEvents,
  planEvents,
  type AgencyRef,
  type AmendmentEvent,
  type DocumentRef,
  type IssuedData,
  type PlanChange,
  type PlanContent,
  type PlanEvent,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { NOTHING_YET, actsAt, applyAct, concernedBy, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { Notifier, type Draft } from './notifier.js';

const SUBMITTED = 'notification.plan-submitted';
const CONSULTED = 'notification.plan-consulted';
const SENT_BACK = 'notification.plan-sent-back';
const SIGNED = 'notification.plan-signed';
const ISSUED = 'notification.plan-issued';
const AMENDED = 'notification.plan-amended';
const RECALLED = 'notification.plan-recalled';
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
        params: { title: draftTitle(undefined), ...(dueOn ? { dueOn } : {}) },
        link: planLink(event),
      },
    ]);
  }

  @Reacts('notification', planEvents.submitted, SUBMITTED)
  async submitted(event: Recorded, ctx: Context): Promise<void> {
    const { document } = event.data as { document?: DocumentRef };
    await this.toHolders(ctx, { handler: SUBMITTED, event }, ['leader'], {
      kind: 'planSubmitted',
      params: { title: draftTitle(document) },
      link: planLink(event),
    });
  }

  @Reacts('notification', planEvents.sentBack, SENT_BACK)
  async sentBack(event: Recorded, ctx: Context): Promise<void> {
    await this.toHolders(ctx, { handler: SENT_BACK, event }, ['focal', 'region-coordinator'], {
      kind: 'planSentBack',
      params: { title: draftTitle(undefined) },
      link: planLink(event),
    });
  }

  @Reacts('notification', planEvents.signed, SIGNED)
  async signed(event: Recorded, ctx: Context): Promise<void> {
    await this.toHolders(ctx, { handler: SIGNED, event }, ['clerk'], {
      kind: 'planSigned',
      params: { title: draftTitle(undefined) },
      link: planLink(event),
    });
  }

  /** To everybody who leads something under it. */
  @Reacts('notification', planEvents.issued, ISSUED)
  async issued(event: Recorded, ctx: Context): Promise<void> {
    const data = event.data as IssuedData;
    const { items, sections, example } = data.content;
    await this.notifier.notify(ctx, { handler: ISSUED, event }, [
      {
        kind: 'planIssued',
        to: idsOf([...items, ...sections].flatMap(({ leads }) => leads)),
        roles: WRITERS,
        params: { title: planTitle(data) },
        link: planLink(event),
        example,
      },
    ]);
  }

  /** To those whose leading begins or ends, or whose rows change. */
  @Reacts('notification', planEvents.amended, AMENDED)
  async amended(event: Recorded, ctx: Context): Promise<void> {
    const { changes } = event.data as { changes: readonly PlanChange[] };
    const issued = await this.issuedOf(ctx, event.stream);
    if (!issued) return;
    await this.notifier.notify(ctx, { handler: AMENDED, event }, [
      {
        kind: 'planAmended',
        to: idsOf(changes.flatMap((change) => touchedLeads(issued, change))),
        roles: WRITERS,
        params: { title: planTitle(issued) },
        link: planLink(event),
        example: issued.content.example,
      },
    ]);
  }

  /** To everybody who works under it: each marks its copy, and says so. */
  @Reacts('notification', planEvents.recalled, RECALLED)
  async recalled(event: Recorded, ctx: Context): Promise<void> {
    const issued = await this.issuedOf(ctx, event.stream);
    const content = await this.contentOf(ctx, event.stream);
    if (!issued || !content) return;
    await this.notifier.notify(ctx, { handler: RECALLED, event }, [
      {
        kind: 'planRecalled',
        to: concernedBy(content),
        roles: WRITERS,
        params: { title: planTitle(issued) },
        link: planLink(event),
        example: content.example,
      },
    ]);
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
    const issued = await this.issuedOf(ctx, `plan-${proposed.planId}`);
    const said = {
      params: { title: issued ? planTitle(issued) : draftTitle(undefined) },
      link: `/plans/${proposed.planId}`,
      example: issued?.content.example ?? false,
    };
    return { ownerId: proposed.ownerId, said };
  }

  /** With every amendment decided so far. */
  private async contentOf(ctx: Context, stream: string): Promise<PlanContent | null> {
    const acts = await this.runtime.store.read(ctx, stream);
    const events = acts.map((event) => evolvingOf(event) as RecordedPlanEvent);
    return actsAt(events).reduce(applyAct, NOTHING_YET).content;
  }

  private async issuedOf(ctx: Context, stream: string): Promise<IssuedData | undefined> {
    const acts = await this.runtime.store.read(ctx, stream);
    const issued = acts.find(({ type }) => type === planEvents.issued.type) as
      Extract<PlanEvent, { type: 'lk.agreement.plan.issued.v1' }> | undefined;
    return issued?.data;
  }
}

function touchedLeads({ content }: IssuedData, change: PlanChange): readonly AgencyRef[] {
  const before = (itemId: string): readonly AgencyRef[] =>
    content.items.find(({ id }) => id === itemId)?.leads ?? [];
  switch (change.op) {
    case 'setItem':
      return [...before(change.itemId), ...(change.fields.leads ?? [])];
    case 'addItem':
      return change.item.leads;
    case 'removeItem':
      return before(change.itemId);
    case 'setPlan':
      return [];
  }
}

function idsOf(agencies: readonly AgencyRef[]): string[] {
  return agencies.flatMap(({ organisationId }) => organisationId ?? []);
}

function planLink({ stream }: Recorded): string {
  return `/plans/${idOf(stream)}`;
}

export function planTitle({ number, symbol, content }: IssuedData): string {
  const named = [number, symbol].filter(Boolean).join('/');
  return named === '' ? content.title : `${named} ${content.title}`;
}

/** Drafts are not told to other services; before it is issued a plan has no other name here. */
function draftTitle(document: DocumentRef | undefined): string {
  const named = [document?.number, document?.symbol].filter(Boolean).join('/');
  return named === '' ? 'dự thảo kế hoạch' : `dự thảo kế hoạch, tờ trình ${named}`;
}
