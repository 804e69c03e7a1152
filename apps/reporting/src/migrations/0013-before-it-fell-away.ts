import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What fell away keeps how it stood before, and activities not begun follow their time; both are folded anew. */
export class BeforeItFellAway1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM obligation;
      DELETE FROM business_day;
      DELETE FROM overview_thing;
      DELETE FROM overview_tenant;
      DELETE FROM cursor WHERE name IN ('obligations', 'overview');
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
