#!/usr/bin/env bash
# micro.sh - Google Benchmark over the parts of indexing and searching, on the sample help centre.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/micro
mkdir -p "$out"
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1
"$bin/bench_micro" "$out/index/generations/$(cat "$out/index/current")" --benchmark_repetitions=5 \
  --benchmark_report_aggregates_only=true --benchmark_min_time=0.1
