import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions keep what a party confirms of each alone; agreements are folded anew. */
export class Extensions1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM agreement;
      DELETE FROM cursor WHERE name = 'agreements';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
