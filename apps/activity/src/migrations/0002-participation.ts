import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Participations, later changes of plans, what is carried over. Activities are folded anew: their state has grown. */
export class Participation1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity ADD COLUMN carried_from uuid;
      DROP TABLE future_act;
      CREATE TABLE plan_change (plan_id uuid NOT NULL, effective_on date NOT NULL, PRIMARY KEY (effective_on, plan_id));
      CREATE TABLE participation (
        id uuid PRIMARY KEY, origin_tenant text, received_at timestamptz, revision int NOT NULL, tenant text NOT NULL,
        owner_tenant text NOT NULL, activity_id uuid NOT NULL, seq int NOT NULL, state text NOT NULL, fold jsonb NOT NULL
      );
      CREATE INDEX ON participation (activity_id);
      CREATE TABLE file (id uuid PRIMARY KEY, stored_at timestamptz, named boolean NOT NULL);
      DELETE FROM activity;
      DELETE FROM cursor WHERE name = 'activities';
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
