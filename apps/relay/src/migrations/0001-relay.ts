import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

export class Relay1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
    await db.query(`
      CREATE TABLE refused_crossing (
        from_tenant text NOT NULL, number int NOT NULL, reason text NOT NULL, PRIMARY KEY (from_tenant, number)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
