import { Controller } from '@nestjs/common';
import {
  dayEvents,
  planEvents,
  type ActivityDefinition,
  type AmendedData,
  type DocumentRef,
  type IssuedData,
  type PlanChange,
  type PlanContent,
} from '@lien-ket/contracts';
import { idOf, reactionId, unreachable, type Context, type Recorded } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { activityDecider, type ActivityReaction } from './activity.decider.js';
import { beganBefore, definitionOf } from './activity.definition.js';
import { FutureActRow } from './activity.rows.js';

const ACTS = 'activity.from-plan-act';
type Ended = { readonly document: DocumentRef; readonly reason: string };

/**
 * Activities follow the acts on their plan. One act concerns many activities: each is one append, idempotent by its own
 * command id, so that a handler that stopped half-way goes on where it was (docs/adr/0006).
 */
@Controller()
export class ActivityConsumer {
  constructor(private readonly runtime: Runtime) {}

  @Reacts('activity', planEvents.issued, ACTS)
  onIssued(event: Recorded, ctx: Context): Promise<void> {
    return this.unlessFuture(event, ctx, () => this.issued(event, ctx));
  }

  @Reacts('activity', planEvents.amended, 'activity.from-plan-amended')
  onAmended(event: Recorded, ctx: Context): Promise<void> {
    return this.unlessFuture(event, ctx, () => this.amended(event, ctx));
  }

  @Reacts('activity', planEvents.recalled, 'activity.from-plan-recalled')
  onRecalled(event: Recorded, ctx: Context): Promise<void> {
    return this.unlessFuture(event, ctx, () => this.cancelAll(event, ctx));
  }

  @Reacts('activity', planEvents.ended, 'activity.from-plan-ended')
  onEnded(event: Recorded, ctx: Context): Promise<void> {
    return this.unlessFuture(event, ctx, () => this.cancelAll(event, ctx));
  }

  /** A correction puts another entry in the place of an act: what it says of each item holds from the start. */
  @Reacts('activity', planEvents.entryCorrected, 'activity.from-plan-corrected')
  async onCorrected(event: Recorded, ctx: Context): Promise<void> {
    const { replacement } = event.data as { replacement: { issued?: IssuedData; effectiveOn?: string } };
    const { issued } = replacement;
    if (!issued) return;
    const inForceFrom = replacement.effectiveOn ?? ctx.businessDate;
    for (const item of issued.content.items.filter(({ becomesActivity }) => becomesActivity)) {
      await this.redefine(event, ctx, item.id, definitionOf(issued.content, item), inForceFrom);
    }
  }

