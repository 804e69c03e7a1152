import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number is borne by a plan, or by the document that amends or ends it; the rows are folded anew. */
export class Numbers1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE plan ADD COLUMN borne jsonb NOT NULL DEFAULT '[]';
      DELETE FROM plan;
      DELETE FROM cursor WHERE name = 'plans';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
