# What the measuring scripts share: sourced, never run. Bash, awk and /proc are all it needs.
#
# BATON_BIN  directory with baton, batond, baton-origin and baton-load (default: the release build)
# HAPROXY    the haproxy to compare with (default: the one on PATH); NGINX likewise
# PORT_BASE  first of the 40 loopback ports in use (default: from the process number)

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=${BATON_BIN:-$root/.build/release}
haproxy=${HAPROXY:-$(command -v haproxy || true)}
nginx=${NGINX:-$(command -v nginx || true)}
port_base=${PORT_BASE:-$((20000 + $$ % 300 * 40))}
clock_ticks=$(getconf CLK_TCK)
work=$(mktemp -d "${TMPDIR:-/tmp}/baton-bench.XXXXXX")
started=()

die() { echo "${0##*/}: $*" >&2; exit 2; }

# Ends what this script started, by process number, and removes its directory.
cleanup() {
    local pid
    for pid in "${started[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do
        for _ in $(seq 30); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -KILL "$pid" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

need() {
    local program
    for program in "$@"; do
        [[ -x $bin/$program ]] || die "$bin/$program is missing; run: swift build -c release"
    done
}

# origin NAME PORT [OPTION]...: starts an origin and waits until it listens; sets `last_pid`.
origin() {
    local name=$1 port=$2
    shift 2
    "$bin/baton-origin" --name "$name" --listen "127.0.0.1:$port" "$@" >"$work/origin-$name.out" &
    last_pid=$!
    started+=("$last_pid")
    await_line "$work/origin-$name.out" '^ready$' || die "the origin $name did not start"
}

# await_line FILE PATTERN [SECONDS]
await_line() {
    local tries=$((${3:-10} * 50))
    while ((tries-- > 0)); do
        grep -q -e "$2" "$1" 2>/dev/null && return 0
        sleep 0.02
    done
    return 1
}

# await_port PORT [SECONDS]: until something accepts there.
await_port() {
    local tries=$((${2:-10} * 50))
    while ((tries-- > 0)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
        sleep 0.02
    done
    return 1
}

# stop PID: ends one of ours and waits for it.
stop() {
    kill -TERM "$1" 2>/dev/null || true
    for _ in $(seq 50); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

# family PID: the process and all its descendants.
family() {
    # Through cat: awk would give up at a process that ended meanwhile.
    { cat /proc/[0-9]*/stat 2>/dev/null || true; } | awk -v root="$1" '
        { pid = $1; sub(/^.*\) /, ""); parent[pid] = $2 }
        END {
            member[root] = 1
            do { grown = 0; for (pid in parent) if (!(pid in member) && parent[pid] in member) { member[pid] = 1; grown = 1 } } while (grown)
            for (pid in member) print pid
        }'
}

# pss_kib PID: proportional memory of the whole family, and `processes` for their number.
pss_kib() {
    local pid total=0 value
    for pid in $(family "$1"); do
        value=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || true)
        total=$((total + ${value:-0}))
    done
    echo "$total"
}

# cpu_ticks PID: user and system ticks of the whole family.
cpu_ticks() {
    local pid user=0 system=0 fields
    for pid in $(family "$1"); do
        fields=$(sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null) || continue
        set -- $fields
        user=$((user + ${12}))
        system=$((system + ${13}))
    done
    echo "$user $system"
}

# field NAME: the first number under that key of the JSON on standard input.
field() { sed -n "s/.*\"$1\":\(-\{0,1\}[0-9.]*\).*/\1/p" | head -n 1; }
# field_in OBJECT NAME: the number under that key of a nested object.
field_in() { sed -n "s/.*\"$1\":{[^}]*\"$2\":\([0-9.]*\).*/\1/p" | head -n 1; }

haproxy_version() { "$haproxy" -v 2>/dev/null | sed -n '1s/^HAProxy version \([^ ]*\).*/\1/p'; }
nginx_version() { "$nginx" -v 2>&1 | sed 's/^.*nginx\///'; }
baton_version() { git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown; }

# machine: one line of Markdown about where this ran.
machine() {
    printf '%s, %s CPUs, %s GiB, Linux %s, %s\n' \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" \
        "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(uname -r)" \
        "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
}

median() { sort -g | awk '{ v[NR] = $1 } END { if (NR) print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
