#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# A PostgreSQL server for tests, on this machine alone, with nothing in it; never run as root.
#
#   postgres.sh find           prints the folder of the server's programs, or fails
#   postgres.sh start DIR      makes DIR if it is not there, starts the server, and prints its address
#   postgres.sh databases DIR NAME  makes the databases of a node, each with a user of its own, and prints the address of the first
#   postgres.sh kill DIR       ends the server and all that belongs to it at once, as a power cut would
#   postgres.sh stop DIR       ends it in order and removes DIR
set -eu

oldest=15

find_server() {
    for bin in ${CLEARWAY_POSTGRES:+"$CLEARWAY_POSTGRES"} /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin \
        "$(dirname "$(command -v pg_ctl || echo /nowhere/pg_ctl)")"; do
        [ -x "$bin/pg_ctl" ] && [ -x "$bin/initdb" ] || continue
        version=$("$bin/pg_ctl" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if [ "$version" -ge "$oldest" ]; then
            echo "$bin"
            return 0
        fi
    done
    return 1
}

# Runs a command as somebody who is not root.
as_user() {
    if [ "$(id -u)" = 0 ]; then
        su postgres -s /bin/sh -c "$*"
    else
        sh -c "$*"
    fi
}

start() {
    fresh=
    if [ ! -d "$dir/data" ]; then
        mkdir -p "$dir/data"
        if [ "$(id -u)" = 0 ]; then chown -R postgres "$dir"; fi
        as_user "'$bin/initdb' -D '$dir/data' -U clearway -A trust -E UTF8 --locale=C.UTF-8" >"$dir/initdb.log" 2>&1 ||
            { cat "$dir/initdb.log" >&2; exit 1; }
        echo "$((20000 + $$ % 10000))" >"$dir/port"
        fresh=yes
    fi
    port=$(cat "$dir/port")
    # After a sudden end, what died may still be on its way out; at first, somebody else may have the port.
    for again in 1 2 3 4 5 6 7 8 9 10; do
        if as_user "'$bin/pg_ctl' -D '$dir/data' -l '$dir/data/log' -w -s -o '-p $port -k $dir/data -c listen_addresses=127.0.0.1 -c max_connections=300' start" \
            >/dev/null 2>&1; then
            echo "postgresql://clearway@127.0.0.1:$port/postgres"
            return 0
        fi
        sleep 1
        if [ -n "$fresh" ]; then
            port=$((port + 17))
            echo "$port" >"$dir/port"
        fi
    done
    tail -n 20 "$dir/data/log" >&2
    exit 1
}

kill_all() {
    main=$(head -n 1 "$dir/data/postmaster.pid")
    # The children first: they would end in order when they find themselves alone.
    children=$(ps -o pid= --ppid "$main")
    kill -9 "$main" $children 2>/dev/null || true
}

# The journal, its keys, and the weapons' journal with its own.
databases() {
    port=$(cat "$dir/port")
    for ending in '' _keys _arms _arms_keys; do
        for sentence in "create role $name$ending login" \
            "create database $name$ending owner $name$ending template template0 encoding 'UTF8' locale 'C.UTF-8'"; do
            "$bin/psql" -q -h 127.0.0.1 -p "$port" -U clearway -d postgres -c "$sentence" >/dev/null
        done
    done
    echo "postgresql://$name@127.0.0.1:$port/$name"
}

stop() {
    as_user "'$bin/pg_ctl' -D '$dir/data' -m immediate -w -s stop" >/dev/null 2>&1 || true
    rm -rf "$dir"
}

bin=$(find_server) || { echo "There is no PostgreSQL $oldest or newer." >&2; exit 3; }
dir=${2:-}
case ${1:-} in
    find) echo "$bin" ;;
    start) start ;;
    databases) name=${3:?} && databases ;;
    kill) kill_all ;;
    stop) stop ;;
    *) sed -n '3,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
