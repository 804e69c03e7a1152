import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans can be asked for by whether their time is over; their rows are folded anew. */
export class LastDays1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE plan ADD COLUMN last_day date;
      DELETE FROM plan;
      DELETE FROM cursor WHERE name = 'plans';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
