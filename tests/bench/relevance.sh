#!/usr/bin/env bash
# relevance.sh - MRR@10 of stock Xapian, and of Signpost by words alone and with meaning, on every judged set of the corpora, as a table.
# Meaning needs an embedder: SIGNPOST_EMBEDDER=URL, else the one of `./dev embedder`, which takes an hour for all sets the first time
# (embeddings.sqlite keeps its vectors); SIGNPOST_EMBEDDER=none leaves the column out.
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
embedder=${SIGNPOST_EMBEDDER:-}
if [[ -z $embedder ]]; then
  exec 3< <(exec tests/embedder/run --port 0)
  trap 'kill %1 2>/dev/null || kill $! 2>/dev/null || true' EXIT
  read -r -u 3 line || true
  [[ ${line:-} == "embedder: "* ]] || { echo "relevance: the embedder did not start" && exit 1; }
  embedder=${line#embedder: }
fi

# number KEY JSON
number() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p" <<<"$2"; }

# index SET NAME OPTION... - of the set's documents, as NAME; NAME.current leads to the generation.
index() {
  local set=$1 name=$2
  shift 2
  rm -rf "${out:?}/$name"
  "$bin/signpost-index" --source "$corpora/$set/docs" --site "$site" --output "$out/$name" "$@" >"$out/$name.log" 2>&1 || true
  ln -sfn "$out/$name/generations/$(cat "$out/$name/current")" "$out/$name.current"
}

echo "| set | judgments | stock Xapian | words alone | with meaning |"
echo "| --- | --- | --- | --- | --- |"
row() {  # NAME SET QUERIES QRELS
  local words meaning='{"signpost_mrr": }'
  words=$("$bin/bench_search" "$out/$2.current" "$out/$2.stock" "$3" "$4")
  [[ $embedder == none ]] || meaning=$("$bin/bench_search" "$out/$2.meaning.current" "$out/$2.stock" "$3" "$4")
  echo "| $1 | $(wc -l <"$4") | $(number stock_mrr "$words") | $(number signpost_mrr "$words") | $(number signpost_mrr "$meaning") |"
}
for folder in "$corpora"/*/; do
  set=$(basename "$folder")
  [[ -f $folder/qrels.tsv && -d $folder/docs && $set != typo_* ]] || continue
  index "$set" "$set"
  [[ $embedder == none ]] || index "$set" "$set.meaning" --embedder "$embedder" --embedding-cache "$out/embeddings.sqlite"
  "$bin/bench_stock_index" "$folder/docs" "$site" "$out/$set.stock" >/dev/null
  row "$set" "$set" "$folder/queries.tsv" "$folder/qrels.tsv"
  if [[ $set == *_mixed ]]; then
    for lang in en ko ja; do
      grep "^$lang-" "$folder/qrels.tsv" >"$out/$set.$lang"
      row "$set, $lang" "$set" "$folder/queries.tsv" "$out/$set.$lang"
    done
  fi
done
typo=$corpora/typo_ki_github_en
if [[ -f $typo/qrels.tsv ]]; then
  row "typo_ki_github_en" ki_github_en "$typo/queries.tsv" "$typo/qrels.tsv"
  row "the same without the typos" ki_github_en "$typo/queries_clean.tsv" "$typo/qrels.tsv"
fi
