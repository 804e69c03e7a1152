import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has acknowledged the recall of a plan. */
export class Acknowledgements1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE acknowledgement (
        id uuid PRIMARY KEY, origin_tenant text, plan_id uuid NOT NULL, recall uuid NOT NULL,
        organisation_id uuid NOT NULL, organisation text NOT NULL, note text, on_day date NOT NULL
      );
      CREATE INDEX ON acknowledgement (plan_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
