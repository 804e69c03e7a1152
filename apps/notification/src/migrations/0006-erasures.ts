import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for erasure that are under way, by what the law gives them days for. */
export class ErasureDuties1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE erasure_duty (id uuid PRIMARY KEY, received_on date NOT NULL, stage text NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
