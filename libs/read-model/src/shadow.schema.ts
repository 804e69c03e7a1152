/** The schema in which a projection of the service is folded anew, beside its tables that are read meanwhile. */
export function shadowOf(service: string, projection: string): string {
  return `shadow_${service}_${projection.replaceAll('-', '_')}`;
}

/** Begins the names of all of them: what lies there is on its way, and belongs into no backup. */
export const SHADOWS = '^shadow_';

const SQL = `
CREATE OR REPLACE FUNCTION @service.shadow_of(projection text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
BEGIN
  IF projection !~ '^[a-z][a-z0-9-]*$' THEN RAISE EXCEPTION 'not the name of a projection: %', projection; END IF;
  RETURN 'shadow_@service_' || replace(projection, '-', '_');
END $$;

CREATE OR REPLACE FUNCTION @service.shadow_open(projection text, tables text[], code text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  shadow CONSTANT text := @service.shadow_of(projection);
  stood CONSTANT text := obj_description(to_regnamespace(shadow), 'pg_namespace');
  one text;
  live regclass;
  found record;
BEGIN
  IF stood = code THEN RETURN 'resumed'; END IF;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', shadow);
  EXECUTE format('CREATE SCHEMA %I', shadow);
  EXECUTE format('COMMENT ON SCHEMA %I IS %L', shadow, code);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO lk_svc_@service', shadow);
  FOREACH one IN ARRAY tables || 'cursor'::text LOOP
    live := format('@service.%I', one)::regclass;
    EXECUTE format('CREATE TABLE %I.%I (LIKE %s INCLUDING ALL EXCLUDING INDEXES)', shadow, one, live);
    FOR found IN SELECT conname, pg_get_constraintdef(oid) AS said FROM pg_constraint
                  WHERE conrelid = live AND contype IN ('p', 'u', 'x') LOOP
      EXECUTE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', shadow, one, found.conname, found.said);
    END LOOP;
    FOR found IN SELECT pg_get_indexdef(indexrelid) AS said FROM pg_index
                  WHERE indrelid = live AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
      EXECUTE replace(found.said, format(' ON %s USING ', live), format(' ON %I.%I USING ', shadow, one));
    END LOOP;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO lk_svc_@service', shadow, one);
  END LOOP;
  RETURN CASE WHEN stood IS NULL THEN 'new' ELSE 'anew' END;
END $$;

CREATE OR REPLACE FUNCTION @service.shadow_ready(projection text, tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY tables LOOP
    EXECUTE format('ANALYZE %I.%I', @service.shadow_of(projection), one);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION @service.shadow_swap(projection text, tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  shadow CONSTANT text := @service.shadow_of(projection);
  one text;
BEGIN
  FOREACH one IN ARRAY tables LOOP
    EXECUTE format('DROP TABLE @service.%I', one);
    EXECUTE format('ALTER TABLE %I.%I SET SCHEMA @service', shadow, one);
  END LOOP;
  EXECUTE format('DROP SCHEMA %I CASCADE', shadow);
END $$;

CREATE OR REPLACE FUNCTION @service.shadow_drop(projection text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', @service.shadow_of(projection));
END $$;

REVOKE ALL ON FUNCTION @service.shadow_open, @service.shadow_ready, @service.shadow_swap, @service.shadow_drop
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION @service.shadow_open, @service.shadow_ready, @service.shadow_swap, @service.shadow_drop
  TO lk_svc_@service;
`;

/**
 * What a service, which may not change its schema, may have done to its own tables for a rebuild. Idempotent. Tables and
 * indexes keep their names, so that later migrations find them.
 */
export function shadowSql(service: string): string {
  return SQL.replaceAll('@service', service);
}
