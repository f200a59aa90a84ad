#!/usr/bin/env bash
# wild.sh FOLDER... - indexes and serves each folder, asks for every page, and prints a row for each: Markdown files, pages, how many of
# them show markup that no reader should see, by kind, and the links and pictures that lead nowhere. Examples go to standard error.
# What makes a corpus of a supported tool: at most one page in 200 with something left.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/bench/service.bash
. tests/bench/service.bash
bin=${SIGNPOST_BIN:-build/release/bin}
out=${SIGNPOST_BENCH_DIR:-build/bench}/wild
if (($# == 0)); then
  echo "wild: name the folders of help centres, as in ./dev bench wild ~/handbook ~/manual/docs"
  exit 0
fi
mkdir -p "$out"
service=
trap '[[ -z $service ]] || kill "$service"' EXIT

# "owner/name@commit path" where the folder is a checkout, else its name.
name_of() {
  local top origin
  if top=$(git -C "$1" rev-parse --show-toplevel 2>/dev/null) && origin=$(git -C "$1" remote get-url origin 2>/dev/null); then
    origin=${origin%.git}
    printf '%s@%s %s' "$(basename "$(dirname "$origin")")/${origin##*/}" "$(git -C "$1" rev-parse --short HEAD)" "$(realpath --relative-to="$top" "$1")"
  else
    realpath "$1" | grep -oE '[^/]+(/[^/]+)?$'
  fi
}

echo "| help centre | files | seconds | pages | refused | with something left | what, on how many | dead links | dead anchors | dead pictures |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
for folder; do
  rm -rf "${out:?}/index"
  "$bin/signpost-index" --source "$folder" --output "$out/index" --report "$out/report.json" >"$out/index.log" 2>&1 || (($? == 1)) || {
    tail -3 "$out/index.log" >&2
    continue
  }
  port=$((20000 + RANDOM % 10000))
  "$bin/signpost-serve" --index "$out/index" --web web --port "$port" --log-level error >/dev/null &
  service=$!
  wait_until_listening "$port" "$service"
  "$bin/signpost-index" urls --index "$out/index" | sed -n 's/^200 //p' |
    node tests/bench/wild.mjs "http://127.0.0.1:$port" "$(name_of "$folder")" "$out/report.json"
  kill "$service"
  wait "$service" || true
  service=
done
