#!/usr/bin/env bash
# writes.sh - searches of the sample help centre's golden queries with and without requests being kept beside them, in turn in one
# run. The disk decides how long a write takes: the folder is below SIGNPOST_BENCH_DIR.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/writes
mkdir -p "$out"
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1 || (($? == 1))
"$bin/bench_search_writes" "$out/index/generations/$(<"$out/index/current")" articles/queries.yaml "$out/data"
