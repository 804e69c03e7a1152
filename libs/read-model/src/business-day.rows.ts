import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { IsoDate } from '@lien-ket/kernel';

/**
 * Which days of the tenant were loaded, and the first that was lived, in the schema of a service whose projection follows
 * the days; of those after it nothing is asked that the first one does not answer.
 */
@Entity('business_day')
export class BusinessDayRow {
  @PrimaryColumn('date')
  day!: string;

  /** True while history is being loaded: nobody is told, asked, reminded or waited for. */
  @Column('boolean')
  load!: boolean;
}

/** Notes that a day has begun, in one round trip. @returns whether it is loaded, the first that is lived, or one after it */
export async function beginDay(
  rows: EntityManager,
  date: IsoDate,
  load: boolean,
): Promise<'loaded' | 'first' | 'later'> {
  const noted: unknown[] = await rows.query(
    `INSERT INTO business_day (day, load)
     SELECT $1::date, $2::boolean WHERE $2 OR NOT EXISTS (SELECT FROM business_day WHERE NOT load)
     ON CONFLICT (day) DO UPDATE SET load = excluded.load RETURNING day`,
    [date, load],
  );
  if (load) return 'loaded';
  return noted.length > 0 ? 'first' : 'later';
}
