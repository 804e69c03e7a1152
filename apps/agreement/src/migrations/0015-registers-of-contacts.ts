import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts tell in whose register they were entered: folded anew. */
export class RegistersOfContacts1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM register; DELETE FROM cursor WHERE name = 'registers'`);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
