import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a title is about that no paper prints, so that it is said in the reader's language; duties are folded anew. */
export class TitlesMadeHere1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE duty ADD COLUMN titled text;
      DELETE FROM duty;
      DELETE FROM business_day;
      DELETE FROM cursor WHERE name = 'duties';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
