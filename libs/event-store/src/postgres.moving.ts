/** After it nobody appends here: the log lies elsewhere. It waits for those who are writing, and later ones are told. */
export const FENCE_SQL = `
CREATE OR REPLACE FUNCTION log.refuse_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of this tenant is on KurrentDB' USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE OR REPLACE TRIGGER moved BEFORE INSERT ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_moved();
`;

export const UNFENCE_SQL = 'DROP TRIGGER IF EXISTS moved ON log.event';
/** One row while the log is closed here. */
export const IS_FENCED_SQL = `SELECT FROM pg_trigger WHERE tgrelid = 'log.event'::regclass AND tgname = 'moved'`;

/**
 * Events of another driver's log as they are, by the owner of the tables and behind the last one: times and numbers are
 * kept, where `log.append` would make its own. One transaction: the fence is lifted for nobody else.
 */
export const RESTORE_SQL = {
  begin: `BEGIN; ALTER TABLE log.event DISABLE TRIGGER moved; SELECT seq FROM log.head FOR UPDATE`,
  insert: `
    INSERT INTO log.event (seq, stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
    SELECT u.seq, u.stream, u.revision, u.id, u.type, u.at,
           (convert_from(u.header, 'UTF8')::json->>'businessDate')::date,
           (convert_from(u.header, 'UTF8')::json->>'effectiveOn')::date, u.header, u.data
      FROM unnest($1::bigint[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::bytea[], $8::bytea[])
           AS u(seq, stream, revision, id, type, at, header, data)`,
  advance: 'UPDATE log.head SET seq = $2, recorded_at = $3 WHERE seq = $1',
  end: 'ALTER TABLE log.event ENABLE TRIGGER moved; COMMIT',
} as const;
