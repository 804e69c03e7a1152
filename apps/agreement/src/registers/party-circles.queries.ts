import type { WorkingGroupData } from '@lien-ket/contracts';
import { streamOf, type Context } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { sharedEver, sharedWithOf, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { AgreementQueries } from '../agreement/agreement.queries.js';
import { RegisterRow } from './register.rows.js';
import type { Parties } from './working-group.decider.js';

export type Belonging = Pick<WorkingGroupData, 'underPlan' | 'underAgreement'>;

/** Whom a working group concerns: the parties of the plan and of the agreement that it belongs to. */
export class PartyCircles {
  private readonly agreements: AgreementQueries;

  constructor(private readonly runtime: Runtime) {
    this.agreements = new AgreementQueries(runtime);
  }

  async of(ctx: Context, { underPlan, underAgreement }: Belonging): Promise<Parties> {
    const none: Parties = { now: [], ever: [] };
    const plan = underPlan?.id ? await this.ofPlan(ctx, underPlan.id) : none;
    const agreement = underAgreement?.id ? await this.ofAgreement(ctx, underAgreement.id) : none;
    return { now: [...plan.now, ...agreement.now], ever: [...plan.ever, ...agreement.ever] };
  }

  /** Own groups that belong to a plan or to an agreement. */
  async groupsUnder(ctx: Context, under: 'underPlan' | 'underAgreement', id: string): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(RegisterRow)
        .createQueryBuilder('r')
        .where(`r.kind = 'workinggroup' AND r.origin_tenant IS NULL`)
        .andWhere('r.data @> :under::jsonb', { under: JSON.stringify({ [under]: { id } }) })
        .orderBy('r.id')
        .getMany(),
    );
    return rows.map((row) => row.id);
  }

  private async ofPlan(ctx: Context, id: string): Promise<Parties> {
    const history = await this.runtime.store.read(ctx, streamOf('plan', id));
    const events = history.map((event) => evolvingOf(event) as RecordedPlanEvent);
    return { now: sharedWithOf(events), ever: sharedEver(events) };
  }

  private async ofAgreement(ctx: Context, id: string): Promise<Parties> {
    await this.runtime.current(ctx);
    const under = [{ id }];
    const now = await this.agreements.partnersUnder(ctx, under);
    return { now, ever: await this.agreements.partnersEverUnder(ctx, under) };
  }
}
