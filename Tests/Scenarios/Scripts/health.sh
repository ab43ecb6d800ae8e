#!/usr/bin/env bash
# Servers whose check fails leave rotation after `fall` checks and come back after `rise`; a backup takes over; without any there is a 503. No request that
# a healthy server could take is lost meanwhile, and the check says what `option httpchk` asked for.
source "$(dirname "$0")/lib.bash"
need baton-origin baton-load

front=$port_base one=$((port_base + 1)) two=$((port_base + 2)) spare=$((port_base + 3))
cat >"$work/proxy.cfg" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 1s
    timeout client 10s
    timeout server 10s
frontend front
    bind 127.0.0.1:$front
    default_backend origins
backend origins
    balance roundrobin
    option httpchk GET /health
    http-check expect status 200
    server one 127.0.0.1:$one check inter 100ms fall 2 rise 2
    server two 127.0.0.1:$two check inter 100ms fall 2 rise 2
    server spare 127.0.0.1:$spare check inter 100ms fall 2 rise 2 backup
CONFIG
origin one "$one"
origin two "$two"
origin spare "$spare"
start_proxy "$work/proxy.cfg" "$front"

# answers: which origins answer 6 requests, or their status.
answers() {
    local _
    for _ in 1 2 3 4 5 6; do
        printf 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' | raw "$front" 1 | tr -d '\r' |
            awk 'NR == 1 { code = $2 } tolower($1) == "x-origin:" { origin = $2 } END { print origin == "" ? code : origin }'
    done | sort -u | paste -s -d ,
}
# becomes WANTED WHAT: within three seconds.
becomes() {
    local got _
    for _ in $(seq 30); do
        got=$(answers)
        [[ $got == "$1" ]] && return
        sleep 0.1
    done
    fault "$2: '$got', not '$1'"
}
# health PORT on|off
health() { printf 'GET /health/%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' "$2" | raw "$1" 1 >/dev/null; }

becomes one,two start
"$bin/baton-load" --target "127.0.0.1:$front" --keepalive 4 --fresh 2 --rate 300 --duration 600 --json --output "$work/load.json" >/dev/null 2>"$work/load.log" &
judge=$!
started+=("$judge")
health "$one" off
becomes two 'one is down'
health "$two" off
becomes spare 'both are down'
health "$two" on
becomes two 'one is back'
health "$one" on
becomes one,two 'both are back'
kill -TERM "$judge"
wait "$judge" || fault "load was lost: $(cat "$work/load.json") $(head -n 3 "$work/load.log")"
health "$one" off
health "$two" off
health "$spare" off
becomes 503 'all are down'
health "$one" on
becomes one 'one of them is back'
finish
