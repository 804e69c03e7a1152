import { In } from 'typeorm';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { BusinessDayRow, PlanRow } from './plan.rows.js';

export class PlanQueries {
  constructor(private readonly runtime: Runtime) {}

  /** Plans in force on a day, by id; one of them when asked so. */
  async inForce(ctx: Context, day: string, planId?: string): Promise<PlanRow[]> {
    return this.runtime.db.use(ctx, (db) => {
      const query = db
        .getRepository(PlanRow)
        .createQueryBuilder('p')
        .where('p.effectiveOn <= :day AND p.enteredOn <= :day', { day })
        .andWhere('(p.endedOn IS NULL OR p.endedOn > :day)')
        .andWhere(`jsonb_array_length(p.provisions) > 0`);
      if (planId !== undefined) query.andWhere('p.id = :planId', { planId });
      return query.orderBy('p.id').getMany();
    });
  }

  async byId(ctx: Context, id: string): Promise<PlanRow | null> {
    return this.runtime.db.use(ctx, (db) => db.getRepository(PlanRow).findOneBy({ id }));
  }

  async byIds(ctx: Context, ids: readonly string[]): Promise<PlanRow[]> {
    if (ids.length === 0) return [];
    return this.runtime.db.use(ctx, (db) => db.getRepository(PlanRow).findBy({ id: In([...new Set(ids)]) }));
  }

  async isDayOfLoad(ctx: Context, day: string): Promise<boolean> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(BusinessDayRow).findOneBy({ day }));
    return row?.load ?? false;
  }
}
