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

/** What every service schema has from the start; the services' own migrations add to it. */
export const SERVICE_SCHEMA_SQL = `
CREATE TABLE cursor (name text PRIMARY KEY, seq bigint NOT NULL DEFAULT 0, error text);
CREATE TABLE inbox (handler text NOT NULL, message uuid NOT NULL, PRIMARY KEY (handler, message));
CREATE TABLE parked (
  handler text NOT NULL, message uuid NOT NULL, stream text NOT NULL, seq bigint NOT NULL, type text NOT NULL,
  reason text NOT NULL, attempts int NOT NULL, business_date date NOT NULL, PRIMARY KEY (handler, message)
);
`;
