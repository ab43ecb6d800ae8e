/// One request and what is to come of it: made by a client, known to the origins by its number in the path.
struct Exchange {
    enum Method {
        case get
        case head
        case post
        case put

        var text: StaticString {
            switch self {
            case .get: "GET"
            case .head: "HEAD"
            case .post: "POST"
            case .put: "PUT"
            }
        }
        /// Twice is as good as once (RFC 9110 section 9.2.2).
        var isIdempotent: Bool { self != .post }
    }

    enum Answer {
        case length
        case chunked
        case untilClose
        case noContent
        case notModified
        /// 101, then everything comes back.
        case upgrade
        /// Answers at the head and goes on reading the body.
        case early
        case resetBefore
        case closeBefore
        case garbage
        /// Ends in the middle of the body: by a close, by a reset, in a chunk's size.
        case closeDuring
        case resetDuring
        case badChunk
        /// Says nothing (more).
        case stallBefore
        case stallDuring

        var isSpoiled: Bool {
            switch self {
            case .length, .chunked, .untilClose, .noContent, .notModified, .upgrade, .early: false
            default: true
            }
        }
    }

    /// What happened on its way that may explain an unusual end.
    struct Faults: OptionSet {
        let rawValue: Int
        /// The origin reset, closed or talked nonsense before its answer's head was whole.
        static let badAnswer = Faults(rawValue: 1)
        /// The origin's answer ended early.
        static let cutAnswer = Faults(rawValue: 2)
        static let stalled = Faults(rawValue: 4)
        /// Its bytes met a server connection that was just being closed.
        static let idleRace = Faults(rawValue: 8)
        static let clientAborted = Faults(rawValue: 16)
        /// Other bytes followed it before its answer was there: if the connection ends with it, they break it (RFC 9112 section 9.6).
        static let pipelined = Faults(rawValue: 32)
    }

    let id: Int
    var method = Method.get
    var requestLength = 0
    var isRequestChunked = false
    var answer = Answer.length
    var answerLength = 0
    /// Bytes through the tunnel after 101, or of a TCP session.
    var tunnelLength = 0
    var interimAnswers = 0
    var announcesClose = false
    var closesSilently = false
    /// The client says `connection: close`.
    var isLast = false
    /// The origin writes at most this much at once, this far apart.
    var pieceLimit = Int.max
    var paceNs: UInt64 = 0
    var client = PeerAddress()

    var startedAt: UInt64 = 0
    /// Every loop had this plan when the request's first byte was sent.
    var committedAtStart: UInt32 = 0
    /// First request on its connection.
    var isFirst = false
    var timesSeen = 0
    var faults: Faults = []

    init(id: Int) { self.id = id }

    /// Draws a request.
    init(id: Int, _ random: inout Xoshiro256, _ knobs: SimulationKnobs) {
        self.id = id
        let largest = random.once(in: 12) ? 150_000 : 3000
        switch random.below(10) {
        case 0: method = .head
        case 1, 2: method = .post
        case 3: method = .put
        default: method = .get
        }
        if method == .post || method == .put {
            requestLength = random.skewed(largest)
            isRequestChunked = random.once(in: 2)
        }
        answerLength = random.skewed(largest)
        switch random.below(20) {
        case 0...9: answer = .length
        case 10...14: answer = .chunked
        case 15: answer = .untilClose
        case 16: answer = .noContent
        case 17: answer = .notModified
        case 18: answer = method == .post || method == .put ? .early : .length
        default: answer = method == .get ? .upgrade : .chunked
        }
        if answer == .upgrade { tunnelLength = random.skewed(20_000) }
        if answer == .noContent || answer == .notModified { answerLength = 0 }
        if random.percent(knobs.badAnswers) {
            let spoiled: [Answer] = [
                .resetBefore, .closeBefore, .garbage, .closeDuring, .resetDuring, .badChunk, .stallBefore, .stallDuring,
            ]
            answer = spoiled[random.below(spoiled.count)]
            answerLength = max(answerLength, 2)
            // An answer to HEAD has no middle.
            if method == .head { method = .get }
        }
        if random.once(in: 10) { interimAnswers = random.within(1...2) }
        announcesClose = random.once(in: 8)
        closesSilently = random.percent(knobs.silentCloses)
        if random.once(in: 4) { pieceLimit = random.within(1...2000) }
        if random.once(in: 15) && answer != .upgrade {
            // A long stream: it lives through handovers.
            pieceLimit = max(answerLength / random.within(3...12), 1)
            paceNs = random.within(Span.second / 10...3 * Span.second)
        }
    }

    func requestByte(_ offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: (id &+ 77) &* 31 &+ offset &* 7 &+ offset >> 8) }
    func answerByte(_ offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: id &* 31 &+ offset &* 7 &+ offset >> 8) }

    /// The status that the origin gives.
    var status: Int {
        switch answer {
        case .noContent: 204
        case .notModified: 304
        case .upgrade: 101
        default: 200
        }
    }

    /// Bytes of body that a client gets to see.
    var visibleLength: Int { method == .head || answer == .noContent || answer == .notModified ? 0 : answerLength }
}

/// What the control side did so far.
struct HandoverHistory {
    /// By number - 1.
    var shapes: [PlanShape] = []
    /// The newest plan that every loop has, and the newest that any loop may have.
    var committed: UInt32 = 0
    var begun: UInt32 = 0

    /// Whether a connection to `port` that was set up under plan `number` may still be answered from it now, for the last time: a later plan
    /// sets such connections up differently, or has not got the address (fresh-connection rule).
    func mayDrain(_ number: UInt32, _ port: UInt16) -> Bool {
        guard number >= 1, number <= begun else { return false }
        let setup = shapes[Int(number) - 1].setup(port)
        for later in Int(number)..<Int(begun) where shapes[later].setup(port) != setup { return true }
        return false
    }
}
