#!/usr/bin/env bash
# More clients than descriptors: accepting pauses, without burning CPU, and goes on when descriptors are free again; nothing that was accepted is lost.
source "$(dirname "$0")/lib.bash"
need baton-origin baton-load

front=$port_base one=$((port_base + 1))
cat >"$work/proxy.cfg" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
frontend front
    bind 127.0.0.1:$front
    default_backend origins
backend origins
    server one 127.0.0.1:$one
CONFIG
origin one "$one"
start_proxy "$work/proxy.cfg" "$front"
# After the start, or it would be refused for the maxconn that it cannot serve.
for pid in $(family "$proxy_pid"); do prlimit --pid "$pid" --nofile=160:160; done

# Each stream holds two descriptors of the proxy: most of these cannot be opened, and wait in the queue until they give up.
"$bin/baton-load" --target "127.0.0.1:$front" --streams 100 --timeout 2500 --duration 3 --json --output "$work/streams.json" >/dev/null 2>&1 &
judge=$!
started+=("$judge")
sleep 1
before=$(cpu_ticks "$proxy_pid")
sleep 1
after=$(cpu_ticks "$proxy_pid")
used=$(echo "$before $after" | awk '{ print $3 + $4 - $1 - $2 }')
((used <= clock_ticks / 2)) || fault "$used of $clock_ticks ticks of CPU in a second while descriptors are exhausted"
wait "$judge" || true
(($(field_in streams cut <"$work/streams.json") == 0)) || fault "accepted streams were cut: $(cat "$work/streams.json")"
(($(field_in streams open <"$work/streams.json") >= 20)) || fault "few streams were opened: $(cat "$work/streams.json")"
kill -0 "$proxy_pid" || fault 'the proxy is gone'
sleep 0.5
"$bin/baton-load" --target "127.0.0.1:$front" --keepalive 8 --fresh 4 --requests 500 >"$work/after" 2>&1 || fault "afterwards: $(cat "$work/after")"
finish
