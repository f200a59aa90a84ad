#!/usr/bin/env bash
# relevance.sh - MRR@10 of Signpost and of stock Xapian on every judged set of the corpora, as a table.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
corpora=${SIGNPOST_CORPORA:-build/corpora}
out=${SIGNPOST_BENCH_DIR:-build/bench}/relevance
if [[ ! -d $corpora ]] || ! compgen -G "$corpora/*/qrels.tsv" >/dev/null; then
  echo "relevance: no judged sets, so there is nothing to measure"
  exit 0
fi
mkdir -p "$out"
site=tests/bench/sites/judged.yaml

# number KEY JSON
number() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p" <<<"$2"; }

echo "| set | queries | stock Xapian | Signpost |"
echo "| --- | --- | --- | --- |"
row() {  # NAME SET QRELS
  local json
  json=$("$bin/bench_search" "$out/$2.current" "$out/$2.stock" "$corpora/$4/queries.tsv" "$3")
  echo "| $1 | $(wc -l <"$3") judgments | $(number stock_mrr "$json") | $(number signpost_mrr "$json") |"
}
for folder in "$corpora"/*/; do
  set=$(basename "$folder")
  [[ -f $folder/qrels.tsv && -d $folder/docs && $set != typo_* ]] || continue
  rm -rf "${out:?}/$set"
  "$bin/signpost-index" --source "$folder/docs" --site "$site" --output "$out/$set" >"$out/$set.log" 2>&1 || true
  ln -sfn "$out/$set/generations/$(cat "$out/$set/current")" "$out/$set.current"
  "$bin/bench_stock_index" "$folder/docs" "$site" "$out/$set.stock" >/dev/null
  row "$set" "$set" "$folder/qrels.tsv" "$set"
  if [[ $set == *_mixed ]]; then
    for lang in en ko ja; do
      grep "^$lang-" "$folder/qrels.tsv" >"$out/$set.$lang"
      row "$set, $lang" "$set" "$out/$set.$lang" "$set"
    done
  fi
done
typo=$corpora/typo_ki_github_en
if [[ -f $typo/qrels.tsv ]]; then
  row "typo_ki_github_en" ki_github_en "$typo/qrels.tsv" typo_ki_github_en
  json=$("$bin/bench_search" "$out/ki_github_en.current" "$out/ki_github_en.stock" "$typo/queries_clean.tsv" "$typo/qrels.tsv")
  echo "| the same without the typos | $(wc -l <"$typo/qrels.tsv") judgments | $(number stock_mrr "$json") | $(number signpost_mrr "$json") |"
fi
