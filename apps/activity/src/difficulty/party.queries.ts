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
import { streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { ActivityRow } from '../activity/activity.rows.js';

type Raised = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.raised.v1' }>['data'];
type Shared = { readonly sharedWith?: readonly string[] };
const RECORDS: readonly string[] = [agreementEvents.recorded.type, agreementEvents.revised.type];

/** With whom a difficulty may be spoken of: the other tenants whom its activity and plan concern. */
export class PartyQueries {
  constructor(private readonly runtime: Runtime) {}

  /** Those with whom the plan or the activity was shared, who issued it, and the parties of its agreements. */
  async concernedBy(ctx: Context, difficultyId: string): Promise<string[]> {
    const raised = (await this.read(ctx, 'difficulty', difficultyId)).find(
      ({ type }) => type === difficultyEvents.raised.type,
    )?.data as Raised | undefined;
    if (!raised) return [];
    const { activityId, planId } = raised;
    const activity = activityId ? await this.read(ctx, 'activity', activityId) : [];
    const plan = planId ? await this.read(ctx, 'plan', planId) : [];
    const shared = [...activity, ...plan].flatMap(({ data }) => (data as Shared).sharedWith ?? []);
    const parties = await this.partiesOver(ctx, plan);
    const issuers = planId ? await this.issuersOf(ctx, planId) : [];
    return [...new Set([...shared, ...parties, ...issuers])].filter((tenant) => tenant !== ctx.tenantId);
  }

  private async partiesOver(ctx: Context, plan: readonly Recorded[]): Promise<string[]> {
    const issued = plan.findLast(({ type }) => type === planEvents.issued.type)?.data as
      IssuedData | undefined;
    const parties: string[] = [];
    for (const { id, tenant } of issued?.content.underAgreements ?? [])
      if (id) parties.push(...(await this.partiesOf(ctx, id, tenant)));
    return parties;
  }

  /** As last recorded, here or by the party that keeps the record. */
  private async partiesOf(ctx: Context, id: string, tenant = ctx.tenantId): Promise<string[]> {
    const records =
      tenant === ctx.tenantId
        ? await this.read(ctx, 'agreement', id)
        : (await this.read(ctx, 'received', tenant)).flatMap((event) => crossed(event, id));
    const last = records.findLast(({ type }) => RECORDS.includes(type))?.data as
      { readonly content: AgreementData } | undefined;
    return (last?.content.parties ?? []).flatMap((party) => party.tenant ?? []);
  }

  /** A difficulty about a plan that was shared with us may go to who issued it. */
  private async issuersOf(ctx: Context, planId: string): Promise<string[]> {
    await this.runtime.current(ctx);
    const rows = await this.runtime.db.use(ctx, (db) => db.getRepository(ActivityRow).findBy({ planId }));
    return rows.flatMap(({ originTenant }) => originTenant ?? []);
  }

  private read(ctx: Context, category: string, id: string): Promise<readonly Recorded[]> {
    return this.runtime.store.read(ctx, streamOf(category, id));
  }
}

function crossed({ type, data }: Recorded, id: string): Pick<Recorded, 'type' | 'data'>[] {
  if (type !== receivedEvents.received.type) return [];
  const { origin, content } = data as Crossing;
  return origin.stream === streamOf('agreement', id) ? [{ type: origin.type, data: content }] : [];
}
