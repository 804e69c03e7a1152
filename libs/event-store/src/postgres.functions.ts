/** Signatures of earlier versions: an old tenant's database loses them when it is upgraded. */
const EARLIER = ['log.append(text[], int[], int[], int[], uuid[], text[], date[], date[], bytea[], bytea[])'];

/** The arrays as rows; `starts` marks the first event of each append. */
const EVENTS = `(
    SELECT u.*, (u.stream, u.revision - 1) IS DISTINCT FROM
                (lag(u.stream) OVER (ORDER BY u.ord), lag(u.revision) OVER (ORDER BY u.ord)) AS starts
      FROM unnest(p_stream, p_revision, p_id) WITH ORDINALITY AS u(stream, revision, id, ord))`;

/** The newest revision of a stream: one descent of the unique index. */
const CURRENT = (stream: string): string =>
  `coalesce((SELECT e.revision FROM log.event e WHERE e.stream = ${stream} ORDER BY e.revision DESC LIMIT 1), -1)`;

/** Whether the calling role owns the category and the type of a single event: the short way, which most appends take. */
const OWNS_ONE = `
  v_owned := v_count = 1 AND EXISTS (
    SELECT FROM log.category c, log.event_type k
     WHERE c.category = log.category_of(p_stream[1]) AND k.type = p_type[1]
       AND pg_has_role(session_user, 'lk_svc_' || c.service, 'MEMBER')
       AND (k.service = c.service OR pg_has_role(session_user, 'lk_svc_' || k.service, 'MEMBER')));`;

/** Rights: the calling role, not who defined the function, owns each category and each type. */
const REFUSE_FOREIGN = `
  SELECT d.category, d.type, c.service IS NOT NULL AND pg_has_role(session_user, 'lk_svc_' || c.service, 'MEMBER')
    INTO v_category, v_type, v_owned
    FROM (SELECT DISTINCT log.category_of(u.stream) AS category, u.type
            FROM unnest(p_stream, p_type) AS u(stream, type)) d
    LEFT JOIN log.category c ON c.category = d.category
    LEFT JOIN log.event_type k ON k.type = d.type
   WHERE c.service IS NULL OR k.service IS NULL
      OR NOT pg_has_role(session_user, 'lk_svc_' || c.service, 'MEMBER')
      OR NOT pg_has_role(session_user, 'lk_svc_' || k.service, 'MEMBER') LIMIT 1;
  IF FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = CASE WHEN v_owned
      THEN format('type %s is not registered for role %s', v_type, session_user)
      ELSE format('role %s does not own the category %s', session_user, v_category) END;
  END IF;`;

/** Some append is elsewhere: the others are written, a retry is recognised by its ids, a loser is told where it is. */
const TELL_APART = `
  RETURN QUERY
  WITH v AS (
    SELECT s.*, (count(*) FILTER (WHERE s.starts) OVER (ORDER BY s.ord))::int AS append FROM ${EVENTS} s
  ), a AS (
    SELECT r.append AS ord, r.stream, r.revision - 1 AS expected, ${CURRENT('r.stream')} AS current,
           (SELECT count(*)::int FROM v n WHERE n.append = r.append) AS count
      FROM v r WHERE r.starts
  ), fresh AS (
    SELECT v.ord, v.append, v_base + row_number() OVER (ORDER BY v.ord) AS seq
      FROM v JOIN a ON a.ord = v.append AND a.current = a.expected
  ), written AS (
    INSERT INTO log.event (seq, stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
    SELECT f.seq, u.stream, u.revision, u.id, u.type, v_at, u.business, u.effective, u.header, u.data
      FROM fresh f JOIN unnest(p_stream, p_revision, p_id, p_type, p_business, p_effective, p_header, p_data)
           WITH ORDINALITY AS u(stream, revision, id, type, business, effective, header, data, ord) ON u.ord = f.ord
     ORDER BY f.seq
    RETURNING seq
  ), moved AS (
    UPDATE log.head h SET seq = v_base + (SELECT count(*) FROM written) WHERE h.one
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
         AND a.count = (SELECT count(*) FROM v w
                          JOIN log.event g ON g.stream = w.stream AND g.revision = w.revision AND g.id = w.id
                         WHERE w.append = a.ord)
    ) o ON true
   ORDER BY a.ord;`;

/**
 * `log.append` takes many appends at once, one array element per event; events of one append lie next to each other
 * with rising revisions. Under the lock of `log.head` no stream can move, so one look tells whether all appends stand
 * where they say. If so all are written and one row (idx 0, last seq and time) answers; if not, a row per append.
 *
 * The settings of the function make its plans once, and on an empty log too those that are right for a full one
 * (docs/adr/0011). Idempotent: run on each tenant's database that is older.
 */
export const LOG_APPEND_SQL = `
${EARLIER.map((signature) => `DROP FUNCTION IF EXISTS ${signature};`).join('\n')}
CREATE OR REPLACE FUNCTION log.append(
  p_stream text[], p_revision int[], p_id uuid[], p_type text[], p_business date[], p_effective date[],
  p_header bytea[], p_data bytea[]
) RETURNS TABLE (idx int, outcome text, last_seq bigint, last_revision int, at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
  v_count int := cardinality(p_id);
  v_base bigint;
  v_at timestamptz;
  v_category text;
  v_type text;
  v_owned boolean;
  v_meet boolean;
BEGIN
${OWNS_ONE}
  IF NOT v_owned THEN
${REFUSE_FOREIGN}
  END IF;
  UPDATE log.head h
     SET seq = h.seq + v_count, recorded_at = greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
   WHERE h.one RETURNING h.seq - v_count, h.recorded_at INTO v_base, v_at;
  IF v_count = 1 THEN
    v_meet := p_revision[1] - 1 = ${CURRENT('p_stream[1]')};
  ELSE
    v_meet := NOT EXISTS (SELECT FROM ${EVENTS} s WHERE s.starts AND s.revision - 1 <> ${CURRENT('s.stream')});
  END IF;
  IF NOT v_meet THEN
${TELL_APART}
    RETURN;
  END IF;
  IF v_count = 1 THEN
    INSERT INTO log.event (seq, stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
    VALUES (v_base + 1, p_stream[1], p_revision[1], p_id[1], p_type[1], v_at, p_business[1], p_effective[1],
            p_header[1], p_data[1]);
  ELSE
    INSERT INTO log.event (seq, stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
    SELECT v_base + u.ord, u.stream, u.revision, u.id, u.type, v_at, u.business, u.effective, u.header, u.data
      FROM unnest(p_stream, p_revision, p_id, p_type, p_business, p_effective, p_header, p_data)
           WITH ORDINALITY AS u(stream, revision, id, type, business, effective, header, data, ord);
  END IF;
  idx := 0;
  outcome := 'appended';
  last_seq := v_base + v_count;
  at := v_at;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION log.append FROM PUBLIC;
`;
