import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What numbers a document bears: the same one is not entered twice. The registers are folded anew for it. */
export class DocumentNumbers1700000000015 implements MigrationInterface {
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
