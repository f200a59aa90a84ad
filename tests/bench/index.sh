#!/usr/bin/env bash
# index.sh - indexing speed, memory and size on real corpora, against one thread of stock Xapian in the same run.
#
#   tests/bench/index.sh [CORPUS_FOLDER...]
#
# Without arguments: every corpus of SIGNPOST_CORPORA that has its settings in tests/bench/sites. Both programs run
# SIGNPOST_BENCH_RUNS times (1) in turn; the fastest run of each counts. Prints a table for BENCHMARKS.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/index
runs=${SIGNPOST_BENCH_RUNS:-1}

corpora=("$@")
if ((${#corpora[@]} == 0)); then
  for site in tests/bench/sites/*.yaml; do
    folder=${SIGNPOST_CORPORA:-build/corpora}/$(basename "$site" .yaml)
    [[ -d $folder ]] && corpora+=("$folder")
  done
fi
if ((${#corpora[@]} == 0)); then
  echo "index: no corpora, so there is nothing to measure"
  exit 0
fi
mkdir -p "$out"

# The numbers of a report as lines "seconds.total=1.5".
flatten() {
  awk '/^  "diagnostics"/ { exit }
    match($0, /"[^"]*": /) {
      depth = int((match($0, /[^ ]/) - 1) / 2); match($0, /"[^"]*": /)
      path[depth] = substr($0, RSTART + 1, RLENGTH - 4); value = substr($0, RSTART + RLENGTH); sub(/,$/, "", value)
      name = path[1]; for (i = 2; i <= depth; i++) name = name "." path[i]
      if (value !~ /^[{[]/) print name "=" value
    }' "$1"
}
value() { sed -n "s/^$1=//p" "$2"; }
# stock_value KEY FILE: from the one line that bench_stock_index prints.
stock_value() { sed -n "s/.*[{ ]\"$1\": \([0-9.]*\).*/\1/p" "$2"; }

echo "| corpus | files | documents | MB | Signpost s | MB/s | CPU s | stock s | MB/s | CPU s | times as fast | largest process MB | all at most MB | index MB | stock index MB | index / text | errors and warnings by rule |"
echo "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |"
for corpus in "${corpora[@]}"; do
  name=$(basename "$corpus")
  site=tests/bench/sites/$name.yaml
  seconds='' stock_seconds=''
  for ((run = 0; run < runs; run++)); do
    status=0
    "$bin/signpost-index" --source "$corpus" --site "$site" --output "$out/$name" --full --report "$out/$name.json" \
      >"$out/$name.log" 2>&1 || status=$?
    if ((status > 1)); then
      tail -n 5 "$out/$name.log" >&2
      exit 1
    fi
    "$bin/bench_stock_index" "$corpus" "$site" "$out/$name.stock" >"$out/$name.stock.json"
    flatten "$out/$name.json" >"$out/$name.flat"
    seconds=$(printf '%s\n' "$seconds" "$(value seconds.total "$out/$name.flat")" | grep . | sort -g | head -n 1)
    stock_seconds=$(printf '%s\n' "$stock_seconds" "$(stock_value seconds "$out/$name.stock.json")" | grep . | sort -g | head -n 1)
  done
  rules=$(sed -n 's/^by_rule\.\(error\|warning\)\.\(.*\)=\(.*\)$/\2 \3/p' "$out/$name.flat" | paste -sd, | sed 's/,/, /g')
  awk -v name="$name" -v seconds="$seconds" -v stock_seconds="$stock_seconds" -v rules="$rules" \
    -v stock_cpu="$(stock_value cpu_seconds "$out/$name.stock.json")" \
    -v text="$(stock_value text_bytes "$out/$name.stock.json")" \
    -v stock_index="$(stock_value index_bytes "$out/$name.stock.json")" -F= '
    { v[$1] = $2 }
    END {
      mb = v["bytes.markdown"] / 1e6; worker = v["peak_memory.worker"]; writer = v["peak_memory.writer"]
      largest = v["peak_memory.indexer"]
      if (worker > largest) largest = worker
      if (writer > largest) largest = writer
      all = v["peak_memory.indexer"] + v["processes.workers"] * worker + v["processes.writers"] * writer
      printf "| %s | %d | %d | %.1f | %.2f | %.1f | %.2f | %.2f | %.1f | %.2f | %.1f | %.0f | %.0f | %.1f | %.1f | %.2f | %s |\n", name,
        v["files.markdown"], v["documents.total"], mb, seconds, mb / seconds, v["cpu_seconds"], stock_seconds,
        mb / stock_seconds, stock_cpu,
        stock_seconds / seconds, largest / 1e6, all / 1e6, v["bytes.index"] / 1e6, stock_index / 1e6,
        v["bytes.index"] / text, rules
    }' "$out/$name.flat"
done
