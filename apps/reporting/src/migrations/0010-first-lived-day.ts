import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the days that were lived only the first is kept. */
export class FirstLivedDay1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `DELETE FROM business_day WHERE NOT load AND day > (SELECT min(day) FROM business_day WHERE NOT load)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
