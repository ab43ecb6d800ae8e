#!/usr/bin/env bash
# What goes in comes out: bodies of all sizes and framings byte for byte, pipelining, HEAD, request bodies, upgrades, TCP mode, IPv6 and unix sockets on
# both sides, many connections, two loops. The judge must find nothing.
source "$(dirname "$0")/lib.bash"
need baton-origin baton-load

front=$port_base tcp=$((port_base + 1)) one=$((port_base + 2)) two=$((port_base + 3)) echo=$((port_base + 4))
cat >"$work/proxy.cfg" <<CONFIG
global
    nbthread 2
    maxconn 2000
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    timeout tunnel 60s
frontend front
    bind 127.0.0.1:$front
    bind [::1]:$front
    bind unix@$work/front.sock
    option forwardfor
    default_backend origins
backend origins
    balance roundrobin
    server one 127.0.0.1:$one
    server two [::1]:$two
    server three unix@$work/origin.sock
frontend tcp
    mode tcp
    bind 127.0.0.1:$tcp
    default_backend echo
backend echo
    mode tcp
    server echo 127.0.0.1:$echo
CONFIG
origin one "$one" --listen "[::1]:$two" --listen "unix:$work/origin.sock" --tcp-echo "127.0.0.1:$echo"
start_proxy "$work/proxy.cfg" "$front"

# nothing_lost NAME OPTION...
nothing_lost() {
    local name=$1 output
    shift
    output=$("$bin/baton-load" "$@" 2>&1) || fault "$name: $output"
}
targets=(--target "127.0.0.1:$front" --target "[::1]:$front" --target "unix:$work/front.sock")
nothing_lost 'keep-alive and fresh' "${targets[@]}" --keepalive 24 --fresh 6 --requests 6000
nothing_lost 'bodies' "${targets[@]}" --keepalive 12 --fresh 3 --verify --requests 600 \
    --path /size/0 --path /size/1 --path /size/16384 --path /size/16385 --path /size/100000 --path /chunked/0 --path /chunked/5 --path /chunked/40000 --path /chunked/300000
nothing_lost 'large bodies' "${targets[@]}" --keepalive 6 --verify --requests 12 --path /size/20000000 --path /chunked/20000000
nothing_lost 'request bodies' "${targets[@]}" --keepalive 6 --fresh 3 --method POST --path /echo/body --request-body 200000 --verify --requests 120
nothing_lost 'small request bodies' "${targets[@]}" --keepalive 6 --fresh 3 --method POST --path /echo/body --request-body 100 --verify --requests 900
nothing_lost 'pipelining' "${targets[@]}" --keepalive 6 --pipeline 16 --verify --path /size/300 --path /chunked/300 --requests 4800
nothing_lost 'HEAD' "${targets[@]}" --keepalive 6 --method HEAD --path /size/5000 --path /chunked/5000 --requests 300
nothing_lost '204' "${targets[@]}" --keepalive 6 --path /status/204 --expect-status 204 --requests 300
nothing_lost 'a close by the origin' "${targets[@]}" --keepalive 6 --path /until-close --requests 60
nothing_lost 'streams and upgrades' "${targets[@]}" --streams 60 --upgrades 60 --keepalive 6 --rate 300 --duration 3
nothing_lost 'TCP mode' --target "127.0.0.1:$tcp" --tcp-target "127.0.0.1:$tcp" --tcp-tunnels 60 --duration 3
nothing_lost '600 connections' "${targets[@]}" --keepalive 600 --requests 6000
# Kept-alive connections of servers may close at any time: what the origin closes without a word must not reach the client as an error.
nothing_lost 'an origin that closes without a word' --target "127.0.0.1:$front" --keepalive 4 --path /close/silent --path / --rate 200 --requests 200
finish
