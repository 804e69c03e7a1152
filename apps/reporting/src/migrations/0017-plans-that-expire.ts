import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview knows the last day of plans: folded anew. */
export class PlansThatExpire1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM overview_thing;
      DELETE FROM overview_tenant;
      DELETE FROM cursor WHERE name = 'overview';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
