import {
  agreementEvents,
  difficultyEvents,
  planEvents,
  receivedEvents,
  type AgreementData,
  type Crossing,
  type DifficultyEvent,
  type IssuedData,
} from '@lien-ket/contracts';
import { DomainError, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { hasEnded } from '@lien-ket/access';
import { evolvingOf, foldEvents, type StoredEvent } from '@lien-ket/event-store';
import { sharedWithOf, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { activityDecider } from '../activity/activity.decider.js';
import { ActivityRow } from '../activity/activity.rows.js';

type Raised = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.raised.v1' }>['data'];
/** What says whether an agreement names us a party, where another tenant keeps its record. */
const SAYING: readonly string[] = [
  agreementEvents.recorded,
  agreementEvents.revised,
  agreementEvents.withdrawn,
].map(({ type }) => type);

/** Whom a difficulty may be passed to. */
export interface Partners {
  /** Who sees what it is about. */
  readonly concerned: readonly string[];
  /** Of them, those whose own log has begun: others could not answer. */
  readonly begun: readonly string[];
  /** Of them, those whose last day is over: nobody there answers. */
  readonly ended: readonly string[];
}

/** With whom a difficulty may be spoken of: the other tenants that see its activity, and are parties still. */
export class PartyQueries {
  constructor(private readonly runtime: Runtime) {}

  async partnersOf(ctx: Context, difficultyId: string): Promise<Partners> {
    const all = await this.concernedBy(ctx, difficultyId);
    const concerned = [...new Set(all)].filter((tenant) => tenant !== ctx.tenantId);
    const begun = await this.runtime.begunOf(concerned);
    return { concerned, begun, ended: concerned.filter((one) => hasEnded(one, ctx.businessDate)) };
  }

  /** A plan issued here, or one whose activities another tenant shared. @throws DomainError notFound */
  async planHere(ctx: Context, planId: string): Promise<{ example: boolean; planId: string }> {
    const issued = (await this.read(ctx, 'plan', planId)).find(({ type }) => type === planEvents.issued.type);
    if (issued) return { example: (issued.data as IssuedData).content.example, planId };
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(ActivityRow).findOneBy({ planId }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return { example: row.fold.planned?.example ?? false, planId };
  }

  private async concernedBy(ctx: Context, difficultyId: string): Promise<readonly string[]> {
    const raised = (await this.read(ctx, 'difficulty', difficultyId)).find(
      ({ type }) => type === difficultyEvents.raised.type,
    )?.data as Raised | undefined;
    const { activityId, planId } = raised ?? {};
    const activity = activityId ? await this.read(ctx, 'activity', activityId) : [];
    if (activity.length > 0) return foldEvents(activityDecider, activity).planned?.sharedWith ?? [];
    if (!planId) return [];
    const plan = await this.read(ctx, 'plan', planId);
    if (plan.length > 0) return sharedWithOf(plan.map((event) => evolvingOf(event) as RecordedPlanEvent));
    return this.issuersOf(ctx, planId);
  }

  /** A difficulty about a plan that was shared with us goes to who issued it, as long as an agreement joins us. */
  private async issuersOf(ctx: Context, planId: string): Promise<string[]> {
    await this.runtime.current(ctx);
    const rows = await this.runtime.db.use(ctx, (db) => db.getRepository(ActivityRow).findBy({ planId }));
    const issuers = new Set(rows.flatMap(({ originTenant }) => originTenant ?? []));
    const joined: string[] = [];
    for (const issuer of issuers) if (await this.areJoined(ctx, issuer, planId)) joined.push(issuer);
    return joined;
  }

  private async areJoined(ctx: Context, issuer: string, planId: string): Promise<boolean> {
    const told = (await this.read(ctx, 'received', issuer)).flatMap(crossingOf);
    const issued = told.findLast(
      ({ origin }) => origin.stream === streamOf('plan', planId) && origin.type === planEvents.issued.type,
    )?.content as IssuedData | undefined;
    const under = (issued?.content.underAgreements ?? []).flatMap(({ id }) => id ?? []);
    const answers = await Promise.all(under.map((id) => this.names(ctx, issuer, id, told)));
    return answers.length === 0 || answers.includes(true);
  }

  /** By our own record, else by what the other tenant told of its own; of a third one's record nothing is known here. */
  private async names(
    ctx: Context,
    issuer: string,
    agreementId: string,
    told: readonly Crossing[],
  ): Promise<boolean> {
    const own = (await this.read(ctx, 'agreement', agreementId)).findLast(
      ({ type }) => type === agreementEvents.recorded.type || type === agreementEvents.revised.type,
    );
    if (own) {
      const { content } = own.data as { content?: AgreementData };
      return content?.parties.some(({ tenant }) => tenant === issuer) ?? false;
    }
    const said = told.findLast(
      ({ origin }) => origin.stream === streamOf('agreement', agreementId) && SAYING.includes(origin.type),
    );
    return said?.origin.type !== agreementEvents.withdrawn.type;
  }

  private read(ctx: Context, category: string, id: string): Promise<readonly StoredEvent[]> {
    return this.runtime.store.read(ctx, streamOf(category, id));
  }
}

function crossingOf({ type, data }: Recorded): Crossing[] {
  return type === receivedEvents.received.type ? [data as Crossing] : [];
}
