import BenchSupport
import Glibc

let options = Options.read()
var load = Load(options)
load.run()
let report = Report(load)
if let path = options.output {
    let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    let line = report.json + "\n"
    guard fd >= 0, line.withCString({ write(fd, $0, strlen($0)) }) == line.utf8.count else {
        complain("baton-load: cannot write \(path): \(describe(errno))")
        exit(2)
    }
    close(fd)
}
say(options.json ? report.json : report.text)
exit(load.counters.lost == 0 ? 0 : 1)
