import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A folded obligation tells who urged the debtor; obligations are folded anew. */
export class Urgings1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM obligation;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name = 'obligations';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
