import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a projection or a consumer of this service has read the tenant's log. */
@Entity('cursor')
export class CursorRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } })
  seq!: number;

  /** Set when it stopped: a projection never skips. */
  @Column('text', { nullable: true })
  error!: string | null;
}

/**
 * In the FROM of a statement: this transaction's commit does not wait for the disk. Rows, cursors and inboxes are a fold
 * of the log, which does wait; after a crash they are behind together and are folded again.
 */
export const UNSYNCED = `(SELECT set_config('synchronous_commit', 'off', true)) unsynced`;

/** What every service schema has; idempotent, run in the template and again in each older tenant. */
export const SERVICE_SCHEMA_SQL = `
CREATE TABLE IF NOT EXISTS cursor (name text PRIMARY KEY, seq bigint NOT NULL DEFAULT 0, error text);
CREATE TABLE IF NOT EXISTS inbox (handler text NOT NULL, message uuid NOT NULL, PRIMARY KEY (handler, message));
CREATE TABLE IF NOT EXISTS parked (
  handler text NOT NULL, message uuid NOT NULL, stream text NOT NULL, seq bigint NOT NULL, type text NOT NULL,
  reason text NOT NULL, attempts int NOT NULL, business_date date NOT NULL, PRIMARY KEY (handler, message)
);
ALTER TABLE parked ADD COLUMN IF NOT EXISTS since timestamptz NOT NULL DEFAULT now();
ALTER TABLE parked ADD COLUMN IF NOT EXISTS trace text;
CREATE TABLE IF NOT EXISTS unread (
  id uuid PRIMARY KEY, topic text NOT NULL, part int NOT NULL, place bigint NOT NULL, reason text NOT NULL,
  key text, headers jsonb NOT NULL, value bytea, business_date date NOT NULL, since timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS parked_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message uuid NOT NULL, handler text NOT NULL, decision text NOT NULL,
  reason text, account text NOT NULL, role text NOT NULL, business_date date NOT NULL, at timestamptz NOT NULL DEFAULT now()
);
`;
