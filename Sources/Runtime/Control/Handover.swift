import Plan

/// One plan on its way to being served: what was obtained for it so far (DESIGN section 7).
struct Handover {
    let transaction: UInt32
    /// The master's number; 0 where it came over a command socket.
    let request: UInt32
    let source: String
    let mapped: MappedPlan
    /// Who waits for the answer on a command socket.
    let client: CommandClientID?
    var addresses: PlanAddresses
    /// What the names stand for once the plan serves.
    var book = AddressBook()
    /// By ``ListenerID``.
    var sockets: [Int32]
    var isKept: [Bool]
    var isBound = false
    var isFollowed = false
    var isResolved = false
    var notes: [String] = []
    var prepared: PreparedGeneration?
    let receivedAtUs: UInt64
    var receiveUs: UInt64 = 0
    var prepareUs: UInt64 = 0
    var commitStartedUs: UInt64 = 0
    var resolveDeadlineUs: UInt64 = UInt64.max

    var isComplete: Bool { isBound && isFollowed && isResolved }
}

/// What asks for a handover: a plan's memory file, sealed, owned.
struct HandoverRequest {
    let request: UInt32
    let source: String
    let descriptor: Int32
    let client: CommandClientID?
}
