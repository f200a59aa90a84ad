#!/usr/bin/env bash
# store.sh - requests of visitors: kept a second with a sync for each, read meanwhile, and the size of 100,000. The disk
# decides: the folder is below SIGNPOST_BENCH_DIR.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/store
mkdir -p "$out"
"$bin/bench_store" "$out/data"
