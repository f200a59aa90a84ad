#!/usr/bin/env bash
# service.bash - starting programs that listen, for the scripts of this folder; sourced by them.
# Exercised by clients.sh, serve.sh and throughput.sh.

# wait_until_listening PORT PID - fails when the program ends before.
wait_until_listening() {
  until { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; do
    kill -0 "$2"
    sleep 0.05
  done
  exec 3>&-
}

# http_get PORT PATH - head and body of the answer.
http_get() {
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
  cat <&3
  exec 3>&-
}
