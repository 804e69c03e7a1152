import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log as persons read it: a fold of the log, made again at will. */
export class History1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE history_entry (
        seq bigint PRIMARY KEY, event uuid NOT NULL, said uuid NOT NULL, type text NOT NULL, kind text NOT NULL,
        record text NOT NULL, label text NOT NULL, origin jsonb, recorded_at text NOT NULL, business_date date NOT NULL,
        effective_on date, actor jsonb NOT NULL, grounds text NOT NULL, document jsonb, reason text, ground_record jsonb,
        corrects uuid, causation text, changes jsonb NOT NULL, fields text[] NOT NULL, scopes text[] NOT NULL,
        search text NOT NULL
      );
      CREATE INDEX ON history_entry USING gin (scopes);
      CREATE INDEX ON history_entry USING gin (fields);
      CREATE INDEX ON history_entry (event);
      CREATE INDEX ON history_entry (said);
      CREATE INDEX ON history_entry (corrects) WHERE corrects IS NOT NULL;
      CREATE INDEX ON history_entry (causation) WHERE causation IS NOT NULL;
      CREATE TABLE history_state (id text PRIMARY KEY, held json NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
