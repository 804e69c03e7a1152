import { LessThan, LessThanOrEqual } from 'typeorm';
import { addDays, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { BusinessDayRow } from '@lien-ket/read-model';
import { DutyRow } from './duty.rows.js';

/** Farther from its due date than this nothing is ever said of a duty: seven days and the longest holiday. */
export const FAR_DAYS = 30;

export class DutyQueries {
  constructor(private readonly runtime: Runtime) {}

  async byId(ctx: Context, id: string): Promise<DutyRow | null> {
    return this.runtime.db.use(ctx, (db) => db.getRepository(DutyRow).findOneBy({ id }));
  }

  /** What is awaited, may be chased, and is due around the day. */
  async awaitedAround(ctx: Context, day: string): Promise<DutyRow[]> {
    return this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(DutyRow)
        .createQueryBuilder('d')
        .where('d.owed AND d.chased')
        .andWhere('d.dueOn BETWEEN :from AND :to', {
          from: addDays(day, -FAR_DAYS),
          to: addDays(day, FAR_DAYS),
        })
        .orderBy('d.id')
        .getMany(),
    );
  }

  /** Something is told on days that are lived here: neither on a day of loading, nor before the first lived one. */
  async isLived(ctx: Context, day: string): Promise<boolean> {
    return this.runtime.db.use(ctx, async (db) => {
      const days = db.getRepository(BusinessDayRow);
      if (await days.existsBy({ day, load: true })) return false;
      return days.existsBy({ day: LessThanOrEqual(day), load: false });
    });
  }

  /** Whether anybody lived here before the day. */
  async wasLivedBefore(ctx: Context, day: string): Promise<boolean> {
    return this.runtime.db.use(ctx, (db) =>
      db.getRepository(BusinessDayRow).existsBy({ day: LessThan(day), load: false }),
    );
  }
}
