import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What fell away keeps how it stood before; obligations are folded anew. */
export class BeforeItFellAway1700000000013 implements MigrationInterface {
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