  /** Nobody acts on a future act before its day; on that day everybody does (DESIGN §4.5). */
  @Reacts('activity', dayEvents.began, 'activity.future-acts')
  async onDay(event: Recorded, ctx: Context): Promise<void> {
    const { date } = event.data as { date: string };
    const due = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(FutureActRow).find({ where: { effectiveOn: date }, order: { seq: 'ASC' } }),
    );
    for (const { seq } of due) {
      for await (const [act] of this.runtime.store.log(ctx, { after: seq - 1, until: seq }))
        if (act) await this.act(act, ctx);
    }
  }

  private act(event: Recorded, ctx: Context): Promise<void> {
    if (event.type === planEvents.issued.type) return this.issued(event, ctx);
    return event.type === planEvents.amended.type ? this.amended(event, ctx) : this.cancelAll(event, ctx);
  }

  private async unlessFuture(event: Recorded, ctx: Context, work: () => Promise<void>): Promise<void> {
    const { effectiveOn, businessDate } = event.header;
    if (effectiveOn === undefined || effectiveOn <= businessDate) return work();
    await this.runtime.db.use(ctx, (db) =>
      db.getRepository(FutureActRow).save({ seq: event.seq, effectiveOn }),
    );
  }

  private async issued(event: Recorded, ctx: Context): Promise<void> {
    const data = event.data as IssuedData;
    const { content } = data;
    let order = 0;
    for (const item of content.items) {
      order += 1;
      if (item.becomesActivity)
        await this.plan(event, ctx, data, item.id, definitionOf(content, item), order);
    }
  }

  private async plan(
    event: Recorded,
    ctx: Context,
    issued: IssuedData,
    itemId: string,
    definition: ActivityDefinition,
    order: number,
  ): Promise<void> {
    const inForceFrom = event.header.effectiveOn ?? event.header.businessDate;
    const planNumber = issued.number ? `${issued.number}/${issued.symbol ?? ''}` : undefined;
    await this.send(event, ctx, itemId, {
      type: 'plan',
      data: {
        planId: idOf(event.stream),
        ...(planNumber ? { planNumber } : {}),
        itemId,
        ...(issued.content.focalAgencyId ? { ownerId: issued.content.focalAgencyId } : {}),
        example: issued.content.example,
        order,
        definition,
        beganBeforeInForce: beganBefore(definition, inForceFrom),
        historic: definition.window !== undefined && definition.window.to < ctx.businessDate,
        sharedWith: issued.sharedWith,
      },
    });
  }

  private async amended(event: Recorded, ctx: Context): Promise<void> {
    const { changes, reason, document } = event.data as AmendedData;
    const issued = await this.issuedOf(ctx, event);
    if (!issued) return;
    for (const [index, change] of changes.entries())
      await this.change(event, ctx, issued, change, { reason, document, index });
  }

  private async change(
    event: Recorded,
    ctx: Context,
    issued: IssuedData,
    change: PlanChange,
    why: { reason: string; document: DocumentRef; index: number },
  ): Promise<void> {
    switch (change.op) {
      case 'addItem':
        return this.plan(
          event,
          ctx,
          issued,
          change.item.id,
          definitionOf(issued.content, change.item),
          issued.content.items.length + 1 + why.index,
        );
      case 'removeItem':
        return this.send(event, ctx, change.itemId, {
          type: 'cancel',
          reason: change.reason,
          document: why.document,
          planEventId: event.header.id,
        });
      case 'setItem':
        return this.setItem(event, ctx, issued.content, change, why.index);
      case 'setPlan':
        return;
    }
    unreachable(change);
  }

  private async setItem(
    event: Recorded,
    ctx: Context,
    content: PlanContent,
    change: Extract<PlanChange, { op: 'setItem' }>,
    part: number,
  ): Promise<void> {
    const definition = await this.merged(ctx, content, change);
    const inForceFrom = event.header.effectiveOn ?? ctx.businessDate;
    if (definition) await this.redefine(event, ctx, change.itemId, definition, inForceFrom, part);
  }

  /** The present definition with the changed fields: earlier amendments of other fields stay. */
  private async merged(
    ctx: Context,
    content: PlanContent,
    change: Extract<PlanChange, { op: 'setItem' }>,
  ): Promise<ActivityDefinition | undefined> {
    const history = await this.runtime.store.read(ctx, `activity-${activityIdOf(ctx, change.itemId)}`);
    const { definition } = foldEvents(activityDecider, history);
    const item = content.items.find(({ id }) => id === change.itemId);
    if (!definition) return undefined;
    const { text, leads, leadScope: _scope, ...fields } = change.fields;
    const next = { ...definition, ...fields, ...(text ? { title: text } : {}), ...(leads ? { leads } : {}) };
    if (!change.fields.time || !item) return next;
    const { window } = definitionOf(content, { ...item, ...change.fields });
    return { ...next, ...(window ? { window } : { window: undefined }) };
  }

  private redefine(
    event: Recorded,
    ctx: Context,
    itemId: string,
    definition: ActivityDefinition,
    inForceFrom: string,
    part = 0,
  ): Promise<void> {
    const reaction = {
      type: 'redefine' as const,
      definition,
      planEventId: event.header.id,
      beganBeforeInForce: beganBefore(definition, inForceFrom),
    };
    return this.send(event, ctx, itemId, reaction, part);
  }

  private async cancelAll(event: Recorded, ctx: Context): Promise<void> {
    const { reason, document } = event.data as Ended;
    const issued = await this.issuedOf(ctx, event);
    for (const item of issued?.content.items ?? [])
      await this.send(event, ctx, item.id, {
        type: 'cancel',
        reason,
        document,
        planEventId: event.header.id,
      });
  }

  private async issuedOf(ctx: Context, event: Recorded): Promise<IssuedData | undefined> {
    const events = await this.runtime.store.read(ctx, event.stream);
    return events.findLast(({ type }) => type === planEvents.issued.type)?.data as IssuedData | undefined;
  }

  private async send(
    event: Recorded,
    ctx: Context,
    itemId: string,
    reaction: ActivityReaction,
    part = 0,
  ): Promise<void> {
    const command = { ...reaction, by: { account: '', roles: [], system: true }, on: ctx.businessDate };
    const commandId = commandIdOf(ACTS, event, `${reaction.type} ${itemId} ${part}`);
    await this.runtime.handle(ctx, activityDecider, {
      id: activityIdOf(ctx, itemId),
      commandId,
      name: reaction.type,
      command,
    });
  }
}

/** The activity of an item: a second message makes the same one. */
export function activityIdOf(ctx: Context, itemId: string): string {
  return reactionId(ctx.tenantId, itemId, 'activity');
}
