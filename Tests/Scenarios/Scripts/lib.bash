# What the scenarios share; sourced. PEER=haproxy runs a scenario against HAProxy (HAPROXY=), to see that the scenario itself is right.
source "$(dirname "${BASH_SOURCE[0]}")/../../../Benchmarks/lib.sh"
source "$root/Benchmarks/peers.sh"
peer=${PEER:-batond}
[[ $peer == batond || $peer == haproxy ]] || die "PEER is batond or haproxy, not '$peer'"
scenario=$(basename "$0" .sh)
: >"$work/faults"

# fault MESSAGE: the scenario goes on, and fails at its end. A file, because checks run at the ends of pipes.
fault() {
    echo "$scenario: $*" >&2
    echo "$*" >>"$work/faults"
}

finish() {
    [[ ! -s $work/faults ]] || { tail -n 20 "$work/$peer.log" >&2 2>/dev/null || true; exit 1; }
    echo "$scenario: passed"
}

# start_proxy CONFIG PORT
start_proxy() {
    "start_$peer" "$1"
    await_port "$2" || { cat "$work/$peer.log" >&2; die "$peer does not listen on port $2"; }
}

# raw PORT SECONDS: sends standard input to the port, prints what comes back until the end or so many seconds.
# Prints "[closed]" when the peer closed.
raw() {
    local status=0
    exec 5<>"/dev/tcp/127.0.0.1/$1"
    cat >&5 2>/dev/null || true
    timeout "$2" cat <&5 2>/dev/null || status=$?
    exec 5>&- 5<&-
    # timeout says 124 when it had to end cat.
    ((status == 124)) || echo '[closed]'
}

# status: the code in the first line of standard input; 'closed' for none and a close, 'none' for silence.
status() {
    awk 'NR == 1 { if ($1 ~ /^HTTP\//) code = $2; else if ($0 ~ /closed/) code = "closed" } END { print code == "" ? "none" : code }'
}
