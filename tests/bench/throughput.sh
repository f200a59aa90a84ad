#!/usr/bin/env bash
# throughput.sh - requests a second with wrk: signpost-serve with the sample help centre (a page and an asset that it
# has kept, searches that it has not) beside cpp-httplib by itself answering a constant of the same size, and, where it is
# installed, nginx serving a file of that size. All in turn in one run; nobody asks for compression.
#
#   SIGNPOST_BENCH_SECONDS=10 SIGNPOST_BENCH_CONNECTIONS=32
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/bench/service.bash
. tests/bench/service.bash
bin=${SIGNPOST_BIN:-build/release/bin}
mkdir -p "${SIGNPOST_BENCH_DIR:-build/bench}/throughput"
out=$(realpath "${SIGNPOST_BENCH_DIR:-build/bench}")/throughput
seconds=${SIGNPOST_BENCH_SECONDS:-10}
connections=${SIGNPOST_BENCH_CONNECTIONS:-32}
command -v wrk >/dev/null || { echo "throughput: wants wrk" && exit 0; }
"$bin/signpost-index" --source articles --output "$out/index" >"$out/index.log" 2>&1 || (($? == 1))
base=$((20000 + RANDOM % 10000))
: >"$out/errors.log"
running=()
trap 'kill "${running[@]}" 2>/dev/null; wait || true' EXIT

# start PORT COMMAND... - in the background; returns when it listens.
start() {
  local port=$1
  "${@:2}" >/dev/null 2>>"$out/errors.log" &
  running+=($!)
  wait_until_listening "$port" "${running[-1]}"
}

stop() {
  kill "${running[-1]}"
  wait "${running[-1]}" || true
  unset 'running[-1]'
}

# body PATH FILE - what the service answers there, into a file.
body() { http_get "$base" "$1" | sed '1,/^\r$/d' >"$2"; }

# cpu_ticks - what the server that was started last, and its children, have used, in hundredths of a second.
cpu_ticks() {
  local pid ticks=0
  for pid in "${running[-1]}" $(pgrep -P "${running[-1]}"); do
    ticks=$((ticks + $(awk '{ print $14 + $15 }' "/proc/$pid/stat")))
  done
  echo "$ticks"
}

# measure NAME PORT PATH [LUA] - one row: the name, requests a second, the server's processor time for each, and what
# did not go well. On a busy machine the second figure is the one to compare.
measure() {
  local script=() before
  [[ -z ${4:-} ]] || script=(-s "$4")
  before=$(cpu_ticks)
  wrk -t 1 -c "$connections" -d "${seconds}s" "${script[@]}" "http://127.0.0.1:$2$3" >"$out/wrk.txt"
  awk -v name="$1" -v ticks="$(($(cpu_ticks) - before))" '
    /requests in/ { requests = $1 } /^Requests\/sec/ { rate = $2 } /Non-2xx|Descriptor errors/ { bad = bad " " $0 }
    END { printf "| %s | %d | %d |%s\n", name, rate, ticks * 10000 / requests, bad }' "$out/wrk.txt"
}

# Three words of the help centre in all combinations: far more than the cache holds.
cat >"$out/searches.lua" <<'LUA'
local words = {"install", "search", "docker", "index", "synonyms", "language", "proxy", "article", "redirect", "draft",
  "markdown", "systemd", "options", "rollback", "publish", "filter", "image", "keyboard", "privacy", "korean",
  "heading", "table", "folder", "category", "author", "thread", "answer", "import", "report", "change", "action", "cron",
  "container", "health", "cache", "cookie", "theme", "title", "summary", "alias"}
math.randomseed(7)
request = function()
  local pick = function() return words[math.random(#words)] end
  return wrk.format("GET", "/api/v1/search?q=" .. pick() .. "+" .. pick() .. "+" .. pick())
end
LUA

page=/en/articles/search-tips
start "$base" "$bin/signpost-serve" --index "$out/index" --web web --port "$base"
body "$page" "$out/page"
body "/api/v1/search?q=install+search+docker" "$out/search"
echo "page: $(stat -c %s "$out/page") bytes, search: $(stat -c %s "$out/search") bytes"
echo "| what | requests/s | CPU µs each |"
echo "| --- | --: | --: |"
measure "Signpost, a page" "$base" "$page"
measure "Signpost, searches that are not in the cache" "$base" / "$out/searches.lua"
stop
for kind in page search; do
  for way in default tuned; do
    start $((base + 1)) "$bin/bench_plain_httplib" $((base + 1)) "$out/$kind" "$way"
    measure "cpp-httplib, $way, a constant as long as the $kind" $((base + 1)) /
    stop
  done
done
if command -v nginx >/dev/null; then
  mkdir -p "$out/nginx"
  cat >"$out/nginx.conf" <<NGINX
daemon off;
worker_processes auto;
pid $out/nginx/pid;
error_log $out/nginx/error.log;
events { worker_connections 1024; }
http {
  access_log $out/nginx/access.log;
  sendfile on;
  tcp_nopush on;
  default_type text/html;
  keepalive_requests 1000;
  client_body_temp_path $out/nginx/body;
  proxy_temp_path $out/nginx/proxy;
  fastcgi_temp_path $out/nginx/fastcgi;
  uwsgi_temp_path $out/nginx/uwsgi;
  scgi_temp_path $out/nginx/scgi;
  server { listen 127.0.0.1:$((base + 2)); root $out; }
}
NGINX
  start $((base + 2)) nginx -c "$out/nginx.conf" -e "$out/nginx/error.log"
  measure "nginx, the page as a file" $((base + 2)) /page
  stop
else
  echo "nginx is not installed: left out"
fi
