import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deadline says which event set it, so that it can be corrected: registers are folded anew. */
export class DeadlineEvents1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM register;
      DELETE FROM cursor WHERE name = 'registers';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
