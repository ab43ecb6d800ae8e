import BenchSupport

/// One client: a sequence of connections, one at a time.
struct Client {
    enum Kind {
        case keepalive
        /// A new connection for every request.
        case fresh
        /// GET that never ends.
        case stream
        /// 101, then pings that must come back.
        case upgrade
        /// Pings from the first byte.
        case tcp
    }

    enum State {
        case closed
        case connecting
        /// Connected, nothing outstanding.
        case idle
        case busy
        /// A stream or tunnel that is established.
        case open
        /// Given up: a stream that was cut.
        case over
    }

    /// A request that was sent and not answered.
    struct Pending {
        /// Latency counts from here: the scheduled time in paced runs.
        var startNs: UInt64
        /// 0 when the answer's followed header does not matter.
        var epoch: Int
        /// The first request of its connection after the mark.
        var isFirst: Bool
    }

    let kind: Kind
    let target: Int
    var state = State.closed
    var fd: Int32 = -1
    /// Counts this client's connections, so that an event of an earlier one is seen to be stale.
    var generation: UInt32 = 0
    var isReadable = false
    var peerEnded = false
    var input = Buffer(capacity: Bounds.inputBytes)
    /// What is being sent: index of the request variant, and how far.
    var variant = 0
    var sentBytes = 0
    var batch = 1
    /// Requests outstanding: a ring of `Bounds.pipelineMax` at most.
    var pending: [Pending] = []
    var pendingFirst = 0
    /// When the oldest outstanding request was sent, or the last byte of a stream came.
    var sinceNs: UInt64 = 0
    /// Answers on this connection.
    var answered = 0
    /// Requests sent on this connection since the mark `markEpoch`.
    var markEpoch = 0
    var sentSinceMark = 0
    /// The answer that is being read.
    var inBody = false
    var announcesClose = false
    var body = Body(.none)
    var bodyIsWrong = false
    var statusIsWrong = false
    var pings = 0
    var pingIsOut = false

    init(kind: Kind, target: Int) {
        self.kind = kind
        self.target = target
    }

    var outstanding: Int { pending.count - pendingFirst }
    var isLongLived: Bool { kind != .keepalive && kind != .fresh }
    /// Nothing of the next answer has come yet.
    var isBetweenAnswers: Bool { !inBody && input.isEmpty }
}
