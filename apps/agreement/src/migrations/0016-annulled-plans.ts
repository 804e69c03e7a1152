import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was annulled never had force: the ranges of plans are folded anew, so that lists of earlier days say so. */
export class AnnulledPlans1700000000016 implements MigrationInterface {
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
