/// What the master tells the worker. Some carry descriptors, named beside them.
package enum MasterMessage: Equatable {
    /// First message. Descriptor: the control socket, when ``StartInfo/hasControl``.
    case start(StartInfo)
    /// What the names of the serving plan stood for, as a former worker sent it.
    case names(encoded: [UInt8])
    /// Take this plan. Descriptor: the sealed plan. Answered by `.committed` or `.refused` with the same request number.
    case load(request: UInt32, source: String)
    /// Descriptors for rows of the last `.bind` list, one each.
    case sockets(transaction: UInt32, rows: [UInt32])
    /// All sockets were sent, or none is open: what failed, and its row.
    case bound(transaction: UInt32, failure: BindFailure?)
    /// Everything new listens and stands under its path, or nothing does.
    case activated(transaction: UInt32, failure: BindFailure?)
    /// The first line of a followed file; nil: it cannot be read.
    case line(path: [UInt8], line: [UInt8]?)
    /// The lines of every path of the last `.follow` list were sent.
    case followed(transaction: UInt32)
    /// The answer to `.fetchPlan`. Descriptor: the plan, unless `generation` is 0: no such plan is kept.
    case plan(transaction: UInt32, generation: UInt32)
    case stop(gracefully: Bool)
}

/// What the worker tells the master.
package enum WorkerMessage: Equatable {
    /// The sockets of a new plan, in as many messages as it takes.
    case bind(transaction: UInt32, specs: [ListenSpec], isLast: Bool)
    case activate(transaction: UInt32)
    /// The transaction's plan was refused: its new sockets are not needed.
    case release(transaction: UInt32)
    /// The transaction's plan serves. Descriptor: the plan.
    case committed(CommitReport)
    case refused(request: UInt32, step: HandoverStep, reason: String)
    /// A socket that is no longer in the plan has an empty queue and is closed in the worker.
    case drained(key: [UInt8])
    /// All files to follow from now on, in as many messages as it takes.
    case follow(transaction: UInt32, paths: [[UInt8]], isLast: Bool)
    case fetchPlan(transaction: UInt32, generation: UInt32)
    /// What the names of the plan that serves from now on stand for, in as many messages as it takes: for the next worker.
    case names(encoded: [UInt8], isFirst: Bool)
}

package struct StartInfo: Equatable {
    /// Number of the last committed generation, by whichever worker; 0: none yet.
    package var lastGeneration: UInt32 = 0
    package var hasControl = false
    package var masterProcess: Int32 = 0
    /// Microseconds since 1970.
    package var masterStartedWall: Int64 = 0
    package var history: [HistoryEntry] = []
    package init() {}
}

/// A plan that has served, and that can be rolled back to.
package struct HistoryEntry: Equatable {
    package var generation: UInt32 = 0
    /// Microseconds since 1970.
    package var committedWall: Int64 = 0
    package var planBytes: UInt64 = 0
    /// Hexadecimal, of the meaning.
    package var digest: String = ""
    /// `start`, `compile`, `watch`, `apply`, `rollback to 3`, `restart`.
    package var source: String = ""
    package init() {}
}

package struct BindFailure: Error, Equatable {
    /// Row of the bind list.
    package var row: UInt32
    package var reason: String
}

/// How a handover went. Microseconds each.
package struct CommitReport: Equatable {
    package var transaction: UInt32 = 0
    /// 0: asked for on a command socket.
    package var request: UInt32 = 0
    package var entry = HistoryEntry()
    package var receiveUs: UInt64 = 0
    package var prepareUs: UInt64 = 0
    package var commitUs: UInt64 = 0
    /// Clipped to what a message takes; the answer on a command socket has all.
    package var notes: [String] = []
    package init() {}
}
