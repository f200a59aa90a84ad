#!/usr/bin/env bash
# million.sh - indexes 1,000,000 community posts made from the corpora's real text, then changes one, and searches them.
# SIGNPOST_BENCH_POSTS makes it fewer. Wants some 8 GB of disk and a quarter of an hour.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
corpora=${SIGNPOST_CORPORA:-build/corpora}
out=${SIGNPOST_BENCH_DIR:-build/bench}/million
posts=${SIGNPOST_BENCH_POSTS:-1000000}
if [[ ! -d $corpora/mdn_en || ! -d $corpora/ms_office_support_en ]]; then
  echo "million: no corpora mdn_en and ms_office_support_en, so there is nothing to make posts of"
  exit 0
fi
mkdir -p "$out"
source=$out/source-$posts
if [[ ! -f $source.done ]]; then
  rm -rf "$source"
  "$bin/bench_make_posts" "$posts" "$source" "$corpora/mdn_en" "$corpora/ms_office_support_en"
  touch "$source.done"
fi
number() { sed -n "s/^    \"$1\": \([0-9]*\),\{0,1\}$/\1/p" "$2"; }
for kind in full "one post changed"; do
  options=()
  [[ $kind != full ]] && echo "A new sentence." >>"$source/community/en/t7/answer-1.md"
  [[ $kind == full ]] && options=(--full)
  /usr/bin/time -f "$kind: %e s" "$bin/signpost-index" --source "$source" --output "$out/index" "${options[@]}" \
    --report "$out/report.json" >"$out/index.log" 2>"$out/errors.log" || true
  tail -n 1 "$out/errors.log"
  sed -n '1,3p' "$out/index.log"
  awk -v indexer="$(number indexer "$out/report.json")" -v worker="$(number worker "$out/report.json")" \
    -v writer="$(number writer "$out/report.json")" 'BEGIN {
      printf "peak memory: indexer %d MB, largest worker %d MB, largest writer %d MB\n", indexer / 1e6, worker / 1e6, writer / 1e6 }'
done
awk -F'\t' 'NR % 2 == 0 && ++n <= 500 { print "q" NR "\t" $2 }' "$corpora/ki_office_support_en/queries.tsv" \
  "$corpora/ki_github_en/queries.tsv" >"$out/queries.tsv"
awk -F'\t' '{ print $1 "\tnone\t1" }' "$out/queries.tsv" >"$out/qrels.tsv"
"$bin/signpost-eval" --index "$out/index" --queries "$out/queries.tsv" --qrels "$out/qrels.tsv" | grep -E '^p(50|99)'
du -sh "$source" "$out/index/generations/$(cat "$out/index/current")" | awk '{ print "on disk: " $0 }'
