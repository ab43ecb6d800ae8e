#!/usr/bin/env bash
# The judge is judged: baton-load must see each fault that baton-origin commits on request, count it once, under its name, and must not
# see one where there is none. Every other scenario rests on these counts.
source "$(dirname "$0")/../../../Benchmarks/lib.sh"
need baton-origin baton-load

port=$port_base
origin judged "$port" --tcp-echo "127.0.0.1:$((port + 1))"
wrong=0

# expect NAME 'KEY=VALUE ...' OPTION...: runs the judge and compares counts.
expect() {
    local name=$1 pair value result status=0
    local wanted=$2
    shift 2
    result=$("$bin/baton-load" --target "127.0.0.1:$port" --json "$@" 2>"$work/log") || status=$?
    for pair in $wanted exit="$([[ $wanted == *lost=0* ]] && echo 0 || echo 1)"; do
        case ${pair%%=*} in
            exit) value=$status ;;
            streams.* | tunnels.*) value=$(field_in "${pair%%.*}" "$(sed 's/^[a-z]*\.//; s/=.*//' <<<"$pair")" <<<"$result") ;;
            *) value=$(field "${pair%%=*}" <<<"$result") ;;
        esac
        [[ $value == "${pair##*=}" ]] || { echo "judge: $name: ${pair%%=*} is $value, not ${pair##*=}" >&2; wrong=1; }
    done
}

expect 'no fault' 'ok=300 failed=0 keepaliveClosed=0 lost=0' --keepalive 4 --fresh 2 --requests 300
expect 'pipelining' 'ok=320 lost=0' --keepalive 4 --pipeline 8 --requests 320
expect 'verified bodies' 'ok=40 lost=0' --keepalive 4 --fresh 1 --verify --path /size/70000 --path /chunked/70000 --path /size/0 --path /chunked/0 --requests 40
expect 'HEAD' 'ok=20 lost=0' --keepalive 2 --method HEAD --path /size/1000 --requests 20
expect 'a body that differs' 'badBody=2 ok=0' --keepalive 1 --verify --requests 2
expect 'closed before an answer' 'closedBeforeAnswer=6 failed=6 ok=0 keepaliveClosed=0' --keepalive 2 --path /fault/close --requests 6
expect 'reset' 'reset=6 failed=6' --keepalive 2 --path /fault/reset --requests 6
expect 'closed in mid-body' 'closedMidAnswer=6 failed=6' --keepalive 2 --path /fault/truncate --requests 6
expect 'bad chunk' 'badFraming=6 failed=6' --fresh 2 --path /fault/framing --requests 6
expect 'no answer' 'timeout=2 failed=2' --keepalive 2 --path /fault/hang --requests 2 --timeout 200
expect 'status' 'unexpectedStatus=4 failed=4 keepaliveClosed=0' --keepalive 2 --path /status/503 --requests 4
expect 'expected status' 'ok=4 lost=0' --keepalive 2 --path /status/404 --expect-status 404 --requests 4
expect 'closed without a word' 'ok=6 failed=0 closedIdle=6 keepaliveClosed=6 closedAnnounced=0' --keepalive 2 --path /close/silent --requests 6 --rate 200
expect 'closed as announced' 'ok=6 closedAnnounced=6 keepaliveClosed=0 lost=0' --keepalive 2 --path /close --requests 6
expect 'long-lived' 'streams.open=5 streams.cut=0 tunnels.open=6 tunnels.cut=0 lost=0' --streams 5 --upgrades 3 --tcp-tunnels 3 \
    --tcp-target "127.0.0.1:$((port + 1))" --duration 1.5
expect 'silent stream' 'streams.stalled=2' --streams 2 --stream-path /stream/5000 --stall 500 --duration 1
expect 'refused stream' 'streams.refused=2' --streams 2 --stream-path /status/503 --duration 0.3
expect 'header' 'stale=0 lost=0' --keepalive 2 --fresh 1 --requests 20 --expect-header X-Origin=judged
expect 'other header' 'stale=20 failed=0' --keepalive 2 --fresh 1 --requests 20 --expect-header X-Origin=other

# Marks. Answers that show a value not known yet are judged at the next mark: it can only be the one whose mark is still on its way here.
# marks WANTED-STALE COMMAND...
marks() {
    local wanted=$1 stale
    shift
    { for command in "$@"; do echo "$command"; sleep 0.3; done; echo stop; } |
        "$bin/baton-load" --target "127.0.0.1:$port" --keepalive 2 --rate 100 --control --json 2>"$work/log" >"$work/marks" || true
    stale=$(tail -n 1 "$work/marks" | field stale)
    case $wanted in
        none) [[ $stale == 0 ]] ;;
        some) ((stale > 10)) ;;
    esac || { echo "judge: marks $*: $stale stale answers, not $wanted" >&2; wrong=1; }
}
marks none wait-ready "mark header X-Origin: judged" wait-idle resume
marks some wait-ready "mark header X-Origin: other"
marks none wait-ready "mark header X-Origin: early" "mark header X-Origin: judged"
marks some wait-ready "mark header X-Origin: early" "mark header X-Origin: wrong" "mark header X-Origin: judged"
marks some wait-ready "mark header X-Origin: judged" "mark header X-Origin: later"
marks none wait-ready "mark header X-Origin: judged" "mark header X-Origin: judged"
grep -q "^error: the value .judged. was marked before" "$work/marks" || { echo "judge: a value was marked twice" >&2; wrong=1; }

# A stream that is cut, and a peer that is gone.
"$bin/baton-load" --target "127.0.0.1:$port" --streams 3 --keepalive 2 --rate 100 --duration 2 --json >"$work/cut.json" 2>/dev/null &
judge=$!
sleep 0.7
stop "$last_pid"
wait "$judge" && { echo "judge: exit 0 although the origin died" >&2; wrong=1; }
[[ $(field_in streams cut <"$work/cut.json") == 3 ]] || { echo "judge: 3 streams were cut: $(cat "$work/cut.json")" >&2; wrong=1; }
[[ $(field closedIdle <"$work/cut.json") == 2 ]] || { echo "judge: 2 idle connections were closed: $(cat "$work/cut.json")" >&2; wrong=1; }
(($(field connectRefused <"$work/cut.json") > 0)) || { echo "judge: connections were refused: $(cat "$work/cut.json")" >&2; wrong=1; }

((wrong == 0)) && echo "judge: every count is right"
exit "$wrong"
