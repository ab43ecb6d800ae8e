import BenchSupport
import Glibc

/// The counters as text for people and as JSON. Seconds, microseconds and bytes are in the keys' names.
struct Report {
    private let counters: Counters
    private let latency: Histogram
    private let seconds: Double
    private let worstAtSeconds: Double
    private let outstanding: Int

    init(_ load: Load) {
        counters = load.counters
        latency = load.latency
        seconds = Double(now() - load.startNs) / 1e9
        worstAtSeconds = load.worstAtNs > load.startNs ? Double(load.worstAtNs - load.startNs) / 1e9 : 0
        outstanding = load.outstanding
    }

    private var rate: Double { Double(counters.ok) / max(seconds, 0.001) }

    var json: String {
        let causes = Cause.allCases.map { "\"\($0.key)\":\(counters.causes[$0.rawValue])" }.joined(separator: ",")
        let statuses = counters.statuses.sorted { $0.code < $1.code }.map { "\"\($0.code)\":\($0.count)" }.joined(separator: ",")
        return "{\"version\":1,\"seconds\":\(fixed(seconds, 3)),\"requests\":\(counters.requests),\"ok\":\(counters.ok)"
            + ",\"failed\":\(counters.failed),\"unanswered\":\(counters.unanswered),\"outstanding\":\(outstanding),\"failures\":{\(causes)}"
            + ",\"statuses\":{\(statuses)}"
            + ",\"connectionsOpened\":\(counters.connectionsOpened)"
            + ",\"keepaliveClosed\":\(counters.keepaliveClosed),\"closedIdle\":\(counters.closedIdle)"
            + ",\"closedWithRequest\":\(counters.closedWithRequest),\"closedAnnounced\":\(counters.closedAnnounced)"
            + ",\"unsolicited\":\(counters.unsolicited),\"stale\":\(counters.stale),\"oldOnFirst\":\(counters.oldOnFirst)"
            + ",\"streams\":\(Self.longLived(counters.streams)),\"tunnels\":\(Self.longLived(counters.tunnels))"
            + ",\"bytesReceived\":\(counters.bytesReceived),\"requestsPerSecond\":\(fixed(rate, 1))"
            + ",\"latency\":\(Self.latencies(latency)),\"worstAtSeconds\":\(fixed(worstAtSeconds, 3)),\"lost\":\(counters.lost)}"
    }

    private static func longLived(_ tally: LongLived) -> String {
        "{\"wanted\":\(tally.wanted),\"open\":\(tally.open),\"refused\":\(tally.refused),\"cut\":\(tally.cut),\"stalled\":\(tally.stalled)}"
    }

    static func latencies(_ histogram: Histogram) -> String {
        let least = histogram.total > 0 ? histogram.minNs : 0
        let parts = [
            ("count", "\(histogram.total)"), ("minUs", microseconds(least)), ("p50Us", microseconds(histogram.percentileNs(0.5))),
            ("p99Us", microseconds(histogram.percentileNs(0.99))), ("p999Us", microseconds(histogram.percentileNs(0.999))),
            ("maxUs", microseconds(histogram.maxNs)),
        ]
        return "{" + parts.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// The --interval line.
    var line: String {
        "\(fixed(seconds, 1)) s: \(counters.ok) ok, \(counters.failed) failed, \(counters.keepaliveClosed) closed, "
            + "\(counters.closedAnnounced) announced, \(counters.streams.lost + counters.tunnels.lost) cut, \(counters.stale) stale, "
            + "\(fixed(rate, 0)) requests/s, p99 \(Self.microseconds(latency.percentileNs(0.99))) us, max \(Self.microseconds(latency.maxNs)) us"
    }

    var text: String {
        var rows = [
            ("requests", "\(counters.requests) in \(fixed(seconds, 2)) s, \(fixed(rate, 0)) ok a second"), ("ok", "\(counters.ok)"),
            ("failed", "\(counters.failed)"),
        ]
        for cause in Cause.allCases where counters.causes[cause.rawValue] > 0 {
            rows.append(("  \(cause.text)", "\(counters.causes[cause.rawValue])"))
        }
        rows.append(
            ("keep-alive closed", "\(counters.keepaliveClosed) (\(counters.closedIdle) idle, \(counters.closedWithRequest) with a request)")
        )
        rows.append(("closed as announced", "\(counters.closedAnnounced)"))
        if counters.streams.wanted > 0 { rows.append(("streams", Self.row(counters.streams))) }
        if counters.tunnels.wanted > 0 { rows.append(("tunnels", Self.row(counters.tunnels))) }
        if counters.unanswered > 0 { rows.append(("unanswered after close", "\(counters.unanswered)")) }
        if counters.unsolicited > 0 { rows.append(("unsolicited bytes", "\(counters.unsolicited)")) }
        rows.append(("stale", "\(counters.stale)"))
        rows.append(
            (
                "latency us",
                "min \(Self.microseconds(latency.total > 0 ? latency.minNs : 0)), p50 \(Self.microseconds(latency.percentileNs(0.5)))"
                    + ", p99 \(Self.microseconds(latency.percentileNs(0.99))), p99.9 \(Self.microseconds(latency.percentileNs(0.999)))"
                    + ", max \(Self.microseconds(latency.maxNs)) at \(fixed(worstAtSeconds, 3)) s"
            ))
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0 + String(repeating: " ", count: width + 2 - $0.0.count) + $0.1 }.joined(separator: "\n")
    }

    private static func row(_ tally: LongLived) -> String {
        "\(tally.open) of \(tally.wanted) held, \(tally.cut) cut, \(tally.refused) refused, \(tally.stalled) stalled"
    }

    private static func microseconds(_ ns: UInt64) -> String {
        fixed(Double(ns) / 1000, 1)
    }
}

/// A number with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard decimals > 0 else { return String(scaled) }
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: decimals - fraction.utf8.count))\(fraction)"
}
