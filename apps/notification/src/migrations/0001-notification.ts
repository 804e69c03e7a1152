import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SQL } from '@lien-ket/access';

/** TypeORM orders migrations by the number at the end of the class name. */
export class Notification1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DIRECTORY_SQL);
    await db.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY, revision int NOT NULL, seq int NOT NULL, kind text NOT NULL,
        organisation_id uuid NOT NULL, roles text[] NOT NULL, params jsonb NOT NULL, link text NOT NULL,
        on_day date NOT NULL, example boolean NOT NULL
      );
      CREATE INDEX ON notice (organisation_id, seq);
      CREATE INDEX ON notice (on_day);
      CREATE TABLE notice_read (notice_id uuid, account uuid, PRIMARY KEY (notice_id, account));
      CREATE TABLE duty (
        id uuid PRIMARY KEY, title text NOT NULL, period text NOT NULL, debtor_id uuid NOT NULL, receiver_id uuid,
        due_on date, owed boolean NOT NULL, chased boolean NOT NULL, example boolean NOT NULL
      );
      CREATE INDEX ON duty (due_on) WHERE owed AND chased;
      CREATE TABLE business_day (day date PRIMARY KEY, load boolean NOT NULL);
      CREATE TABLE mail_outbox (
        id uuid PRIMARY KEY, address text NOT NULL, subject text NOT NULL, body text NOT NULL,
        attempts int NOT NULL, error text, sent_on date
      );
      CREATE INDEX ON mail_outbox (attempts) WHERE sent_on IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
