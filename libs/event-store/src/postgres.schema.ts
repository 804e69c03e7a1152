import { LOG_APPEND_SQL } from './postgres.functions.js';

/**
 * The log of one tenant, in the tenant's own database. Every statement is idempotent: made in the template database, and
 * run again on a tenant's database that was made by an older version (docs/adr/0012). A change of a table is an ALTER
 * at the end that can be repeated.
 *
 * `log.head` has one row; whoever appends locks it, so sequence numbers have no gap and commit in order, across
 * processes, and no transaction of another database can hide a committed event (no snapshot horizon is used).
 * `lk_svc_<service>` are group roles without login; the login roles of a tenant are their members.
 */
export const LOG_SCHEMA_SQL = `
CREATE SCHEMA IF NOT EXISTS log;
REVOKE ALL ON SCHEMA log FROM PUBLIC;

CREATE TABLE IF NOT EXISTS log.category (category text PRIMARY KEY, service text NOT NULL);
CREATE TABLE IF NOT EXISTS log.event_type (type text PRIMARY KEY, service text NOT NULL, public boolean NOT NULL);
CREATE TABLE IF NOT EXISTS log.head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10);
INSERT INTO log.head VALUES (true, 0, '-infinity') ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS log.event (
  seq bigint PRIMARY KEY,
  stream text NOT NULL,
  revision int NOT NULL CHECK (revision >= 0),
  id uuid NOT NULL,
  type text NOT NULL,
  recorded_at timestamptz NOT NULL,
  business_date date NOT NULL,
  effective_on date,
  header bytea NOT NULL,
  data bytea NOT NULL,
  UNIQUE (stream, revision),
  CHECK (octet_length(header) + octet_length(data) <= 262144)
);
ALTER TABLE log.event ALTER COLUMN data SET STORAGE MAIN;

CREATE OR REPLACE FUNCTION log.category_of(stream text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN stream LIKE 'share-%' THEN 'share' WHEN stream LIKE 'received-%' THEN 'received'
              ELSE left(stream, greatest(length(stream) - 37, 0)) END
$$;

CREATE OR REPLACE FUNCTION log.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewrite();

${LOG_APPEND_SQL}
CREATE OR REPLACE VIEW log.position AS SELECT seq, recorded_at FROM log.head;
`;

/** Rights of one service's group role: append, its own view of the log, nothing else. */
export function serviceLogSql(service: string): string {
  return `
CREATE OR REPLACE VIEW log.log_${service} AS
  SELECT e.* FROM log.event e
   WHERE e.type IN (SELECT t.type FROM log.event_type t WHERE t.public OR t.service = '${service}');
GRANT USAGE ON SCHEMA log TO lk_svc_${service};
GRANT EXECUTE ON FUNCTION log.append TO lk_svc_${service};
GRANT SELECT ON log.log_${service}, log.position TO lk_svc_${service};
`;
}

/** Roles that read the whole log: the relay (which also appends) and the audit service (which never does). */
export function readerLogSql(service: string): string {
  return `
CREATE OR REPLACE VIEW log.log_${service} AS SELECT e.* FROM log.event e;
GRANT USAGE ON SCHEMA log TO lk_svc_${service};
GRANT SELECT ON log.log_${service}, log.position TO lk_svc_${service};
${service === 'relay' ? 'GRANT EXECUTE ON FUNCTION log.append TO lk_svc_relay;' : ''}
`;
}
