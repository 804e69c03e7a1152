import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where what was typed wrong of a campaign was corrected. */
export class CampaignCorrections1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE campaign ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
