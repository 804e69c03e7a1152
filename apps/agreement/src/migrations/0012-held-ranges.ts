import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The range of a plan at a point of both clocks, and its day of issue, are found in the index alone. */
export class HeldRanges1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE plan_range DROP CONSTRAINT plan_range_pkey;
      ALTER TABLE plan_range ADD CONSTRAINT plan_range_pkey PRIMARY KEY (id, valid_from, step)
        INCLUDE (issued_on, known_from, known_to, known_on, known_until);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
