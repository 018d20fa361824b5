#!/bin/bash
# Stands in for the official entrypoint: initdb on an empty PGDATA, then exec postgres.
set -euo pipefail
if [ "$1" = postgres ]; then
  if [ "$(id -u)" = 0 ]; then mkdir -p "$PGDATA"; chown -R postgres "$PGDATA" /var/run/postgresql; chmod 700 "$PGDATA"; exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"; fi
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    [ -z "${POSTGRES_PASSWORD_FILE:-}" ] || POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
    initdb -U "${POSTGRES_USER:-postgres}" --pwfile=<(echo "${POSTGRES_PASSWORD:?}") --auth-host=scram-sha-256 --auth-local=trust -D "$PGDATA"
    echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
    [ "${POSTGRES_DB:-postgres}" = postgres ] || createdb -U "${POSTGRES_USER:-postgres}" "$POSTGRES_DB"
    pg_ctl -D "$PGDATA" -m fast -w stop
  fi
  set -- "$@" -c listen_addresses='*'
fi
exec "$@"
