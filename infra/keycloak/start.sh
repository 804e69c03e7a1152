#!/bin/bash
# Starts Keycloak with secrets from files, which it does not read itself: for each NAME_FILE the content becomes NAME, in
# this process' environment only. The realm is imported when it is not there yet.
set -euo pipefail
KC_HOME=${KC_HOME:-/opt/keycloak}
REALM_FILE=${REALM_FILE:-/opt/lien-ket/realm.json}
for variable in KC_BOOTSTRAP_ADMIN_PASSWORD KC_DB_PASSWORD LK_GATEWAY_SECRET LK_OPERATOR_SECRET LK_ADMIN_PASSWORD; do
  file=${variable}_FILE
  if [[ -n ${!file:-} ]]; then
    export "$variable=$(<"${!file}")"
    unset "$file"
  fi
done
mkdir -p "$KC_HOME/data/import"
printf '%s' "$(<"$REALM_FILE")" >"$KC_HOME/data/import/lien-ket-realm.json"
exec "$KC_HOME/bin/kc.sh" "${@:-start}" --import-realm
