import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom a list waits: of a campaign, for its receiver; lists are folded anew. */
export class WaitingFor1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE waiting_list ADD COLUMN receiver_id uuid;
      DELETE FROM waiting_list;
      DELETE FROM cursor WHERE name = 'waiting-lists';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
