/// A fault put in on purpose, to show that the simulation sees its class. All of them are made outside the code that they test: the
/// simulated kernel or the control side misbehaves as a bug in the runtime would.
package enum PlantedFault: String, CaseIterable {
    /// A wake-up of a loop that has mail is lost.
    case lostWakeup = "lost-wakeup"
    /// An edge of a connection is never reported.
    case lostEvent = "lost-event"
    /// A loop that takes a new plan closes a keep-alive connection.
    case closedKeepAlive = "closed-keep-alive"
    /// A generation is freed while a stream pins it.
    case freedGeneration = "freed-generation"
    /// A generation is never freed.
    case keptGeneration = "kept-generation"
    /// A descriptor is not closed.
    case leakedDescriptor = "leaked-descriptor"
    /// A descriptor is closed twice.
    case closedTwice = "closed-twice"
    /// A server's place is given back twice.
    case doubleRelease = "double-release"
    /// Bytes are lost where a write was taken in part.
    case droppedBytes = "dropped-bytes"
    /// A removed socket is closed with connections in its queue.
    case skippedDrain = "skipped-drain"
    /// A timer is lost.
    case lostTimer = "lost-timer"
    /// A pooled connection is used again with half of another answer in it.
    case staleConnection = "stale-connection"
    /// A loop goes on with the old plan after it said it had the new one.
    case oldGeneration = "old-generation"

    /// The invariants that may name it.
    package var namedBy: [Invariant] {
        switch self {
        case .lostWakeup: [.lostWakeup, .handover]
        case .lostEvent: [.lostWakeup, .noProgress]
        case .closedKeepAlive: [.keepAliveClosed]
        case .freedGeneration, .keptGeneration: [.generations]
        case .leakedDescriptor: [.leakedDescriptor]
        case .closedTwice: [.badDescriptor]
        case .doubleRelease: [.places]
        case .droppedBytes: [.requestCorrupt, .responseCorrupt, .streamCut, .noProgress]
        case .skippedDrain: [.requestLost, .streamCut]
        case .lostTimer: [.missingTimer]
        case .staleConnection: [.responseCorrupt, .lostWakeup]
        case .oldGeneration: [.oldPlan, .generations, .handover]
        }
    }
}

/// What must hold. The first that does not ends the run.
package enum Invariant: String {
    case badDescriptor = "bad-descriptor"
    case foreignDescriptor = "foreign-descriptor"
    case leakedDescriptor = "leaked-descriptor"
    case keepAliveClosed = "keep-alive-closed"
    case requestLost = "request-lost"
    case requestDuplicated = "request-duplicated"
    case requestCorrupt = "request-corrupt"
    case responseCorrupt = "response-corrupt"
    case responseUnexplained = "response-unexplained"
    case streamCut = "stream-cut"
    case oldPlan = "old-plan"
    case lostWakeup = "lost-wake-up"
    case noProgress = "no-progress"
    case missingTimer = "missing-timer"
    case livelock = "livelock"
    case places = "places"
    case counters = "counters"
    case generations = "generations"
    case handover = "handover"
    case leakedSlot = "leaked-slot"
}

package struct Violation {
    package let invariant: Invariant
    package let detail: String
    /// Virtual nanoseconds.
    package let at: UInt64
}
