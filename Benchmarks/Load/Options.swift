import BenchSupport
import Glibc

/// The command line.
struct Options {
    var targets: [Address] = []
    var hostHeader: String?
    var paths: [String] = []
    var method = "GET"
    var headers: [String] = []
    var requestBodyBytes = 0
    var keepalive = 0
    var fresh = 0
    var freshSaysClose = true
    var streams = 0
    var streamPath = "/stream"
    var upgrades = 0
    var upgradePath = "/upgrade"
    var tcpTunnels = 0
    var tcpTargets: [Address] = []
    /// Requests per second of all clients together; 0 for as fast as answers come.
    var rate = 0
    var pipeline = 1
    /// 0: until `--requests` are done, or `stop`.
    var durationMs = 0
    var requests = 0
    var timeoutMs = 10_000
    var stallMs = 10_000
    var expectStatus = 200
    var expectHeader: (name: [UInt8], value: [UInt8])?
    var verify = false
    var json = false
    var output: String?
    var intervalMs = 0
    var control = false
    var verbose = false

    static let help = """
        usage: baton-load --target ADDRESS [option]...

        Sends HTTP/1.1 load and judges what comes back: every request ends as ok or as failed with one cause, every connection
        that the peer closed without saying so is counted. One thread, loopback only. Exit code 0: nothing failed, closed, cut or stale;
        1: something was; 2: could not start.

        Where and what
          --target ADDRESS       127.x.y.z:PORT, [::1]:PORT or unix:PATH; repeatable, clients take turns
          --path PATH            repeatable, requests take turns (default /)
          --host-header HOST     (default: the target)
          --header 'NAME: VALUE' repeatable
          --method METHOD        (default GET)       --request-body BYTES   with a body of that size
          --expect-status CODE   (default 200)       --verify               bodies must be the pattern of baton-origin's /size and /chunked
        Who
          --keepalive K          clients that keep their connection      --pipeline N   each sends N requests at once
          --fresh F              clients with a new connection for every request (Connection: close; --fresh-silent: without it)
          --streams S            held open from start to end on --stream-path (default /stream)
          --upgrades N           101, then a ping a second, on --upgrade-path (default /upgrade)
          --tcp-tunnels N        raw connections to --tcp-target (repeatable; default: the targets) with a ping a second
        How long
          --duration SECONDS     (0.1 to 86400)      --requests N           that many requests; without either: 10 s
          --rate R               requests a second in all, on schedule: latency counts from the scheduled time
          --timeout MS           for one request (default 10000)
          --stall MS             a stream or tunnel silent for so long is stalled (default 10000)
        Report
          --json                 one object on standard output (always its last line)    --output FILE   the same into a file
          --interval SECONDS     a line on standard error now and then
          --verbose              describe every failure on standard error, not only the first ones
          --expect-header NAME=VALUE   as 'mark' before the first request, and for first requests too
          --control              read commands on standard input, one answer line each on standard output:
            mark header NAME: VALUE   from now on every connection shows this value, at the latest on its second request
            wait-ready                answers when each keep-alive client has had an answer and all streams and tunnels are open
            pause | resume            stop and start sending; connections stay
            wait-idle                 pause, and answer when nothing is outstanding
            open-streams N            N more streams
            stats                     the report so far as one line of JSON
            window                    the latencies since the last 'window', as one line of JSON
            stop                      end the run
        """

    static func read() -> Options {
        var options = Options()
        var arguments = Arguments(program: "baton-load")
        while let option = arguments.next() {
            switch option {
            case "--target": options.targets.append(arguments.address())
            case "--path": options.paths.append(arguments.value("a path"))
            case "--host-header": options.hostHeader = arguments.value("a host")
            case "--header": options.headers.append(arguments.value("'NAME: VALUE'"))
            case "--method": options.method = arguments.value("a method")
            case "--request-body": options.requestBodyBytes = arguments.number(0...Bounds.requestBodyBytesMax)
            case "--expect-status": options.expectStatus = arguments.number(100...599)
            case "--verify": options.verify = true
            case "--keepalive": options.keepalive = arguments.number(0...Bounds.clientsMax)
            case "--pipeline": options.pipeline = arguments.number(1...Bounds.pipelineMax)
            case "--fresh": options.fresh = arguments.number(0...Bounds.clientsMax)
            case "--fresh-silent": options.freshSaysClose = false
            case "--streams": options.streams = arguments.number(0...Bounds.clientsMax)
            case "--stream-path": options.streamPath = arguments.value("a path")
            case "--upgrades": options.upgrades = arguments.number(0...Bounds.clientsMax)
            case "--upgrade-path": options.upgradePath = arguments.value("a path")
            case "--tcp-tunnels": options.tcpTunnels = arguments.number(0...Bounds.clientsMax)
            case "--tcp-target": options.tcpTargets.append(arguments.address())
            case "--duration": options.durationMs = milliseconds(&arguments)
            case "--requests": options.requests = arguments.number(1...Int.max)
            case "--rate": options.rate = arguments.number(1...10_000_000)
            case "--timeout": options.timeoutMs = arguments.number(1...3_600_000)
            case "--stall": options.stallMs = arguments.number(1...3_600_000)
            case "--json": options.json = true
            case "--output": options.output = arguments.value("a file")
            case "--interval": options.intervalMs = milliseconds(&arguments)
            case "--verbose": options.verbose = true
            case "--expect-header": options.expectHeader = header(&arguments)
            case "--control": options.control = true
            case "--help", "-h":
                say(help)
                exit(0)
            default: arguments.unknown()
            }
        }
        options.complete(arguments)
        return options
    }

    private mutating func complete(_ arguments: Arguments) {
        if tcpTargets.isEmpty { tcpTargets = targets }
        if targets.isEmpty, keepalive + fresh + streams + upgrades > 0 || tcpTargets.isEmpty {
            arguments.fail("nowhere to send to; give --target ADDRESS (--help)")
        }
        if keepalive + fresh + streams + upgrades + tcpTunnels == 0 {
            arguments.fail("no clients; give --keepalive, --fresh, --streams, --upgrades or --tcp-tunnels (--help)")
        }
        if keepalive + fresh + streams + upgrades + tcpTunnels > Bounds.clientsMax {
            arguments.fail("more than \(Bounds.clientsMax) clients")
        }
        if durationMs == 0, requests == 0, !control { durationMs = 10_000 }
        if requests > 0, keepalive + fresh == 0 { arguments.fail("--requests needs --keepalive or --fresh clients") }
        if rate > 0, pipeline > 1 { arguments.fail("--rate and --pipeline exclude each other: a batch has no schedule") }
        if paths.isEmpty { paths = ["/"] }
    }

    private static func milliseconds(_ arguments: inout Arguments) -> Int {
        let text = arguments.value("seconds")
        guard let seconds = Double(text), seconds >= 0.1, seconds <= 86_400 else {
            arguments.fail("seconds are a number from 0.1 to 86400, not '\(text)'")
        }
        return Int(seconds * 1000)
    }

    private static func header(_ arguments: inout Arguments) -> (name: [UInt8], value: [UInt8]) {
        let text = arguments.value("NAME=VALUE")
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
            arguments.fail("--expect-header takes NAME=VALUE, not '\(text)'")
        }
        return (Array(text[..<equals].utf8), Array(text[text.index(after: equals)...].utf8))
    }
}
