import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnsweredDifficulties1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE amendment ADD COLUMN difficulties jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
