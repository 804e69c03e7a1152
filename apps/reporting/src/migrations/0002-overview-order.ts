import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview keeps the order in which things came, and is folded anew. */
export class OverviewOrder1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM overview_thing;
      DELETE FROM overview_tenant;
      ALTER TABLE overview_thing ADD COLUMN first_seq int NOT NULL;
      DELETE FROM cursor WHERE name = 'overview';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
