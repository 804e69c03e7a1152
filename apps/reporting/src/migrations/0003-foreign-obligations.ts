import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other tenants owe to us stands beside what is owed within; obligations are folded anew. */
export class ForeignObligations1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE obligation ADD COLUMN origin_tenant text, ADD COLUMN received_at timestamptz;
      DELETE FROM obligation;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name = 'obligations';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
