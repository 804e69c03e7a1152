import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements keep their records and the acts on them, each with both clocks; they are folded anew. */
export class AgreementActs1700000000005 implements MigrationInterface {
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
