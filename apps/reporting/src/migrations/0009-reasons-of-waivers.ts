import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a duty is waived is told; obligations are folded anew. */
export class ReasonsOfWaivers1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM obligation;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name = 'obligations';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
