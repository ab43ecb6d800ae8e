# The proxies that are measured, each behind the same three calls; sourced after lib.sh.
#
#   start_PEER CONFIG     starts it; sets `proxy_pid` to the process whose family is the proxy
#   reload_PEER           after CONFIG was rewritten; returns when the new configuration serves
#   version_PEER
#
# Configurations are written by the scripts. `haproxy` and `batond` take the same dialect.

start_haproxy() {
    [[ -n $haproxy ]] || die "no haproxy; install it or set HAPROXY="
    proxy_config=$1
    # The master's command socket on TCP: bash can speak to it.
    proxy_master=$((port_base + 39))
    "$haproxy" -W -S "127.0.0.1:$proxy_master" -f "$proxy_config" >"$work/haproxy.log" 2>&1 &
    proxy_pid=$!
    started+=("$proxy_pid")
    await_port "$proxy_master" || { cat "$work/haproxy.log" >&2; die "haproxy did not start"; }
}

# 3.x answers when the new worker is ready or has failed; 2.6 ends the connection at once.
reload_haproxy() {
    local answer
    exec 9<>"/dev/tcp/127.0.0.1/$proxy_master" || return 1
    echo reload >&9
    answer=$(timeout 10 cat <&9 || true)
    exec 9>&-
    [[ $answer != *Success=0* ]] || { echo "$answer" >&2; return 1; }
}

version_haproxy() { echo "HAProxy $(haproxy_version)"; }

start_nginx() {
    [[ -n $nginx ]] || die "no nginx; install it or set NGINX="
    proxy_config=$1
    mkdir -p "$work/nginx"
    "$nginx" -p "$work/nginx" -c "$proxy_config" >"$work/nginx.log" 2>&1 &
    proxy_pid=$!
    started+=("$proxy_pid")
}

reload_nginx() { kill -HUP "$proxy_pid"; }

version_nginx() { echo "nginx $(nginx_version)"; }

start_batond() {
    need baton batond
    proxy_config=$1
    proxy_control=$work/control
    proxy_generation=1
    "$bin/baton" run -f "$proxy_config" --control "$proxy_control" >"$work/batond.log" 2>&1 &
    proxy_pid=$!
    started+=("$proxy_pid")
}

# The master says one line on standard error for every HUP: that the generation is committed, or why not.
batond_verdict="generation [0-9]+ committed|reload refused"

reload_batond() {
    local seen tries=3000
    seen=$(grep -c -E "$batond_verdict" "$work/batond.log" || true)
    kill -HUP "$proxy_pid"
    while ((tries-- > 0)); do
        if (($(grep -c -E "$batond_verdict" "$work/batond.log" || true) > seen)); then
            grep -E "$batond_verdict" "$work/batond.log" | tail -n 1 | grep -q committed
            return
        fi
        sleep 0.01
    done
    return 1
}

version_batond() { echo "Baton $(baton_version)"; }
