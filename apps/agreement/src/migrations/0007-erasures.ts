import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for erasure, and what has become of each. */
export class Erasures1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE erasure (
        id uuid PRIMARY KEY, revision int NOT NULL, seq int NOT NULL, contact_id uuid NOT NULL, state text NOT NULL,
        received_on date NOT NULL, data jsonb NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
