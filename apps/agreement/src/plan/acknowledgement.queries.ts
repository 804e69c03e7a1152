import type { PlanRecall, PlanView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { inabilityOn } from '@lien-ket/access';
import { concernedBy } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { AcknowledgementRow } from './acknowledgement.rows.js';

type Concerned = PlanRecall['concerned'][number];
type Recalled = Pick<PlanView, 'id' | 'acts' | 'content' | 'origin'>;

export class AcknowledgementQueries {
  constructor(private readonly runtime: Runtime) {}

  /** The recall of a plan and who is concerned by it; null for a plan that is not recalled. */
  async recallOf(ctx: Context, plan: Recalled, sharedWith: readonly string[]): Promise<PlanRecall | null> {
    const act = plan.acts.findLast(
      ({ type, enteredInError }) => type === 'lk.agreement.plan.recalled.v1' && !enteredInError,
    );
    if (!act) return null;
    const on = act.effectiveOn ?? act.businessDate;
    const given = await this.given(ctx, plan.id, act.eventId);
    const tenants = plan.origin ? [] : sharedWith.map((tenant) => ofTenant(given, tenant));
    const own = plan.origin ? [ofTenant(given, ctx.tenantId, null)] : await this.own(ctx, plan, given, on);
    return { eventId: act.eventId, on, concerned: [...own, ...tenants] };
  }

  /** Own organisations that lead or join under the plan; who had ended when it was recalled has nothing to mark. */
  private async own(
    ctx: Context,
    { content }: Recalled,
    given: readonly AcknowledgementRow[],
    on: string,
  ): Promise<Concerned[]> {
    const ids = concernedBy(content);
    const organisations = await this.runtime.directory.byIds(ctx, ids);
    return ids.flatMap((id) => {
      const organisation = organisations.find((one) => one.id === id);
      if (!organisation || inabilityOn(organisation, on)) return [];
      const row = given.find((one) => one.originTenant === null && one.organisationId === id);
      return [{ tenant: null, organisationId: id, name: organisation.name, ...saidBy(row) }];
    });
  }

  private async given(ctx: Context, planId: string, recall: string): Promise<AcknowledgementRow[]> {
    return this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(AcknowledgementRow)
        .find({ where: { planId, recall }, order: { onDay: 'ASC', id: 'ASC' } }),
    );
  }
}

/** @param originTenant whose log it was given in, as seen from here: null for our own */
function ofTenant(
  given: readonly AcknowledgementRow[],
  tenant: string,
  originTenant: string | null = tenant,
): Concerned {
  const row = given.find((one) => one.originTenant === originTenant);
  return { tenant, organisationId: null, name: row?.organisation ?? null, ...saidBy(row) };
}

function saidBy(row: AcknowledgementRow | undefined): Pick<Concerned, 'acknowledgedOn' | 'note'> {
  return { acknowledgedOn: row?.onDay ?? null, note: row?.note ?? null };
}
