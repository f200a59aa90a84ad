#!/usr/bin/env bash
# search.sh - 1,000 queries on MDN's 13,043 pages, with Signpost (hits, snippets, facets, spelling) and with stock Xapian's bare
# get_mset, in turn in one run.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
corpora=${SIGNPOST_CORPORA:-build/corpora}
out=${SIGNPOST_BENCH_DIR:-build/bench}/search
if [[ ! -d $corpora/mdn_en ]]; then
  echo "search: no corpus mdn_en, so there is nothing to measure"
  exit 0
fi
mkdir -p "$out"
site=tests/bench/sites/mdn_en.yaml
# Real queries: the judged sets' in English, every n-th, so that each run takes the same.
cat "$corpora"/{ki_github_en,ki_office_support_en,xquad_en}/queries.tsv |
  awk -F'\t' 'NR % 2 == 0 && ++n <= 1000 { print "q" NR "\t" $2 }' >"$out/queries.tsv"
"$bin/signpost-index" --source "$corpora/mdn_en" --site "$site" --output "$out/mdn" --full >"$out/mdn.log" 2>&1 || true
[[ -d $out/mdn.stock ]] || "$bin/bench_stock_index" "$corpora/mdn_en" "$site" "$out/mdn.stock" >/dev/null
"$bin/bench_search" "$out/mdn/generations/$(cat "$out/mdn/current")" "$out/mdn.stock" "$out/queries.tsv"
