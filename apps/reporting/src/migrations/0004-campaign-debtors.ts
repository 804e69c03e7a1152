import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who must answer a campaign that named nobody, as confirmed later. */
export class CampaignDebtors1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE campaign ADD COLUMN confirmed jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
