#!/usr/bin/env bash
# Inputs that are no configuration: each gets a clear sentence and exit code 1 or 2, in bounded time and memory; nothing crashes.
source "$(dirname "$0")/lib.bash"
need baton baton-measure

# rejects NAME FILE MOST-MS MOST-MIB [PATTERN]
rejects() {
    local wall user system memory code
    read -r wall user system memory code < <("$bin/baton-measure" --output "$work/out" -- "$bin/baton" check -f "$2")
    [[ $code == 1 || $code == 2 ]] || fault "$1: exit code $code, not 1 or 2: $(head -c 300 "$work/out")"
    [[ -s $work/out ]] || fault "$1: nothing is said"
    ((${wall%.*} <= $3)) || fault "$1: $wall ms, more than $3"
    ((memory <= $4 * 1024)) || fault "$1: $memory KiB, more than $4 MiB"
    (($(wc -c <"$work/out") <= 4 << 20)) || fault "$1: $(wc -c <"$work/out") bytes of findings: not capped"
    [[ -z ${5:-} ]] || grep -q -i -E -e "$5" "$work/out" || fault "$1: '$5' is not in: $(head -c 300 "$work/out")"
}

rejects 'no such file' "$work/none.cfg" 500 50 'none.cfg'
head -c 1000000 /dev/urandom >"$work/garbage.cfg"
rejects 'binary garbage' "$work/garbage.cfg" 5000 300
head -c 100000000 /dev/zero | tr '\0' a >"$work/line.cfg"
rejects 'a line of 100 MB' "$work/line.cfg" 10000 500
{ yes '    blance roundrobin' || true; } | head -n 1000000 >"$work/million.cfg"
sed -i '1i frontend f' "$work/million.cfg"
rejects 'a million errors' "$work/million.cfg" 10000 500 'more|not shown|limit|too many'
printf 'frontend f\n    bind 127.0.0.1:8080\n    default_backend none\n' >"$work/backend.cfg"
rejects 'a backend that is not there' "$work/backend.cfg" 500 50 "backend.cfg:3.*"
if [[ $(id -u) != 0 ]]; then
    cp "$work/backend.cfg" "$work/secret.cfg"
    chmod 0 "$work/secret.cfg"
    rejects 'an unreadable file' "$work/secret.cfg" 500 50 'permission|denied'
fi
printf 'frontend f\n    mode http\n    timeout client 1s\n    bind 127.0.0.1:8080\n' >"$work/good.cfg"
"$bin/baton" compile -f "$work/good.cfg" -o "$work/none/x.plan" >"$work/out" 2>&1 && status=0 || status=$?
((status == 2)) || fault "a plan for a directory that is not there: exit code $status, not 2"
grep -q -F -e "$work/none/x.plan: No such file or directory" "$work/out" || fault "the plan's path is not named: $(cat "$work/out")"
printf 'frontend a\n    mode http\n    timeout client 1s\n    bind 127.0.0.1:8080\nbackend a\n    mode http\n' >"$work/upgrade.cfg"
"$bin/baton" upgrade --from 2.6 "$work/upgrade.cfg" >"$work/out" 2>&1 && status=0 || status=$?
((status == 1)) && grep -q -e 'duplicate-proxy' "$work/out" || fault "an upgrade that breaks a name: exit code $status, $(cat "$work/out")"
"$bin/baton" upgrade --from 2.6 --to 3.2 "$work/upgrade.cfg" >"$work/out" 2>&1 && status=0 || status=$?
((status == 0)) || fault "an upgrade that breaks nothing: exit code $status, $(cat "$work/out")"
"$bin/baton" upgrade --from 3.4 --to 2.6 "$work/upgrade.cfg" >"$work/out" 2>&1 && status=0 || status=$?
((status == 2)) || fault "an upgrade backwards: exit code $status"
mkdir "$work/directory"
"$bin/baton" check -f "$work/directory" >"$work/out" 2>&1 && status=0 || status=$?
((status <= 2)) || fault "an empty directory: exit code $status"
finish
