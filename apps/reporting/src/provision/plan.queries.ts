import { In } from 'typeorm';
import { addDays, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { PlanRow } from './plan.rows.js';

/** Plans and their acts, or corrections, decided before and in force from the day `$1`. */
export const CHANGING = `FROM plan p, jsonb_array_elements(p.events) AS act
  WHERE coalesce(act->'data'->'replacement'->>'effectiveOn', act->>'effectiveOn') = $1::date::text
    AND act->>'businessDate' < $1::date::text
    AND act->>'type' IN ('lk.agreement.plan.amended.v1', 'lk.agreement.plan.entryCorrected.v1')`;
/** Of plans whose first day out of force is `$1`. */
export const ENDING = 'ended_on = $1';

export class PlanQueries {
  constructor(private readonly runtime: Runtime) {}

  /** Plans in force on a day, by id; one of them when asked so. */
  async inForce(ctx: Context, day: string, planId?: string): Promise<PlanRow[]> {
    return this.runtime.db.use(ctx, (db) => {
      const query = db
        .getRepository(PlanRow)
        .createQueryBuilder('p')
        .where('p.effectiveOn <= :day AND p.enteredOn <= :day', { day })
        .andWhere('(p.endedOn IS NULL OR p.endedOn > :day)');
      if (planId !== undefined) query.andWhere('p.id = :planId', { planId });
      return query.orderBy('p.id').getMany();
    });
  }

  /** Plans with an amendment, or a correction, that was decided before and is in force from this day. */
  async changingOn(ctx: Context, day: string): Promise<{ planId: string; actId: string }[]> {
    return this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query(
          `SELECT p.id AS "planId", act->>'id' AS "actId" ${CHANGING} ORDER BY 1, (act->>'revision')::int`,
          [day],
        )) as { planId: string; actId: string }[],
    );
  }

  /** Plans whose first day out of force is this one. */
  async endingOn(ctx: Context, day: string): Promise<PlanRow[]> {
    return this.runtime.db.use(ctx, (db) =>
      db.getRepository(PlanRow).find({ where: { endedOn: day }, order: { id: 'ASC' } }),
    );
  }

  async byId(ctx: Context, id: string): Promise<PlanRow | null> {
    return this.runtime.db.use(ctx, (db) => db.getRepository(PlanRow).findOneBy({ id }));
  }

  async byIds(ctx: Context, ids: readonly string[]): Promise<PlanRow[]> {
    if (ids.length === 0) return [];
    return this.runtime.db.use(ctx, (db) => db.getRepository(PlanRow).findBy({ id: In([...new Set(ids)]) }));
  }

  /**
   * Until when nobody lived here: a period that opened before waits for no confirmation. A day of the load is such a
   * day itself, and on the first lived day all that opened since the last one entered is.
   */
  async unlivedUntil(ctx: Context, day: string): Promise<string> {
    const days = await this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query(
          `SELECT min(day) FILTER (WHERE NOT load)::text AS lived,
                  coalesce(bool_or(load) FILTER (WHERE day = $1), false) AS load
             FROM business_day WHERE day <= $1`,
          [day],
        )) as { lived: string | null; load: boolean }[],
    );
    return days[0]?.load ? addDays(day, 1) : (days[0]?.lived ?? '');
  }
}
