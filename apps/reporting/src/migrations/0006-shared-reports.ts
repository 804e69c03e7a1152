import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview keeps what a shared report says, and fields; it is folded anew. */
export class SharedReports1700000000006 implements MigrationInterface {
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
