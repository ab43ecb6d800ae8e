import Glibc
import Plan

/// `show info`, with HAProxy's names (manual section 9.3), and `status`.
enum ShowInfo {
    static func text(_ process: WorkerProcess) -> String {
        let counters = process.core.processCounters()
        let uptime = (Clock.nowUs() - process.startedUs) / 1_000_000
        var text = ""
        func line(_ name: String, _ value: some CustomStringConvertible) { text += "\(name): \(value)\n" }
        line("Name", "Baton")
        line("Version", BatonVersion.text)
        line("Nbthread", counters.loops)
        line("Process_num", 1)
        line("Pid", getpid())
        line("Uptime_sec", uptime)
        line("Maxconn", counters.maxconn)
        line("CurrConns", counters.connections)
        line("CumConns", counters.connectionsTotal)
        line("CumReq", counters.requestsTotal)
        line("TotalBytesOut", counters.bytesOut)
        line("Idle_server_conns", counters.idleServerConnections)
        line("DroppedLogs", counters.droppedLogs)
        line("Generation", process.core.serving.map { $0.pointee.number } ?? 0)
        line("Generations", process.core.generationSummaries().count)
        if let serving = process.core.serving, !serving.pointee.plan.global.pointee.node.isNone {
            line("node", serving.pointee.plan.string(serving.pointee.plan.global.pointee.node))
        }
        return text
    }

    /// One JSON object.
    static func status(_ process: WorkerProcess) -> String {
        let counters = process.core.processCounters()
        let generation = process.core.serving.map { $0.pointee.number } ?? 0
        let digest = process.history.serving?.entry.digest ?? ""
        let source = process.history.serving?.entry.source ?? ""
        let generations = process.core.generationSummaries().map {
            "{\"number\":\($0.number),\"serving\":\($0.isServing),\"streams\":\($0.streams)}"
        }
        return """
            {"version":"\(BatonVersion.text)","pid":\(getpid()),"masterPid":\(process.info.masterProcess),"generation":\(generation),\
            "digest":"\(digest)","source":"\(escape(source))","threads":\(counters.loops),"connections":\(counters.connections),\
            "requests":\(counters.requestsTotal),"generations":[\(generations.joined(separator: ","))]}
            """
    }

    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default:
                if scalar.value < 0x20 { result += "?" } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
