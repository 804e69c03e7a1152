import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RANGE_COLUMNS } from '@lien-ket/read-model';

const FOUND_IN_INDEX = (columns: string): string =>
  `INCLUDE (known_from, known_to, known_on, known_until, ${columns})`;

/**
 * What a list says of each activity, by both clocks: of its item in the plan, and of what was done. What a page is chosen
 * and sorted by is found in the indexes alone.
 */
export class ActivityRanges1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE followed_plan (id uuid PRIMARY KEY, origin_tenant text, events jsonb NOT NULL);
      CREATE TABLE worked_activity (id uuid PRIMARY KEY, origin_tenant text, events jsonb NOT NULL);
      CREATE TABLE item_range (
        ${RANGE_COLUMNS}, plan_id uuid NOT NULL, gone text, awaits boolean,
        began_before boolean, last_day date, organisations uuid[], search text, said jsonb
      );
      CREATE INDEX ON item_range (plan_id) WHERE known_to IS NULL;
      ALTER TABLE item_range DROP CONSTRAINT item_range_pkey;
      ALTER TABLE item_range ADD CONSTRAINT item_range_pkey PRIMARY KEY (id, valid_from, step)
        ${FOUND_IN_INDEX('plan_id, gone, awaits, began_before, last_day')};
      CREATE TABLE work_range (
        ${RANGE_COLUMNS}, state text NOT NULL, entries int NOT NULL, last_progress_on date
      );
      ALTER TABLE work_range DROP CONSTRAINT work_range_pkey;
      ALTER TABLE work_range ADD CONSTRAINT work_range_pkey PRIMARY KEY (id, valid_from, step)
        ${FOUND_IN_INDEX('state, entries')};
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
