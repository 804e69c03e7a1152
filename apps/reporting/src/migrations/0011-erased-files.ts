import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASED_FILES_SQL } from '@lien-ket/runtime';

/** Which files were erased: what a report names as evidence can be read. */
export class ErasedFiles1700000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ERASED_FILES_SQL);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
