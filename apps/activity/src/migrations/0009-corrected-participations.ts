import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of a participation bear the ids by which they are corrected, and who did: folded anew. */
export class CorrectedParticipations1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE participation ADD COLUMN progress_by jsonb NOT NULL DEFAULT '{}';
      DELETE FROM participation;
      DELETE FROM cursor WHERE name = 'participations';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
