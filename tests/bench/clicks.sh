#!/usr/bin/env bash
# clicks.sh - MRR@10 and nDCG@10 of judged sets without and with clicks of made-up visitors in the ranking, as tables.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
corpora=${SIGNPOST_CORPORA:-build/corpora}
out=${SIGNPOST_BENCH_DIR:-build/bench}/clicks
read -r -a sets <<<"${SIGNPOST_CLICK_SETS:-ki_github_en ki_k8s_mixed xquad_en}"
mkdir -p "$out"
for set in "${sets[@]}"; do
  [[ -f $corpora/$set/qrels.tsv ]] || { echo "clicks: there is no set $set, so it is left out" && continue; }
  rm -rf "${out:?}/$set"
  "$bin/signpost-index" --source "$corpora/$set/docs" --site tests/bench/sites/judged.yaml --output "$out/$set" >"$out/$set.log" 2>&1 || true
  printf '\n%s:\n\n| visitors | visits of each query | MRR@10 | nDCG@10 |\n| --- | --- | --- | --- |\n' "$set"
  "$bin/bench_clicks" "$out/$set/generations/$(cat "$out/$set/current")" "$corpora/$set/queries.tsv" "$corpora/$set/qrels.tsv"
done
