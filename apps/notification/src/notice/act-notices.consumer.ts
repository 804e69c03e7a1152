import { Controller } from '@nestjs/common';
import {
  planEvents,
  type AgencyRef,
  type EventOf,
  type IssuedData,
  type PlanContent,
} from '@lien-ket/contracts';
import type { Context, Recorded, Role } from '@lien-ket/kernel';
import { hashBody } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { concernedBy, leadsOfItem } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { Notifier, type Cause, type Draft } from './notifier.js';
import { contentOf, idsOf, issuedOf, planLink, planTitle } from './told-plan.js';

const ISSUED = 'notification.plan-issued';
const AMENDED = 'notification.plan-amended';
const CORRECTED = 'notification.plan-entry-corrected';
const RECALLED = 'notification.plan-recalled';
const WRITERS: readonly Role[] = ['officer', 'head', 'focal'];

/** Acts on a plan, and our own mending of them. */
@Controller()
export class ActNoticesConsumer {
  private readonly notifier: Notifier;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
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
  amended(event: Recorded, ctx: Context): Promise<void> {
    return this.toTouched(ctx, { handler: AMENDED, event }, 'planAmended');
  }

  /**
   * What was typed wrong told the wrong ones: those who gain or lose by the correction hear of it, and everybody who was
   * told of an act that was none.
   */
  @Reacts('notification', planEvents.entryCorrected, CORRECTED)
  entryCorrected(event: Recorded, ctx: Context): Promise<void> {
    const { replacement } = event.data as EventOf<typeof planEvents.entryCorrected>['data'];
    const cause = { handler: CORRECTED, event };
    return this.toTouched(
      ctx,
      cause,
      'planEntryCorrected',
      replacement.enteredInError ? concernedBy : () => [],
    );
  }

  /** To everybody who works under it: each marks its copy, and says so. */
  @Reacts('notification', planEvents.recalled, RECALLED)
  async recalled(event: Recorded, ctx: Context): Promise<void> {
    const issued = await issuedOf(this.runtime, ctx, event.stream);
    const content = await contentOf(this.runtime, ctx, event.stream);
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

  private async toTouched(
    ctx: Context,
    cause: Cause,
    kind: Draft['kind'],
    others: (content: PlanContent) => readonly string[] = () => [],
  ): Promise<void> {
    const { event } = cause;
    const issued = await issuedOf(this.runtime, ctx, event.stream);
    const before = await contentOf(this.runtime, ctx, event.stream, event.seq - 1);
    const after = await contentOf(this.runtime, ctx, event.stream, event.seq);
    if (!issued || !before || !after) return;
    await this.notifier.notify(ctx, cause, [
      {
        kind,
        to: [...new Set([...idsOf(touchedLeads(before, after)), ...others(after)])],
        roles: WRITERS,
        params: { title: planTitle(issued) },
        link: planLink(event),
        example: issued.content.example,
      },
    ]);
  }
}

/** Who leads, before or after, an item that differs; an item without leads of its own has those of its group. */
function touchedLeads(before: PlanContent, after: PlanContent): readonly AgencyRef[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const touched = [...new Set([...old.keys(), ...now.keys()])].filter(
    (id) => hashBody(old.get(id) ?? null) !== hashBody(now.get(id) ?? null),
  );
  return touched.flatMap((id) => [...(old.get(id)?.leads ?? []), ...(now.get(id)?.leads ?? [])]);
}

function itemsOf(content: PlanContent): ReadonlyMap<string, PlanContent['items'][number]> {
  return new Map(content.items.map((item) => [item.id, { ...item, leads: leadsOfItem(content, item) }]));
}
