import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers tell what numbers a document bears, which event set a deadline, and each account's revision: folded anew. */
export class DocumentNumbers1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE register ADD COLUMN borne text[] NOT NULL DEFAULT '{}';
      CREATE INDEX ON register USING gin (borne) WHERE borne <> '{}';
      DELETE FROM register;
      DELETE FROM cursor WHERE name = 'registers';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
