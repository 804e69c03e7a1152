import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

export class Relay1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
