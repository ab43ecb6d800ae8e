import Glibc
import Runtime

exit(ProcessEntry.main(CommandLine.arguments))
