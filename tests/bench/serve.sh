#!/usr/bin/env bash
# serve.sh - 1,000 real queries over HTTP against a running signpost-serve with MDN's 13,043 pages: time inside the service
# (took_ms: snippets, facets and spelling included), time for the visitor, and the service's memory afterwards.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/bench/service.bash
. tests/bench/service.bash
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/search
if [[ ! -d $out/mdn ]]; then
  echo "serve: wants the index that search.sh makes, so run that first"
  exit 0
fi
port=$((20000 + RANDOM % 20000))
SIGNPOST_LOG_LEVEL=error "$bin/signpost-serve" --index "$out/mdn" --web web --port "$port" >/dev/null &
service=$!
trap 'kill "$service"; wait "$service" || true' EXIT
wait_until_listening "$port" "$service"
"$bin/bench_replay" "$port" "$out/queries.tsv"
awk '/^VmRSS:/ { printf "resident memory of the service: %.1f MB\n", $2 / 1024 }' "/proc/$service/status"
