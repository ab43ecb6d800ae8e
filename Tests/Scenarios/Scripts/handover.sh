#!/usr/bin/env bash
# Reloads under load: keep-alive and fresh connections and long-lived streams, plans that differ in a server, a header, a timeout and a listener.
# Nothing may be lost, and no connection may show an old plan on its second request after a commit. (Benchmarks/reloads is the long form.)
set -euo pipefail
exec "$(dirname "$0")/../../../Benchmarks/reloads" --reloads 20 --seconds 6 --quiet-seconds 2 --streams 50 --threads 2 --rate 1500
