#!/usr/bin/env bash
# examples/status-file.cfg: a header and the choice of servers follow a file, without a reload, whether the file is replaced or rewritten;
# what was connected stays connected.
source "$(dirname "$0")/lib.bash"
need baton batond baton-origin baton-load

front=$port_base one=$((port_base + 1)) two=$((port_base + 2)) file=$work/status.txt
sed -e "s/127.0.0.1:8080/127.0.0.1:$front/; s/9001/$one/g; s/9002/$two/g; s#/tmp/backend_status.txt#$file#g" "$root/examples/status-file.cfg" >"$work/proxy.cfg"
origin s1 "$one"
origin s2 "$two"
echo up >"$file"
start_proxy "$work/proxy.cfg" "$front"
"$bin/baton-load" --target "127.0.0.1:$front" --keepalive 4 --streams 4 --rate 100 --duration 600 --json --output "$work/load.json" >/dev/null 2>"$work/load.log" &
judge=$!
started+=("$judge")

# shown: the header as the origin got it, and after it the origins that answer 6 requests.
shown() {
    local _
    for _ in 1 2 3 4 5 6; do
        printf 'GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' | raw "$front" 2 | tr -d '\r' |
            awk 'tolower($1) == "x-origin:" { origin = $2 } tolower($1) == "x-backend-status:" { status = $2 } END { print status, origin }'
    done | sort -u | paste -s -d ,
}
# becomes WANTED WHAT: within two seconds.
becomes() {
    local got _
    for _ in $(seq 20); do
        got=$(shown)
        [[ $got == "$1" ]] && return
        sleep 0.1
    done
    fault "$2: '$got', not '$1'"
}
becomes 'up s1,up s2' start
echo maintenance >"$file"
becomes 'maintenance s1,maintenance s2' 'a file rewritten in place'
echo s1-down >"$file.new"
mv "$file.new" "$file"
becomes 's1-down s2' 'a file replaced'
printf 'up\nsecond line\n' >"$file.new"
mv "$file.new" "$file"
becomes 'up s1,up s2' 'the first line counts'
kill -TERM "$judge"
wait "$judge" || fault "load was lost: $(cat "$work/load.json") $(head -n 3 "$work/load.log")"
finish
