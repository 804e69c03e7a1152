import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Directives say who gave them; the registers are folded anew, so that those of before say it too. */
export class Givers1700000000011 implements MigrationInterface {
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
