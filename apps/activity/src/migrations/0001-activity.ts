import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

export class Activity1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
    await db.query(`
      CREATE TABLE activity (
        id uuid PRIMARY KEY, origin_tenant text, received_at timestamptz, revision int NOT NULL, plan_id uuid NOT NULL,
        item_order int NOT NULL, state text NOT NULL, organisations uuid[] NOT NULL, search text NOT NULL, fold jsonb NOT NULL
      );
      CREATE INDEX ON activity (plan_id, item_order, id);
      CREATE TABLE difficulty (
        id uuid PRIMARY KEY, origin_tenant text, received_at timestamptz, revision int NOT NULL, seq int NOT NULL,
        state text NOT NULL, activity_id uuid, plan_id uuid, text text NOT NULL, field text, raised_on date NOT NULL,
        due_on date, fold jsonb NOT NULL, steps jsonb NOT NULL
      );
      CREATE INDEX ON difficulty (activity_id);
      CREATE TABLE future_act (seq int PRIMARY KEY, effective_on date NOT NULL);
      CREATE TABLE live_since (one boolean PRIMARY KEY, day date NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
