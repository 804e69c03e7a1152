import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day of issue is the document's own, not the one it comes into force; plans are folded anew for it. */
export class IssuedOn1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM plan_range;
      DELETE FROM plan;
      DELETE FROM cursor WHERE name = 'plans';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
