import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote which entry of the progress; activities are folded anew. */
export class ProgressBy1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity ADD COLUMN progress_by jsonb NOT NULL DEFAULT '{}';
      DELETE FROM activity;
      DELETE FROM cursor WHERE name = 'activities';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
