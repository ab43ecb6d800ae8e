import BenchSupport
import Glibc

/// What has come on standard input, and what it waits for.
struct Control {
    enum Wait {
        case none
        case ready
        case idle
    }

    var input: [UInt8] = []
    var wait = Wait.none
}

/// Commands on standard input: one line each, one answer line each, in order. A `wait-...` holds back what stands behind it.
extension Load {
    mutating func readCommands() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(0, &buffer, buffer.count)
        guard count > 0 else {
            poller.remove(0)
            // Nobody can end the run any more.
            if options.durationMs == 0, options.requests == 0 { isEnding = true }
            return
        }
        control.input += buffer[0..<count]
    }

    /// Takes commands as far as it can.
    mutating func settleCommands() {
        while true {
            switch control.wait {
            case .none: break
            case .ready:
                guard isReady else { return }
                say("ready")
            case .idle:
                guard outstanding == 0 else { return }
                say("idle")
            }
            control.wait = .none
            guard let newline = control.input.firstIndex(of: 10) else { return }
            let line = String(decoding: control.input[..<newline], as: UTF8.self)
            control.input.removeSubrange(...newline)
            take(line.hasSuffix("\r") ? String(line.dropLast()) : line)
        }
    }

    private mutating func take(_ line: String) {
        switch line {
        case "": break
        case "wait-ready": control.wait = .ready
        case "wait-idle":
            isPaused = true
            control.wait = .idle
        case "pause":
            isPaused = true
            say("ok")
        case "resume":
            resume()
            say("ok")
        case "stats": say(Report(self).json)
        case "window":
            say(Report.latencies(windowLatency))
            windowLatency.removeAll()
        case "stop":
            isEnding = true
            say("ok")
        case _ where line.hasPrefix("mark header "): mark(line.dropFirst(12))
        case _ where line.hasPrefix("open-streams "): openStreams(line.dropFirst(13))
        default: say("error: unknown command '\(line)'; --help lists them")
        }
    }

    private mutating func mark(_ text: Substring) {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return say("error: mark header takes NAME: VALUE") }
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        switch expectation.mark(name: Array(text[..<colon].utf8), value: Array(value.utf8)) {
        case .refused(let reason): say("error: \(reason)")
        case .stale(let count):
            counters.stale += count
            say("ok")
        }
    }

    private mutating func openStreams(_ text: Substring) {
        guard let count = Int(text), count > 0, clients.count + count <= Bounds.clientsMax, !options.targets.isEmpty else {
            return say("error: open-streams takes a number of streams, and needs a target")
        }
        add(.stream, count, options.targets.count)
        say("ok")
    }

    private var isReady: Bool {
        let streams = counters.streams
        let tunnels = counters.tunnels
        guard streams.open + streams.lost == streams.wanted, tunnels.open + tunnels.lost == tunnels.wanted else { return false }
        return clients.allSatisfy { $0.pointee.kind != .keepalive || $0.pointee.answered > 0 }
    }
}
