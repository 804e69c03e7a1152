import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What witnesses signed, by the size of the checkpoint. */
export class Witnesses1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'CREATE TABLE cosignature (size bigint NOT NULL, name text NOT NULL, line text NOT NULL, PRIMARY KEY (name, size))',
    );
  }

  async down(): Promise<void> {
    throw new Error('what was signed is not taken back');
  }
}
