#!/usr/bin/env bash
# Requests that smuggle, and requests that are only odd: the first get 400, the second are forwarded in one normal form. What the origin got
# comes back from its /echo.
source "$(dirname "$0")/lib.bash"

front=$port_base one=$((port_base + 1))
cat >"$work/proxy.cfg" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 2s
    timeout client 2s
    timeout server 2s
    timeout http-request 2s
frontend front
    bind 127.0.0.1:$front
    default_backend origins
backend origins
    server one 127.0.0.1:$one
CONFIG
origin one "$one"
start_proxy "$work/proxy.cfg" "$front"

# request NAME STATUS FORWARDED NOT-FORWARDED: the request is standard input; the two are extended regular expressions on the answer, or empty.
request() {
    local answer got
    answer=$(raw "$front" 0.3 | tr -d '\r\0')
    got=$(status <<<"$answer")
    [[ $got == "$2" ]] || fault "$1: $got, not $2"
    [[ -z $3 ]] || grep -q -i -E -e "$3" <<<"$answer" || fault "$1: '$3' is not in: $answer"
    [[ -z $4 ]] || ! grep -q -i -E -e "$4" <<<"$answer" || fault "$1: '$4' is in: $answer"
}

many=$(for ((n = 0; n < 110; n++)); do printf 'X-H%s: 1\\r\\n' "$n"; done)
long=$(printf 'a%.0s' $(seq 20000))

printf 'GET /echo HTTP/1.1\r\nHost: a\r\n\r\n' | request plain 200 '^GET /echo HTTP/1.1' ''
printf '\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n' | request 'empty lines first' 200 '^GET /echo' ''
printf 'GET /echo HTTP/1.1\r\n\r\n' | request 'no Host' 200 '' ''
printf 'GET /echo HTTP/1.1\nHost: a\nX-A: b\n\n' | request 'bare LF' 200 '^x-a: b$' ''
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX-A: b\r\n  c\r\n\r\n' | request 'folded line' 200 '^x-a: b +c$' ''
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello' | request 'equal lengths' 200 '^content-length: 5$' 'length: 5, 5'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello' | request 'a list of equal lengths' 200 '^content-length: 5$' 'length: 5, 5'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\nhello' | request 'zeros before a length' 200 '^content-length: 5$' '0005'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!' | request 'differing lengths' 400 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5x\r\n\r\nhello' | request 'a length with a letter' 400 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello' | request 'a negative length' 400 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\nhello' | request 'a length beyond 64 bits' 400 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n' |
    request 'length beside chunked' 200 '\[closed\]' '^content-length: 3$'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n' | request 'chunked not last' 400 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n' | request 'another coding' 422 '' '^POST'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n' | request 'bad chunk size' 400 '' '^hello'
printf 'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n' | request 'bare LF in chunk framing' 400 '' '^hello$'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n' | request 'NUL in a value' 400 '' '^GET'
printf 'GET /ec\0ho HTTP/1.1\r\nHost: a\r\n\r\n' | request 'NUL in the target' 400 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX-A: b\rc\r\n\r\n' | request 'bare CR in a value' 400 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX-A : b\r\n\r\n' | request 'space before the colon' 400 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX@A: b\r\n\r\n' | request 'bad header name' 400 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n' | request 'empty header name' 400 '' '^GET'
printf 'GET /echo HTTP/1.1\r\n X-A: b\r\nHost: a\r\n\r\n' | request 'a fold before any header' 400 '' '^GET'
printf 'GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n' | request 'two spaces in the start line' 200 '^GET /echo HTTP' ''
printf 'GET /echo\r\nHost: a\r\n\r\n' | request 'HTTP/0.9' 400 '' '^GET'
printf "GET /echo HTTP/1.1\r\nHost: a\r\n$many\r\n" | request 'too many headers' 400 '' '^GET'
printf 'GET /%s HTTP/1.1\r\nHost: a\r\n\r\n' "$long" | request 'start line over the buffer' 414 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\nX-A: %s\r\n\r\n' "$long" | request 'headers over the buffer' 431 '' '^GET'
printf 'GET /echo HTTP/1.1\r\nHost: a\r\n\r\nGET /requests HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' | request pipelined 200 '^[0-9]+$' ''
printf 'HEAD /size/5000 HTTP/1.1\r\nHost: a\r\n\r\nGET /requests HTTP/1.1\r\nHost: a\r\n\r\n' | request 'HEAD, then another' 200 '^[0-9]+$' 'ABCDEFGH'
printf 'GET /status/204 HTTP/1.1\r\nHost: a\r\n\r\nGET /requests HTTP/1.1\r\nHost: a\r\n\r\n' | request '204, then another' 204 '^[0-9]+$' ''
printf 'GET /status/304 HTTP/1.1\r\nHost: a\r\n\r\nGET /requests HTTP/1.1\r\nHost: a\r\n\r\n' | request '304, then another' 304 '^[0-9]+$' ''
printf 'GET /echo HTTP/1.0\r\n\r\n' | request 'HTTP/1.0' 200 '\[closed\]' ''
printf 'GET /fault/close HTTP/1.1\r\nHost: a\r\n\r\n' | request 'origin closes' 502 '' ''
printf 'GET /fault/framing HTTP/1.1\r\nHost: a\r\n\r\n' | request 'origin frames badly' 502 '' 'not a chunk'
printf 'GET /chunked/100 HTTP/1.0\r\n\r\n' | request 'chunks for HTTP/1.0' 200 'ABCDEFGH' ''
printf 'POST /echo/body HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello' | request '100-continue' 100 '^hello' ''
finish
