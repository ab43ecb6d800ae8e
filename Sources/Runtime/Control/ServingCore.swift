import Plan

/// What the control thread asks of the part of the worker that serves. The loops implement it; tests put a scripted one in its place.
/// Every call comes from the control thread; none of them waits for a loop.
package protocol ServingCore: AnyObject {
    /// Builds a generation beside the serving one, touching nothing of it. May take tens of milliseconds on a large plan.
    func prepare(_ input: PreparationInput) -> Result<PreparedGeneration, Refusal>
    /// Hands the prepared generation to the loops, which take it between two events. New sockets are listening by now. When every loop
    /// has taken it, ``takeEvents()`` yields ``CoreEvent/committed(generation:notes:)``. Cannot fail.
    func commit(_ prepared: PreparedGeneration)
    /// Frees a prepared generation that will not be committed. Its sockets belong to the caller.
    func discard(_ prepared: PreparedGeneration)

    /// An eventfd, readable while ``takeEvents()`` has something. The core resets it there.
    var notifications: Int32 { get }
    func takeEvents() -> [CoreEvent]

    /// Stops accepting. Gracefully: streams in progress finish, for at most `hardStopAfterMs` (nil: without limit). Otherwise they are cut.
    /// Ends with ``CoreEvent/stopped``.
    func stop(gracefully: Bool, hardStopAfterMs: UInt32?)

    /// Frees memory that was replaced by publication once no loop can be reading it.
    func reclaim(_ memory: UnsafeMutableRawPointer)

    /// The generation that new connections get; nil before the first commit. Valid until the next ``commit(_:)``.
    var serving: GenerationPointer? { get }
    /// Newest first: the serving one, then those that drain.
    func generationSummaries() -> [GenerationSummary]
    /// Asks the loops what holds each old generation. ``CoreEvent/holdersFound`` follows, never before this returns, and then
    /// ``generationSummaries()`` has them.
    func findHolders()
    func processCounters() -> ProcessCounters
    /// Sets or clears one reason for which the server takes no streams (``ServerAdmin``); `row` is of ``serving``'s plan.
    func setServerAdmin(_ row: ServerID, bit: UInt32, on: Bool)
    /// 0 to 256.
    func setServerWeight(_ row: ServerID, weight: UInt32)
}

/// Everything a new generation needs, obtained before ``ServingCore/prepare(_:)`` is called.
package struct PreparationInput {
    package let plan: Plan
    /// Keeps the plan's memory mapped. The generation holds it until it is freed.
    package let mapping: AnyObject
    package let number: UInt32
    /// By ``ListenerID``: bound and not yet listening, or the open descriptor where the socket is kept. -1 for command sockets, which
    /// the control thread serves. The core watches these descriptors and closes one only after a ``CoreEvent/listenerDrained(_:)``.
    package let sockets: [Int32]
    /// By ``ListenerID``: the serving generation has this socket too.
    package let isKept: [Bool]
    /// By ``ServerID``: literal, resolved, or family 1 where the plan has a path. Family 0: not known yet (``ServerAdmin/unresolved``).
    package let resolved: [PeerAddress]
    /// By ``ServerID``: where checks go; family 0: as ``resolved``.
    package let checkAddresses: [PeerAddress]
    /// By ``LogTargetID``.
    package let logTargetAddresses: [PeerAddress]
    /// By ``FollowedFileID``. They live as long as the process.
    package let files: [FollowedFilePointer]

    package init(
        plan: Plan, mapping: AnyObject, number: UInt32, sockets: [Int32], isKept: [Bool], resolved: [PeerAddress],
        checkAddresses: [PeerAddress], logTargetAddresses: [PeerAddress], files: [FollowedFilePointer]
    ) {
        self.plan = plan
        self.mapping = mapping
        self.number = number
        self.sockets = sockets
        self.isKept = isKept
        self.resolved = resolved
        self.checkAddresses = checkAddresses
        self.logTargetAddresses = logTargetAddresses
        self.files = files
    }
}

/// A generation between prepare and commit. The core knows more of it than this.
package class PreparedGeneration {
    package let number: UInt32
    /// What the answer should mention: first checks that failed, run-time changes that the plan overrides. One sentence each.
    package let notes: [String]

    package init(number: UInt32, notes: [String] = []) {
        self.number = number
        self.notes = notes
    }
}

/// The steps of a handover (DESIGN section 7), as named in answers and notices.
package enum HandoverStep: String {
    case compile
    case receive
    case prepare
    case commit
}

/// Why a plan was not taken: what, where, and what to do, in one sentence. Nothing has changed.
package struct Refusal: Error, Equatable {
    package let step: HandoverStep
    package let reason: String

    package init(_ step: HandoverStep, _ reason: String) {
        self.step = step
        self.reason = reason
    }
}

/// What the core tells the control thread.
package enum CoreEvent: Equatable {
    /// Every loop has taken the generation.
    case committed(generation: UInt32, notes: [String])
    /// A socket that the serving plan no longer has (by its stable key): its queue is empty and no loop watches it. The core has closed
    /// its descriptor; the master may now close its own.
    case listenerDrained([UInt8])
    /// No loop counts this generation any more and its memory is gone.
    case generationFreed(UInt32)
    /// The answer to ``ServingCore/findHolders()``.
    case holdersFound
    /// One line for the operator: a server went down, descriptors ran out.
    case notice(String)
    /// The answer to ``ServingCore/stop(gracefully:hardStopAfterMs:)``: no stream is left.
    case stopped
}

/// One line of `show generations`.
package struct GenerationSummary: Equatable {
    package var number: UInt32
    package var isServing: Bool
    /// Microseconds since 1970.
    package var createdWall: Int64
    package var connections: Int
    package var streams: Int
    /// The connection that has held it longest, as it was when it was last asked for; nil: none, or not asked.
    package var oldestHolder: GenerationHolder?
    package var oldestHolderSeconds: UInt32

    package init(
        number: UInt32, isServing: Bool, createdWall: Int64, connections: Int = 0, streams: Int = 0, oldestHolder: GenerationHolder? = nil,
        oldestHolderSeconds: UInt32 = 0
    ) {
        self.number = number
        self.isServing = isServing
        self.createdWall = createdWall
        self.connections = connections
        self.streams = streams
        self.oldestHolder = oldestHolder
        self.oldestHolderSeconds = oldestHolderSeconds
    }
}

/// A client's connection that holds a generation: by a stream, or by being set up under it.
package struct GenerationHolder: Equatable {
    /// The generation's.
    package let number: UInt32
    package let client: PeerAddress
    package let frontend: String
    /// Monotonic nanoseconds.
    package let acceptedAt: UInt64
}

/// What `show info` prints of the whole worker (manual section 9.3).
package struct ProcessCounters {
    package var loops: UInt32 = 0
    package var maxconn: UInt32 = 0
    package var connections: UInt64 = 0
    package var connectionsTotal: UInt64 = 0
    package var requestsTotal: UInt64 = 0
    package var bytesOut: UInt64 = 0
    package var idleServerConnections: UInt64 = 0
    package var droppedLogs: UInt64 = 0
    /// Percent of the last second in which loops had nothing to do.
    package var idlePercent: UInt32 = 0
    package init() {}
}
