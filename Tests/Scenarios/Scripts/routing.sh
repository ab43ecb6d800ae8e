#!/usr/bin/env bash
# Rules: which server answers, what is changed on the way, what is answered at once.
source "$(dirname "$0")/lib.bash"
need baton-origin

front=$port_base one=$((port_base + 1)) two=$((port_base + 2)) gone=$((port_base + 3))
cat >"$work/proxy.cfg" <<CONFIG
global
    maxconn 1000
defaults
    mode http
    timeout connect 1s
    timeout client 10s
    timeout server 10s
frontend front
    bind 127.0.0.1:$front
    option forwardfor
    acl is_api path_beg /api /rest
    acl is_static hdr(host) -i static.example.com
    acl is_get method GET
    acl is_local src 127.0.0.0/8
    http-request deny deny_status 403 if { path /private } or { path_end .secret }
    http-request deny deny_status 405 if { path /readonly } !is_get
    http-request return status 200 content-type text/plain string "made here" if { path /made }
    http-request set-header X-Client %[src] if is_local
    http-request add-header X-Many one
    http-request add-header X-Many two
    http-request del-header X-Remove
    http-response set-header X-Served-By front unless { status 404 }
    http-response del-header Content-Type if { res.hdr(X-Origin) two }
    use_backend two if is_api is_get
    use_backend two if is_static
    use_backend gone if { path_beg /gone }
    use_backend weighted if { path_beg /weighted }
    use_backend spare if { path_beg /spare }
    default_backend one
backend one
    http-request set-header X-Backend one
    server one 127.0.0.1:$one
backend two
    server two 127.0.0.1:$two
backend gone
    server gone 127.0.0.1:$gone
backend weighted
    balance roundrobin
    server one 127.0.0.1:$one weight 3
    server two 127.0.0.1:$two weight 1
backend spare
    server one 127.0.0.1:$one backup
CONFIG
origin one "$one"
origin two "$two"
start_proxy "$work/proxy.cfg" "$front"

# request NAME STATUS IN NOT-IN: the request is standard input, its answer must match one expression and not the other.
request() {
    local answer got
    answer=$(raw "$front" "${patience:-0.3}" | tr -d '\r')
    got=$(status <<<"$answer")
    [[ $got == "$2" ]] || fault "$1: $got, not $2"
    [[ -z $3 ]] || grep -q -i -E -e "$3" <<<"$answer" || fault "$1: '$3' is not in: $answer"
    [[ -z ${4:-} ]] || ! grep -q -i -E -e "$4" <<<"$answer" || fault "$1: '$4' is in: $answer"
}
# get NAME PATH STATUS IN NOT-IN [HEADER-LINE]
get() { printf 'GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n' "$2" "${6:+$6\r\n}" | sed 's/\\r\\n/\r\n/' | request "$1" "$3" "$4" "${5:-}"; }

get default / 200 '^x-origin: one$'
get 'a header for the backend' /echo 200 '^x-backend: one$'
get path /api/x 200 '^x-origin: two$'
get 'the other path' /rest 200 '^x-origin: two$'
printf 'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n' | request 'two conditions, one false' 200 '^x-origin: one$'
printf 'GET / HTTP/1.1\r\nHost: STATIC.example.com\r\n\r\n' | request 'host without case' 200 '^x-origin: two$' '^content-type:'
get denied /private 403 ''
get 'denied by or' /x.secret 403 ''
printf 'POST /readonly HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n' | request 'denied by a negation' 405 ''
get 'not denied' /readonly 200 '^x-origin: one$'
get 'made at once' /made 200 '^made here'
get 'set-header with a sample' /echo 200 '^x-client: 127\.0\.0\.1$'
get 'add-header, first' /echo 200 '^x-many: one$'
get 'add-header, second' /echo 200 '^x-many: two$'
get 'del-header' /echo 200 '' '^x-remove:' 'X-Remove: yes'
get forwardfor /echo 200 '^x-forwarded-for: 127\.0\.0\.1$'
get 'response header' / 200 '^x-served-by: front$'
get 'response header, unless' /status/404 404 '' '^x-served-by:'
# Three retries, a second apart.
patience=5 get "a server that is not there" "/gone" 503 ""
get 'only a backup server' /spare 200 '^x-origin: one$'
for ((n = 0; n < 8; n++)); do printf 'GET /weighted HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' | raw "$front" 1; done | tr -d '\r' >"$work/weighted"
[[ $(grep -c -i '^x-origin: one$' "$work/weighted") == 6 ]] || fault "weights 3 and 1: $(grep -c -i '^x-origin: one$' "$work/weighted") of 8 on the first"
finish
