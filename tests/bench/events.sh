#!/usr/bin/env bash
# events.sh - what counting visitors costs: the processor's time of 2,000 events a second beside searches of the sample's golden
# queries, the size of a year of 50,000 searches a day, and how long each view for staff takes on it (the service's own word, as in
# its log). The file is below SIGNPOST_BENCH_DIR.
#
#   SIGNPOST_BENCH_DAYS=365
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/events
port=8478
mkdir -p "$out"
# shellcheck source=tests/bench/service.bash
source tests/bench/service.bash
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1 || (($? == 1))
"$bin/bench_events" "$out/index/generations/$(<"$out/index/current")" articles/queries.yaml "$out/data" "${SIGNPOST_BENCH_DAYS:-365}"

"$bin/signpost-serve" --index "$out/index" --data "$out/data" --port "$port" --staff-header X-Bench-User \
  --trusted-proxies 127.0.0.1 >"$out/serve.log" 2>&1 &
service=$!
trap 'kill "$service"; wait "$service" || true; rm -rf "$out/data"' EXIT
wait_until_listening "$port" "$service"
as_staff() { curl --silent --fail --output "$out/page" --header 'X-Bench-User: bench' --write-out '%{time_total} %{size_download}\n' "http://127.0.0.1:$port$1"; }

# Gaps are found once after the start, and as long as that takes a core is busy.
started=$SECONDS
until grep -q '"msg":"gaps changed"' "$out/serve.log"; do
  kill -0 "$service"
  sleep 1
done
echo "gaps found in $((SECONDS - started)) s: $(grep '"msg":"gaps changed"' "$out/serve.log")"

as_staff /staff/gaps >"$out/time"
gap=$(grep -o '/staff/gaps/G-[0-9A-Z]*' "$out/page" | head -n 1)
for path in '/staff/insights?days=7' '/staff/insights?days=30' '/staff/insights?days=90' '/staff/insights?days=365' \
  '/staff/insights?days=365&language=ko' '/staff/insights/days.csv?days=365' '/staff/insights/asked.csv?days=365' \
  /staff/gaps '/staff/gaps?state=all' "$gap" /staff/ /staff/dead-letters; do
  for ((i = 0; i < 9; ++i)); do as_staff "$path"; done | sort -n |
    awk -v path="$path" '{ times[NR] = $1 * 1000; size = $2 }
                         END { printf "%s: median %.0f ms, at most %.0f, %d bytes\n", path, times[5], times[9], size }'
done
