import CLinux
import Glibc

// The tables of a large configuration grow to tens of megabytes.
baton_map_large_blocks(1 << 20)
exit(run(CommandLine.arguments))
