#!/usr/bin/env bash
# events.sh - what counting visitors costs: the processor's time of 2,000 events a second beside searches of the sample's golden
# queries, and the size of a year of 50,000 searches a day, with the times of what reads it. The file is below SIGNPOST_BENCH_DIR.
#
#   SIGNPOST_BENCH_DAYS=365
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/events
mkdir -p "$out"
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1 || (($? == 1))
"$bin/bench_events" "$out/index/generations/$(<"$out/index/current")" articles/queries.yaml "$out/data" "${SIGNPOST_BENCH_DAYS:-365}"
