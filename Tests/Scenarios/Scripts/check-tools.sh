#!/usr/bin/env bash
# What other tools use of the toolchain: completions in bash, the step of the GitHub action.
source "$(dirname "$0")/lib.bash"
need baton

source <("$bin/baton" completions bash)

# completes EXPECTED WORD...: the completions of the last word, joined by commas, contain this.
completes() {
    local expected=$1 all
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _baton
    all=,$(IFS=,; echo "${COMPREPLY[*]}"),
    [[ $all == *,$expected,* ]] || fault "completions of '$*' are '$all', without '$expected'"
}

cd "$work"
printf 'frontend f\n  bind :80\n  timeout client 5s\n  foo\n' >'a file.cfg'
completes check,compile,completions baton c
completes --target,--inputs,--env-file baton check -
completes 2.6,2.8 baton check --target 2
completes 3.0,3.2,3.4 baton check --target = 3
completes strict,warn,skip baton check --inputs =
completes empty-if baton explain empty-
completes bash baton completions ''
completes 'a file.cfg' baton check a
completes 'a file.cfg' baton check --baseline a

# step CODE PATTERN NAME=VALUE...: runs the step of the action with these inputs.
step() {
    local code=$1 pattern=$2 status=0
    shift 2
    env PATH="$bin:$PATH" "$@" "$root/script/action" >"$work/out" 2>&1 || status=$?
    ((status == code)) || fault "the action with $*: exit code $status, not $code: $(head -c 300 "$work/out")"
    grep -q -e "$pattern" "$work/out" || fault "the action with $*: '$pattern' is not in: $(head -c 300 "$work/out")"
}

step 1 '^::error file=a file.cfg,line=4,col=3' 'BATON_FILES=a file.cfg' BATON_TARGETS='2.6 3.4' "BATON_SARIF=$work/out.sarif"
grep -q '"ruleId": "unknown-keyword"' "$work/out.sarif" || fault 'the action wrote no SARIF report'
step 2 'no file is given' BATON_FILES=
step 2 "not '9.9'" 'BATON_FILES=a file.cfg' BATON_TARGETS=9.9
"$bin/baton" check --write-baseline base.json 'a file.cfg' >/dev/null
env PATH="$bin:$PATH" BATON_FILES='a file.cfg' BATON_BASELINE=base.json BATON_DENY_WARNINGS=true "$root/script/action" >"$work/out" 2>&1 ||
    fault "the action with a baseline: $(cat "$work/out")"
finish
