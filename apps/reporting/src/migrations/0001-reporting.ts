import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

/** TypeORM orders migrations by the number at the end of the class name. */
export class Reporting1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
    await db.query(`
      CREATE TABLE plan (
        id uuid PRIMARY KEY, issued_event uuid NOT NULL, number text, effective_on date NOT NULL,
        entered_on date NOT NULL, last_day date, ended_on date, example boolean NOT NULL, shared_with jsonb NOT NULL,
        provisions jsonb NOT NULL, leads jsonb NOT NULL, amendments jsonb NOT NULL
      );
      CREATE TABLE business_day (day date PRIMARY KEY, load boolean NOT NULL);
      CREATE TABLE obligation (
        id uuid PRIMARY KEY, revision int NOT NULL, state text NOT NULL, debtor_id uuid NOT NULL, receiver_id uuid,
        plan_id uuid, campaign_id uuid, due_on date, sort_on date NOT NULL, historic boolean NOT NULL,
        lapsed boolean NOT NULL, example boolean NOT NULL, search text NOT NULL, fold jsonb NOT NULL
      );
      CREATE INDEX ON obligation (sort_on, id);
      CREATE INDEX ON obligation (debtor_id);
      CREATE INDEX ON obligation (receiver_id);
      CREATE INDEX ON obligation (plan_id);
      CREATE INDEX ON obligation (campaign_id);
      CREATE TABLE debtor_list (
        id uuid PRIMARY KEY, revision int NOT NULL, plan_id uuid NOT NULL, provision_id uuid NOT NULL,
        period_key text NOT NULL, proposed jsonb NOT NULL, confirmed jsonb, by_system boolean NOT NULL
      );
      CREATE TABLE campaign (
        id uuid PRIMARY KEY, revision int NOT NULL, launched_on date NOT NULL, search text NOT NULL,
        data jsonb NOT NULL
      );
      CREATE TABLE overview_thing (
        tenant text NOT NULL, kind text NOT NULL, id uuid NOT NULL, state text NOT NULL, field text,
        example boolean NOT NULL, historic boolean NOT NULL, data jsonb NOT NULL,
        PRIMARY KEY (tenant, kind, id)
      );
      CREATE TABLE overview_tenant (tenant text PRIMARY KEY, last_received_on date NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
