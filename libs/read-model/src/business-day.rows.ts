import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { IsoDate } from '@lien-ket/kernel';

/** A business day of the tenant that has begun, in the schema of a service whose projection follows the days. */
@Entity('business_day')
export class BusinessDayRow {
  @PrimaryColumn('date')
  day!: string;

  /** True while history is being loaded: nobody is told, asked, reminded or waited for. */
  @Column('boolean')
  load!: boolean;
}

/** Notes that a day has begun, in one round trip. @returns whether it is the first day lived, not loaded */
export async function beginDay(rows: EntityManager, date: IsoDate, load: boolean): Promise<boolean> {
  const found: { lived: boolean }[] = await rows.query(
    `WITH before AS (SELECT EXISTS (SELECT FROM business_day WHERE NOT load) AS lived)
     INSERT INTO business_day (day, load) SELECT $1::date, $2::boolean FROM before
     ON CONFLICT (day) DO UPDATE SET load = excluded.load RETURNING (SELECT lived FROM before)`,
    [date, load],
  );
  return !load && !found[0]?.lived;
}
