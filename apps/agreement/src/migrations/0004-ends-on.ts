import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan is recalled or ended from the day that its act says; the rows are folded anew. */
export class EndsOn1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE plan ADD COLUMN ends_on date;
      DELETE FROM plan;
      DELETE FROM cursor WHERE name = 'plans';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
