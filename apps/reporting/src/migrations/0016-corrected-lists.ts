import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a list that was confirmed by mistake was corrected. */
export class CorrectedLists1700000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE debtor_list ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
