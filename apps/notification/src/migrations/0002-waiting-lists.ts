import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of debtors that wait for the focal agency; duties by the keys of their periods. */
export class WaitingLists1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE waiting_list (
        id text PRIMARY KEY, kind text NOT NULL, title text NOT NULL, period text, due_on date, link text NOT NULL,
        example boolean NOT NULL
      );
      -- Duties keep the key of their period instead of words; they are folded anew.
      DELETE FROM duty;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name = 'duties';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
