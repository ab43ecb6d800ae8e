/// Why a request failed. Each failed request has exactly one cause.
enum Cause: Int, CaseIterable {
    case refused
    case reset
    case closedBeforeAnswer
    case closedMidAnswer
    case badFraming
    case badBody
    case unexpectedStatus
    case timeout
    /// This machine's own limits: descriptors, ports.
    case local

    /// The key in the JSON report.
    var key: String {
        switch self {
        case .refused: "connectRefused"
        case .reset: "reset"
        case .closedBeforeAnswer: "closedBeforeAnswer"
        case .closedMidAnswer: "closedMidAnswer"
        case .badFraming: "badFraming"
        case .badBody: "badBody"
        case .unexpectedStatus: "unexpectedStatus"
        case .timeout: "timeout"
        case .local: "local"
        }
    }

    var text: String {
        switch self {
        case .refused: "connection refused"
        case .reset: "connection reset"
        case .closedBeforeAnswer: "closed before an answer"
        case .closedMidAnswer: "closed in the middle of an answer"
        case .badFraming: "bad framing"
        case .badBody: "body differs from the pattern"
        case .unexpectedStatus: "unexpected status"
        case .timeout: "timeout"
        case .local: "out of descriptors or ports on this side"
        }
    }
}

/// What the judge counts. `requests` = `ok` + `failed` + `unanswered` once nothing is outstanding.
struct Counters {
    var requests = 0
    var ok = 0
    var causes = [Int](repeating: 0, count: Cause.allCases.count)
    /// Pipelined behind an answer that announced the close: not sent again, not a failure.
    var unanswered = 0
    var connectionsOpened = 0
    /// Kept-alive connections, after at least one answer, that the peer closed or reset with nothing outstanding,
    /// without a `Connection: close` before.
    var closedIdle = 0
    /// The same with a request already sent, which therefore failed.
    var closedWithRequest = 0
    /// Closed after `Connection: close`: regular.
    var closedAnnounced = 0
    /// Bytes that no request asked for.
    var unsolicited = 0
    /// Responses that show an older value than `mark` allows.
    var stale = 0
    /// First requests of a connection after a mark that show an older value: allowed, for information.
    var oldOnFirst = 0
    var bytesReceived = 0
    /// By status code.
    var statuses: [(code: Int, count: Int)] = []

    var streams = LongLived()
    var tunnels = LongLived()

    var failed: Int { causes.reduce(0, +) }
    var keepaliveClosed: Int { closedIdle + closedWithRequest }
    /// Everything that must be zero for exit code 0.
    var lost: Int {
        failed + keepaliveClosed + unsolicited + stale + streams.lost + tunnels.lost
    }

    mutating func count(status: Int) {
        for index in statuses.indices where statuses[index].code == status {
            statuses[index].count += 1
            return
        }
        statuses.append((status, 1))
    }
}

/// Connections that are held open until the end.
struct LongLived {
    var wanted = 0
    var open = 0
    /// Never came to be.
    var refused = 0
    /// Ended, reset or garbled before we ended them.
    var cut = 0
    /// Silent for too long while they should have said something.
    var stalled = 0

    var lost: Int { refused + cut + stalled }
}
