import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a plan says on a day is folded from its acts; plans, and the duties that follow them, are folded anew. */
export class PlansByActs1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM plan;
      ALTER TABLE plan DROP COLUMN issued_event, DROP COLUMN last_day, DROP COLUMN provisions, DROP COLUMN leads,
        DROP COLUMN amendments, ADD COLUMN events jsonb NOT NULL;
      DELETE FROM obligation;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name IN ('plans', 'obligations');
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
