import BenchSupport
import Glibc

/// Runs a command some times and says how long it took and how much memory it used: what a shell cannot measure by itself.

let help = """
    usage: baton-measure [--rounds N] [--output FILE] [--] COMMAND [ARGUMENT]...

    Runs COMMAND (found on PATH) N times (default 1), its output dropped, and prints one line for each time:
    wall milliseconds, user milliseconds, system milliseconds, most resident memory in KiB, exit code (128 + number for a signal).
    Memory below about 10,000 KiB is this program's own: the kernel counts it for the child until the child's first instruction.

      --output FILE   where the command's standard output and error go (default /dev/null)
    """

struct Run {
    var wallUs = 0
    var userUs = 0
    var systemUs = 0
    var memoryKiB = 0
    var exitCode: Int32 = 0
}

/// nil when the command could not be started; `errno` says why.
func measure(_ command: [String], output: String) -> Run? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    let startNs = now()
    let result = posix_spawnp(&pid, command[0], &actions, nil, words, environ)
    guard result == 0 else {
        errno = result
        return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    var run = Run()
    run.wallUs = Int((now() - startNs) / 1000)
    run.userUs = usage.ru_utime.tv_sec * 1_000_000 + Int(usage.ru_utime.tv_usec)
    run.systemUs = usage.ru_stime.tv_sec * 1_000_000 + Int(usage.ru_stime.tv_usec)
    run.memoryKiB = usage.ru_maxrss
    run.exitCode = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return run
}

func milliseconds(_ microseconds: Int) -> String {
    let thousandths = String(microseconds % 1000)
    return "\(microseconds / 1000).\(String(repeating: "0", count: 3 - thousandths.utf8.count))\(thousandths)"
}

var arguments = Arguments(program: "baton-measure")
var rounds = 1
var output = "/dev/null"
var command: [String] = []
while command.isEmpty, let option = arguments.next() {
    switch option {
    case "--rounds": rounds = arguments.number(1...100_000)
    case "--output": output = arguments.value("a file")
    case "--help", "-h":
        say(help)
        exit(0)
    case "--": command = arguments.rest()
    case _ where option.hasPrefix("-"): arguments.unknown()
    default: command = [option] + arguments.rest()
    }
}
if command.isEmpty { arguments.fail("no command to run (--help)") }
for _ in 0..<rounds {
    guard let run = measure(command, output: output) else { arguments.fail("cannot run \(command[0]): \(describe(errno))") }
    say("\(milliseconds(run.wallUs)) \(milliseconds(run.userUs)) \(milliseconds(run.systemUs)) \(run.memoryKiB) \(run.exitCode)")
}
