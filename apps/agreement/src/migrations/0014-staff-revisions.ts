import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers know each account's revision too; they are folded anew for it. */
export class StaffRevisions1700000000014 implements MigrationInterface {
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
