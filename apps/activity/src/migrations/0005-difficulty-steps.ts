import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps of a difficulty name whom they went to and the paper; difficulties are folded anew. */
export class DifficultySteps1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM difficulty;
      DELETE FROM cursor WHERE name = 'difficulties';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
