#!/usr/bin/env bash
# Clients and servers that are slow meet their timeouts, with the answer that belongs to each, at about the time that was asked for.
source "$(dirname "$0")/lib.bash"

front=$port_base one=$((port_base + 1)) gone=$((port_base + 2))
cat >"$work/proxy.cfg" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 1s
    timeout client 1s
    timeout server 1s
    timeout http-request 600ms
    timeout http-keep-alive 1500ms
frontend front
    bind 127.0.0.1:$front
    use_backend nobody if { path_beg /gone }
    default_backend origins
backend origins
    server one 127.0.0.1:$one
backend nobody
    server gone 127.0.0.1:$gone
CONFIG
origin one "$one"
start_proxy "$work/proxy.cfg" "$front"

# slow NAME STATUS LEAST-MS MOST-MS: standard input is what the client manages to send.
slow() {
    local began answer got took
    began=$(date +%s%N)
    answer=$(raw "$front" 4 | tr -d '\r\0')
    took=$((($(date +%s%N) - began) / 1000000))
    got=$(status <<<"$answer")
    [[ $got == "$2" ]] || fault "$1: $got, not $2"
    ((took >= $3 && took <= $4)) || fault "$1: after $took ms, not between $3 and $4"
}

printf 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow:' | slow 'a head that does not end' 408 500 1100
printf '' | slow 'a client that says nothing' 408 500 1100
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf' | slow 'a body that does not end' 400 900 2300
printf 'GET /fault/hang HTTP/1.1\r\nHost: a\r\n\r\n' | slow 'a server that does not answer' 504 900 3500
printf 'GET /gone HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' | slow 'a server that is not there' 503 0 3900
printf 'GET / HTTP/1.1\r\nHost: a\r\n\r\n' | slow 'an idle kept-alive connection' 200 1300 2100
# A tunnel is under timeout tunnel or, without one, under those of client and server: it must not be cut while it talks.
"$bin/baton-load" --target "127.0.0.1:$front" --streams 2 --stream-path /stream/300 --duration 3 >/dev/null || fault 'a stream that talks was cut'
finish
