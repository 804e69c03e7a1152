import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview keeps from which day a plan has ended, and what difficulties are about; it is folded anew. */
export class OverviewEnds1700000000007 implements MigrationInterface {
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
