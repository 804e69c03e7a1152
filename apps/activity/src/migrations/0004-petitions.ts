import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A difficulty says which authority was petitioned and what amendments it led to; difficulties are folded anew. */
export class Petitions1700000000004 implements MigrationInterface {
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
