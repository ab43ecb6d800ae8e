#!/usr/bin/env bash
# A worker killed by SIGKILL under load: the master starts another on the sockets it kept, and no connection is refused.
set -euo pipefail
exec "$(dirname "$0")/../../../Benchmarks/worker-crash" --kills 2
