#!/usr/bin/env bash
# answers.sh - of the sets of questions with the spans that answer them: how many are answered, how many of these rightly, how many that
# have no answer here (each question's own paragraph taken out; other sets' queries), how fast, and the curve of right over answered.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${SIGNPOST_BIN:-build/release/bin}
corpora=${SIGNPOST_CORPORA:-build/corpora}
archives=${SIGNPOST_CORPORA_ARCHIVES:-../shared/corpora}
out=${SIGNPOST_BENCH_DIR:-build/bench}/answers
if ! compgen -G "$archives/qa_*.json.xz" >/dev/null; then
  echo "answers: no sets of questions with answers, so there is nothing to measure"
  exit 0
fi
mkdir -p "$out"

# foreign LANG - queries of help centres, which no paragraph of an encyclopaedia answers, as a table of signpost-eval.
foreign() {
  local lang=$1 set mixed
  printf 'id\tlang\tquestion\tkind\treason\tsource\tgold\n'
  for set in ki_github_en ki_office_support_en ki_k8s_mixed; do
    [[ -f $corpora/$set/queries.tsv ]] || continue
    mixed=
    [[ $set != *_mixed ]] || mixed=1
    awk -F '\t' -v OFS='\t' -v lang="$lang" -v mixed="$mixed" \
      'mixed ? index($1, lang "-") == 1 : lang == "en" { print $1, lang, $2, "refuse", "no_match", "", "" }' "$corpora/$set/queries.tsv"
  done
}

for archive in "$archives"/qa_*.json.xz; do
  set=$(basename "$archive" .json.xz)
  set=${set#qa_}
  lang=${set##*_}
  [[ -d $corpora/$set/docs ]] || continue
  xz -dc "$archive" >"$out/$set.json"
  foreign "$lang" >"$out/$set.foreign.tsv"
  rm -rf "${out:?}/$set"
  "$bin/signpost-index" --source "$corpora/$set/docs" --site tests/bench/sites/judged.yaml --output "$out/$set" >"$out/$set.log" 2>&1 || true
  echo "## $set"
  "$bin/signpost-eval" --index "$out/$set" --lang "$lang" --answers "$out/$set.json" --without-gold --foreign "$out/$set.foreign.tsv" \
    --curve "$out/$set"
done
if [[ -d $corpora/mdn_en ]]; then  # what an answer costs on a large site, asked as people link to pages
  rm -rf "${out:?}/mdn_en"
  "$bin/signpost-index" --source "$corpora/mdn_en" --site tests/bench/sites/mdn_en.yaml --output "$out/mdn_en" >"$out/mdn_en.log" 2>&1 || true
  echo "## mdn_en, questions of xquad_en and queries of ki_github_en"
  "$bin/signpost-eval" --index "$out/mdn_en" --lang en --answers "$out/xquad_en.foreign.tsv" | grep ' ms '
  "$bin/signpost-eval" --index "$out/mdn_en" --lang en --answers "$out/xquad_en.json" | grep ' ms '
fi
