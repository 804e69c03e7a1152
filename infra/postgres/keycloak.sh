#!/bin/bash
# Run once by PostgreSQL's image when the data are new: Keycloak's own database and role. The platform makes all others.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" <<SQL
CREATE ROLE keycloak LOGIN PASSWORD '$(</run/secrets/keycloak-db)' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
