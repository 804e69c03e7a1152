import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

/** TypeORM orders migrations by the number at the end of the class name. */
export class Registers1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
    await db.query(`
      CREATE TABLE register (
        id uuid PRIMARY KEY, kind text NOT NULL, origin_tenant text, revision int NOT NULL, seq int NOT NULL,
        search text NOT NULL, data jsonb NOT NULL
      );
      CREATE INDEX ON register (kind, seq);
      CREATE TABLE agreement (
        id uuid PRIMARY KEY, origin_tenant text, received_at timestamptz, revision int NOT NULL, name text NOT NULL,
        search text NOT NULL, fold jsonb NOT NULL
      );
      CREATE TABLE plan (
        id uuid PRIMARY KEY, origin_tenant text, received_at timestamptz, revision int NOT NULL, title text NOT NULL,
        number text, symbol text, year int, issued_on date, state text NOT NULL, example boolean NOT NULL,
        items int NOT NULL, activities int NOT NULL, amendments int NOT NULL, owner_id uuid, search text NOT NULL,
        events jsonb NOT NULL
      );
      CREATE INDEX ON plan (number, year);
      CREATE TABLE amendment (
        id uuid PRIMARY KEY, revision int NOT NULL, plan_id uuid NOT NULL, state text NOT NULL, owner_id uuid,
        reason text NOT NULL, changes jsonb NOT NULL, sent_back_reasons text
      );
      CREATE INDEX ON amendment (plan_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
