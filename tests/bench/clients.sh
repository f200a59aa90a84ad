#!/usr/bin/env bash
# clients.sh - 10,000 idle, dripping and not reading connections for a minute, and good clients beside them, against a
# running signpost-serve with the sample help centre: how long the good ones wait, and how much the service's memory grows.
#
#   SIGNPOST_BENCH_CONNECTIONS=10000 SIGNPOST_BENCH_SECONDS=60   how many, and for how long
#
# Each side needs as many open files (ulimit -n).
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/bench/service.bash
. tests/bench/service.bash
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/clients
mkdir -p "$out"
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1 || (($? == 1))
port=$((20000 + RANDOM % 10000))
"$bin/signpost-serve" --index "$out/index" --web web --port "$port" --metrics "127.0.0.1:$((port + 1))" \
  >"$out/address" 2>"$out/access.log" &
service=$!
trap 'kill "$service"; wait "$service" || true' EXIT
wait_until_listening "$port" "$service"
"$bin/bench_slow_clients" "$port" "$service" \
  "${SIGNPOST_BENCH_CONNECTIONS:-10000}" "${SIGNPOST_BENCH_SECONDS:-60}"
http_get $((port + 1)) /metrics | grep -aE '^signpost_(connections|requests_refused|searches_total|buffered)'
