import Plan

/// How a run of the rule machine ended.
package enum RuleOutcome {
    /// No final action: the next rule set, or the default backend.
    case ended
    case allow
    case deny(status: UInt16)
    /// Answer with ``RuleEnvironment/response``.
    case respond
    case accept
    case reject
    /// Redirect to ``BuiltResponse/location``.
    case redirect(status: UInt16)
    case useBackend(ProxyID)
    /// A backend by a name that was computed and that no proxy bears ends the rule set instead.
    case useServer(ServerID)
    /// Stopped at an instruction until the deadline (monotonic nanoseconds) or what it waits for; go on with ``RuleMachine/resume(_:)``.
    case waiting(RuleWait, deadline: UInt64)
    /// The rules could not be carried out: an internal error (500), as HAProxy has it for failed rewrites.
    case failed(RuleFailure)
}

/// What a stopped machine waits for. No fetch of this release waits yet; the stop and the way back are there.
package enum RuleWait: UInt8, Sendable {
    case requestBody = 1
    case timer = 2
    case lookup = 3
}

package enum RuleFailure: UInt8, Sendable {
    /// The arena, or the head's rows, are full.
    case noRoom = 1
    /// More instructions than ``RuleLimits/instructionBudget``.
    case budget = 2
    /// An instruction that the loader should have refused.
    case badInstruction = 3
}

/// An answer that a `return` or `redirect` has put together. Lives in the loop's environment until the next one is begun.
package struct BuiltResponse {
    package struct Header {
        package var name: HeaderName
        package var value: ByteSlice
    }

    package var status: UInt16 = 0
    package var contentType = ByteSlice.empty
    package var body = ByteSlice.empty
    package var location = ByteSlice.empty
    /// `drop-query` of a redirect.
    package var dropQuery = false
    package var headerCount = 0
    /// Room for ``RuleLimits/responseHeaders``.
    package let headers: UnsafeMutablePointer<Header>

    init() { headers = .allocate(capacity: RuleLimits.responseHeaders) }

    func free() { headers.deallocate() }

    mutating func begin(_ status: UInt16) {
        self.status = status
        contentType = .empty
        body = .empty
        location = .empty
        dropQuery = false
        headerCount = 0
    }

    /// False if there is no room.
    mutating func add(_ name: HeaderName, _ value: ByteSlice) -> Bool {
        guard headerCount < RuleLimits.responseHeaders else { return false }
        (headers + headerCount).initialize(to: Header(name: name, value: value))
        headerCount &+= 1
        return true
    }
}
