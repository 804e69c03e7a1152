import { In } from 'typeorm';
import { DomainError, type Context } from '@lien-ket/kernel';
import type {
  AmendmentView,
  FieldChange,
  HistoryStep,
  Page,
  PlanListItem,
  PlanView,
} from '@lien-ket/contracts';
import { evolvingOf, type StoredEvent } from '@lien-ket/event-store';
import { foldForSearch } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type Moment, type PageQuery } from '@lien-ket/service';
import {
  NOTHING_YET,
  actsAt,
  diffPlans,
  documentOf,
  effectiveOf,
  expired,
  inForce,
  planStep,
  reasonOf,
  sharedEver,
  type PlanAtPoint,
  type Point,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';
import { consultationOf } from './plan.consultation.js';
import { planDecider } from './plan.decider.js';
import { plansAsOf } from './plan.as-of.js';
import { columnsOf } from './plan.ranges.js';
import { SORTS, type PlanFilter } from './plan.filter.js';
import { AcknowledgementQueries } from './acknowledgement.queries.js';
import { AmendmentRow, PlanRow } from './plan.rows.js';
import type { Borne } from './numbers.js';
import { actViews, amendmentView, headOf, listItem } from './plan.views.js';

interface Source {
  readonly row: PlanRow;
  readonly events: readonly RecordedPlanEvent[];
  /** With actors and positions, for an own plan; a received one shows what crossed. */
  readonly stored: readonly StoredEvent[];
}

/** What is decided for a later day is not in force yet (DESIGN §4.5). */
const STATE_ON_DAY = `(CASE WHEN p.ends_on > :day THEN 'issued' ELSE p.state END)`;

/** Answers about plans: lists from rows, one plan from its events. */
export class PlanQueries {
  private readonly acknowledgements: AcknowledgementQueries;

  constructor(private readonly runtime: Runtime) {
    this.acknowledgements = new AcknowledgementQueries(runtime);
  }

  async list(
    ctx: Context,
    filter: PlanFilter & Partial<Moment>,
    page: PageQuery,
  ): Promise<Page<PlanListItem>> {
    if (filter.asOf ?? filter.knownAt) return plansAsOf(this.runtime, ctx, filter, page);
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(PlanRow).createQueryBuilder('p');
      if (filter.q) query.andWhere('p.search LIKE :q', { q: `%${foldForSearch(filter.q)}%` });
      if (filter.state === 'expired') query.andWhere(`${STATE_ON_DAY} = 'issued' AND p.last_day < :day`);
      else if (filter.state) query.andWhere(`${STATE_ON_DAY} = :state`, { state: filter.state });
      query.setParameters({ day: ctx.businessDate });
      if (filter.origin)
        query.andWhere(filter.origin === 'own' ? 'p.origin_tenant IS NULL' : 'p.origin_tenant IS NOT NULL');
      return pageRows(query, page, SORTS);
    });
    return { ...shown, items: shown.items.map((row) => listItem(row, ctx.businessDate)) };
  }

  /** Those of the ids that were drafted here or received. */
  async known(ctx: Context, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(PlanRow).find({ select: { id: true }, where: { id: In([...ids]) } }),
    );
    return rows.map(({ id }) => id);
  }

  async one(ctx: Context, id: string, point: Partial<Point>): Promise<PlanView> {
    const source = await this.source(ctx, id);
    const asOf = point.asOf ?? ctx.businessDate;
    const at = inForce(source.events, { asOf, knownAt: point.knownAt });
    const asked = point.asOf !== undefined || point.knownAt !== undefined;
    // Without a question about time a draft, or a plan decided but not yet in force, is shown as it is being made.
    const draft =
      asked || at.content ? null : source.events.reduce(planDecider.evolve, planDecider.initialState());
    const content = at.content ?? draft?.content;
    if (!content) throw new DomainError('notFound', 'plan.notYet', { asOf });
    // What became known of it later, or counts later only, was not true of it at another moment.
    const head = headOf(asked ? { ...source.row, ...columnsOf(content, at) } : source.row, asOf);
    const { number, symbol, date, place, signer, effectiveOn, basis } = draft ? comingOf(source.events) : at;
    const acts = actViews(source.events, point.knownAt);
    const tenants = sharedEver(source.events);
    const rounds = asked
      ? { recall: null, consultation: null }
      : {
          recall: await this.acknowledgements.recallOf(ctx, { ...head, acts, content }, tenants),
          consultation: consultationOf(source.events),
        };
    return {
      ...head,
      title: content.title,
      number,
      content,
      symbol,
      date: date ?? null,
      place,
      signer: signer ?? null,
      effectiveOn,
      basis,
      state: draft ? draft.state : at.state,
      inForce: at.state === 'issued' && !expired(at, asOf),
      expired: at.state === 'issued' && expired(at, asOf),
      acts,
      removedItems: [...at.removed],
      ...rounds,
      asOf,
      knownAt: point.knownAt ?? null,
    };
  }

  async history(ctx: Context, id: string): Promise<HistoryStep[]> {
    const { events, stored } = await this.source(ctx, id);
    return events.map((event, index) => {
      const whole = stored[index];
      return {
        eventId: event.id,
        revision: event.revision,
        seq: whole?.seq ?? 0,
        type: event.type,
        actor: whole ? { ...whole.header.actor } : { account: '', role: 'system', kind: 'system' },
        businessDate: event.businessDate,
        recordedAt: event.recordedAt,
        effectiveOn: event.effectiveOn ?? null,
        document: documentOf(event),
        reason: reasonOf(event),
        changes: planStep(events.slice(0, index), event),
        difficulties: event.type === 'lk.agreement.plan.amended.v1' ? (event.data.difficulties ?? []) : [],
      };
    });
  }

  async diff(ctx: Context, id: string, from: Point, to: Point): Promise<FieldChange[]> {
    const { events } = await this.source(ctx, id);
    return diffPlans(inForce(events, from), inForce(events, to));
  }

  async amendments(ctx: Context, planId: string): Promise<AmendmentView[]> {
    await this.source(ctx, planId);
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(AmendmentRow).find({ where: { planId }, order: { id: 'ASC' } }),
    );
    return rows.map(amendmentView);
  }

  async listAmendments(
    ctx: Context,
    filter: { readonly state?: string; readonly planId?: string },
    page: PageQuery,
  ): Promise<Page<AmendmentView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(AmendmentRow).createQueryBuilder('m');
      if (filter.state) query.andWhere('m.state = :state', { state: filter.state });
      if (filter.planId) query.andWhere('m.plan_id = :planId', { planId: filter.planId });
      return pageRows(query, page, { id: [{ sql: 'm.id', of: ({ id }) => id }] });
    });
    return { ...shown, items: shown.items.map(amendmentView) };
  }

  async amendment(ctx: Context, id: string): Promise<AmendmentView> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(AmendmentRow).findOneBy({ id }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return amendmentView(row);
  }

  /** What bears a number of a year among our own plans and the documents that amend or end them. */
  async bearing(ctx: Context, key: string): Promise<Borne[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(PlanRow)
        .createQueryBuilder('p')
        .select(['p.id', 'p.borne'])
        .where('p.origin_tenant IS NULL AND p.borne @> :borne::jsonb', { borne: JSON.stringify([{ key }]) })
        .orderBy('p.id')
        .getMany(),
    );
    return rows.flatMap(({ borne }) => borne.filter((one) => one.key === key));
  }

  /** Own plans under an agreement that may still be shared: issued, and what is closed but not ended. */
  async under(ctx: Context, agreementId: string): Promise<string[]> {
    const under = [{ data: { content: { underAgreements: [{ id: agreementId }] } } }];
    const rows = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(PlanRow)
        .createQueryBuilder('p')
        .select('p.id')
        .where(`p.origin_tenant IS NULL AND p.state IN ('issued', 'closed')`)
        .andWhere('p.events @> :under::jsonb', { under: JSON.stringify(under) })
        .orderBy('p.id')
        .getMany(),
    );
    return rows.map(({ id }) => id);
  }

  private async source(ctx: Context, id: string): Promise<Source> {
    const stored = await this.runtime.store.read(ctx, `plan-${id}`);
    const row = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(PlanRow)
        .createQueryBuilder('p')
        .addSelect('p.events')
        .where('p.id = :id', { id })
        .getOne(),
    );
    if (!row) throw new DomainError('notFound', 'notFound');
    const events =
      stored.length > 0 ? stored.map((event) => evolvingOf(event) as RecordedPlanEvent) : row.events;
    return { row: { ...row, revision: stored.at(-1)?.revision ?? row.revision }, events, stored };
  }
}

/** An issued plan on its first day, which may be to come; of a draft nothing is printed yet. */
function comingOf(events: readonly RecordedPlanEvent[]): PlanAtPoint {
  const issued = actsAt(events).find(({ type }) => type === 'lk.agreement.plan.issued.v1');
  return issued ? inForce(events, { asOf: effectiveOf(issued) }) : NOTHING_YET;
}
