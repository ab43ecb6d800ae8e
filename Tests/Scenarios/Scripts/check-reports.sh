#!/usr/bin/env bash
# What decides about the exit code of a check: targets, comments, a project file, a baseline.
source "$(dirname "$0")/lib.bash"
need baton

# expects NAME CODE PATTERN ARGUMENT...: runs `baton check` in the work directory.
expects() {
    local name=$1 code=$2 pattern=$3 status=0
    shift 3
    (cd "$work" && "$bin/baton" check "$@") >"$work/out" 2>&1 || status=$?
    ((status == code)) || fault "$name: exit code $status, not $code: $(head -c 300 "$work/out")"
    grep -q -E -e "$pattern" "$work/out" || fault "$name: '$pattern' is not in: $(head -c 300 "$work/out")"
}

cat >"$work/a.cfg" <<'CFG'
defaults
    mode http
    timeout connect 5s
    timeout client 5s
    timeout server 5s
frontend f
    bind :80
    default_backend b
backend b
    guid b1
    redirect location /a if
CFG
expects 'one target' 0 '^a.cfg: 1 warning' a.cfg
expects 'a target with errors' 1 '^a.cfg, target 2.6: 1 error' --target 2.6 --target 3.4 a.cfg
expects 'targets without errors' 0 '^a.cfg, target 3.2: 1 warning' --target 3.2 --target 3.4 a.cfg
expects 'denied warnings' 1 'empty-if' --deny warnings a.cfg
expects 'a new baseline' 0 '2 in the baseline' --deny warnings --write-baseline base.json a.cfg
expects 'a baseline' 0 '2 in the baseline' --deny warnings --baseline base.json a.cfg
expects 'no baseline' 2 'none.json: No such file' --baseline none.json a.cfg
expects 'two baselines' 2 'exclude each other' --baseline base.json --write-baseline base.json a.cfg
echo '    foo' >>"$work/a.cfg"
expects 'something new' 1 '1 error, 2 in the baseline' --baseline base.json a.cfg
sed -i -e '$d' -e 's/ if$/ if # baton: allow empty-if -- a scenario/' "$work/a.cfg"
expects 'an allowed warning' 0 '1 suppressed' --deny warnings a.cfg
sed -i 's/ # baton.*//' "$work/a.cfg"
echo 'severity empty-if error' >"$work/.baton"
expects 'a raised warning' 1 'error\[empty-if\]' a.cfg
expects 'another project file' 0 'warning\[empty-if\]' --config /dev/null a.cfg
echo 'severity emty-if off' >"$work/.baton"
expects 'a wrong project file' 2 "\.baton:1:10: no finding is called 'emty-if'; did you mean 'empty-if'" a.cfg
finish
