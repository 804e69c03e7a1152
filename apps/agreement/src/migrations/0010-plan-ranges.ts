import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RANGE_COLUMNS } from '@lien-ket/read-model';

/** What a list says of each plan, by both clocks; plans are folded anew, so that all of history has its ranges. */
export class PlanRanges1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan_range (
        ${RANGE_COLUMNS}, title text NOT NULL, number text, symbol text, issued_on date, last_day date,
        state text NOT NULL, example boolean NOT NULL, items int NOT NULL, activities int NOT NULL,
        amendments int NOT NULL, search text NOT NULL
      );
      DELETE FROM plan;
      DELETE FROM cursor WHERE name = 'plans';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
