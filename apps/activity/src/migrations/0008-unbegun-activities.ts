import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An activity that nobody has begun waits for a request, or does not, as its plan says by now; folded anew. */
export class UnbegunActivities1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM activity;
      DELETE FROM cursor WHERE name = 'activities';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
