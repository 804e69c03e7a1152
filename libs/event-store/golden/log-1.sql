CREATE SCHEMA log;
REVOKE ALL ON SCHEMA log FROM PUBLIC;

CREATE TABLE log.category (category text PRIMARY KEY, service text NOT NULL);
CREATE TABLE log.event_type (type text PRIMARY KEY, service text NOT NULL, public boolean NOT NULL);
CREATE TABLE log.head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10);
INSERT INTO log.head VALUES (true, 0, '-infinity');

CREATE TABLE log.event (
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

CREATE FUNCTION log.category_of(stream text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN stream LIKE 'share-%' THEN 'share' WHEN stream LIKE 'received-%' THEN 'received'
              ELSE left(stream, greatest(length(stream) - 37, 0)) END
$$;

CREATE FUNCTION log.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewrite();

CREATE FUNCTION log.append(
  p_stream text[], p_expected int[], p_count int[],
  p_append int[], p_id uuid[], p_type text[], p_business date[], p_effective date[],
  p_header bytea[], p_data bytea[]
) RETURNS TABLE (idx int, outcome text, last_seq bigint, last_revision int, at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
DECLARE
  v_base bigint;
  v_last timestamptz;
  v_at timestamptz;
  v_refused text;
BEGIN
  SELECT s INTO v_refused FROM unnest(p_stream) s
    LEFT JOIN log.category c ON c.category = log.category_of(s)
   WHERE c.service IS NULL OR NOT pg_has_role(session_user, 'lk_svc_' || c.service, 'MEMBER') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'role % does not own the category of stream %', session_user, v_refused
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT t INTO v_refused FROM unnest(p_type) t LEFT JOIN log.event_type k ON k.type = t
   WHERE k.service IS NULL OR NOT pg_has_role(session_user, 'lk_svc_' || k.service, 'MEMBER') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'type % is not registered for role %', v_refused, session_user
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT h.seq, h.recorded_at INTO v_base, v_last FROM log.head h FOR UPDATE;
  v_at := greatest(date_trunc('milliseconds', clock_timestamp()), v_last);
  RETURN QUERY
  WITH a AS (
    SELECT u.ord::int AS ord, u.stream, u.expected, u.count,
           coalesce((SELECT max(e.revision) FROM log.event e WHERE e.stream = u.stream), -1) AS current
      FROM unnest(p_stream, p_expected, p_count) WITH ORDINALITY AS u(stream, expected, count, ord)
  ), fresh AS (
    SELECT v.*, a.stream, a.expected,
           v_base + row_number() OVER (ORDER BY v.ord) AS seq,
           a.expected + row_number() OVER (PARTITION BY a.ord ORDER BY v.ord) AS revision
      FROM unnest(p_append, p_id, p_type, p_business, p_effective, p_header, p_data)
           WITH ORDINALITY AS v(append, id, type, business, effective, header, data, ord)
      JOIN a ON a.ord = v.append AND a.current = a.expected
  ), written AS (
    INSERT INTO log.event (seq, stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
    SELECT f.seq, f.stream, f.revision::int, f.id, f.type, v_at, f.business, f.effective, f.header, f.data
      FROM fresh f ORDER BY f.seq
    RETURNING seq
  ), moved AS (
    UPDATE log.head h SET seq = v_base + (SELECT count(*) FROM written), recorded_at = v_at
     WHERE EXISTS (SELECT 1 FROM written)
  )
  SELECT a.ord,
         CASE WHEN a.current = a.expected THEN 'appended' WHEN o.seq IS NOT NULL THEN 'repeated' ELSE 'conflict' END,
         CASE WHEN a.current = a.expected THEN (SELECT max(f.seq) FROM fresh f WHERE f.append = a.ord) ELSE o.seq END,
         CASE WHEN a.current = a.expected THEN a.expected + a.count
              WHEN o.seq IS NOT NULL THEN o.revision ELSE a.current END,
         CASE WHEN a.current = a.expected THEN v_at ELSE o.recorded_at END
    FROM a
    LEFT JOIN LATERAL (
      SELECT l.seq, l.revision, l.recorded_at
        FROM log.event l
       WHERE a.current <> a.expected AND l.stream = a.stream AND l.revision = a.expected + a.count
         AND (SELECT bool_and(g.id = w.id) AND count(*) = a.count
                FROM unnest(p_append, p_id) WITH ORDINALITY AS w(append, id, ord)
                JOIN log.event g ON g.stream = a.stream
                 AND g.revision = a.expected + 1 + w.ord - (SELECT min(x.ord) FROM unnest(p_append)
                     WITH ORDINALITY AS x(append, ord) WHERE x.append = a.ord)
               WHERE w.append = a.ord)
    ) o ON true
   ORDER BY a.ord;
END $$;
REVOKE ALL ON FUNCTION log.append FROM PUBLIC;

CREATE VIEW log.position AS SELECT seq, recorded_at FROM log.head;

CREATE VIEW log.log_alpha AS
  SELECT e.* FROM log.event e
   WHERE e.type IN (SELECT t.type FROM log.event_type t WHERE t.public OR t.service = 'alpha');
GRANT USAGE ON SCHEMA log TO lk_svc_alpha;
GRANT EXECUTE ON FUNCTION log.append TO lk_svc_alpha;
GRANT SELECT ON log.log_alpha, log.position TO lk_svc_alpha;
