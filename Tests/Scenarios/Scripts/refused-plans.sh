#!/usr/bin/env bash
# Whatever is wrong with a new plan, the old one goes on serving and the reason is said: a configuration with an error, a port that another process
# holds, and, for a plan file that is watched, one that is truncated, altered, newer or no plan at all. Load runs all the time and loses nothing.
source "$(dirname "$0")/lib.bash"
need baton batond baton-origin baton-load

front=$port_base one=$((port_base + 1)) held=$((port_base + 2)) config=$work/proxy.cfg
write() {
    cat >"$config.new" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
frontend front
    bind 127.0.0.1:$front
$2
    http-response set-header X-Plan $1
    default_backend origins
backend origins
    server one 127.0.0.1:$one
CONFIG
    mv "$config.new" "$config"
}

# begin_load / end_load: eight keep-alive connections that must not notice anything.
begin_load() {
    "$bin/baton-load" --target "127.0.0.1:$front" --keepalive 8 --fresh 1 --streams 2 --rate 200 --duration 600 --json --output "$work/load.json" \
        >/dev/null 2>"$work/load.log" &
    judge=$!
    started+=("$judge")
    sleep 0.5
}
end_load() {
    kill -TERM "$judge"
    wait "$judge" || fault "$1: load was lost: $(cat "$work/load.json") $(head -n 3 "$work/load.log")"
}

# serves NUMBER WHEN: the plan that answers.
serves() {
    "$bin/baton-load" --target "127.0.0.1:$front" --fresh 1 --requests 3 --expect-header "X-Plan=$1" >/dev/null 2>&1 || fault "$2: plan $1 does not serve"
}

# refused NAME PATTERN: HUP, and the reason must match.
refused() {
    local lines
    lines=$(wc -l <"$work/batond.log")
    if reload_batond; then fault "$1: the reload was taken"; fi
    tail -n "+$((lines + 1))" "$work/batond.log" | grep -q -i -E -e "$2" || fault "$1: '$2' is not in: $(tail -n "+$((lines + 1))" "$work/batond.log")"
    serves 1 "$1"
}

origin one "$one"
write 1 ''
start_proxy "$config" "$front"
begin_load
serves 1 start
write 2 '    blance roundrobin'
refused 'a configuration with an error' 'blance'
write 3 '    use_backend nowhere if { path /x }'
refused 'a backend that is not there' 'nowhere'
origin foreign "$held"
foreign=$last_pid
write 4 "    bind 127.0.0.1:$held"
refused 'a port that another process holds' "$held"
stop "$foreign"
reload_batond || fault 'the port is free: the reload was refused'
serves 4 'the port is free'
end_load configurations
stop "$proxy_pid"

# A watched plan: renamed into place, without the compiler.
write 1 ''
"$bin/baton" compile -f "$config" -o "$work/good.plan"
write 2 ''
"$bin/baton" compile -f "$config" -o "$work/next.plan"
cp "$work/good.plan" "$work/live.plan"
: >"$work/batond.log"
"$bin/batond" --plan "$work/live.plan" --watch "$work/live.plan" >"$work/batond.log" 2>&1 &
proxy_pid=$!
started+=("$proxy_pid")
await_port "$front" || die "batond does not serve the plan: $(cat "$work/batond.log")"
begin_load

# put NAME: the file new.plan takes the watched name, and must be refused.
put() {
    local seen
    seen=$(grep -c -i refused "$work/batond.log" || true)
    mv "$work/new.plan" "$work/live.plan"
    for _ in $(seq 100); do
        (($(grep -c -i refused "$work/batond.log" || true) > seen)) && break
        sleep 0.05
    done
    (($(grep -c -i refused "$work/batond.log" || true) > seen)) || fault "$1: nothing was refused"
    serves 1 "$1"
}
size=$(wc -c <"$work/next.plan")
head -c $((size / 2)) "$work/next.plan" >"$work/new.plan"
put 'a truncated plan'
: >"$work/new.plan"
put 'an empty plan'
head -c "$size" /dev/urandom >"$work/new.plan"
put 'a file that is no plan'
cp "$work/next.plan" "$work/new.plan"
printf '\xff' | dd of="$work/new.plan" bs=1 seek=$((size / 2)) conv=notrunc status=none
cmp -s "$work/new.plan" "$work/next.plan" && printf '\x00' | dd of="$work/new.plan" bs=1 seek=$((size / 2)) conv=notrunc status=none
put 'a plan with one byte altered'
cp "$work/next.plan" "$work/new.plan"
# The format's version stands behind the eight bytes of magic.
printf '\x7f' | dd of="$work/new.plan" bs=1 seek=9 conv=notrunc status=none
put 'a plan of a newer format'
cp "$work/next.plan" "$work/new.plan"
mv "$work/new.plan" "$work/live.plan"
for _ in $(seq 100); do
    "$bin/baton-load" --target "127.0.0.1:$front" --fresh 1 --requests 1 --expect-header X-Plan=2 >/dev/null 2>&1 && break
    sleep 0.05
done
serves 2 'a good plan at last'
end_load 'watched plans'
finish
