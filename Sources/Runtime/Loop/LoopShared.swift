import Plan
import Synchronization

/// What the loops of one worker share: counters, mailboxes, and bounds. Everything in it is atomic or never changes after start.
package final class LoopShared: Sendable {
    package let loopCount: Int
    package let mailboxes: [Mailbox]
    package let wakers: [Atomic32]
    /// Set while a loop waits in poll or has passed an event: see ``Reclaimer``.
    package let turns: [AtomicCounter]
    package let connections = Atomic<Int32>(0)
    package let connectionsTotal = Atomic<UInt64>(0)
    package let requestsTotal = Atomic<UInt64>(0)
    package let idleServerConnections = Atomic<Int32>(0)
    /// Global maxconn: beyond it accepting pauses.
    package let maxconn = Atomic<Int32>(0)
    package let stopping = Atomic<Bool>(false)
    package let loopsStopped = Atomic<Int32>(0)
    /// Events for the control thread.
    package let outbox = CoreOutbox()

    package init(loopCount: Int) {
        self.loopCount = loopCount
        mailboxes = (0..<loopCount).map { _ in Mailbox() }
        wakers = (0..<loopCount).map { _ in Atomic32(-1) }
        turns = (0..<loopCount).map { _ in AtomicCounter() }
    }
}

/// Atomics in arrays.
package final class Atomic32: Sendable {
    package let value: Atomic<Int32>
    package init(_ initial: Int32) { value = Atomic(initial) }
}

package final class AtomicCounter: Sendable {
    package let value = Atomic<UInt64>(0)
    package init() {}
}

/// What loops report to the control thread.
package enum LoopReport {
    case adopted(loop: Int, generation: GenerationPointer)
    case released(loop: Int, generation: GenerationPointer)
    case listenerDrained(loop: Int, listener: ListenerPointer)
    /// The oldest of each old generation that this loop holds.
    case holders(loop: Int, [GenerationHolder])
    case notice(String)
    case stopped(loop: Int)
}

package final class CoreOutbox: Sendable {
    private struct Box: @unchecked Sendable {
        let report: LoopReport
    }
    private let reports = Mutex<[Box]>([])

    package init() {}
    /// Any thread. The caller wakes the control thread.
    package func post(_ report: LoopReport) {
        let box = Box(report: report)
        reports.withLock { $0.append(box) }
    }
    package func take() -> [LoopReport] {
        reports.withLock { list in
            let taken = list
            list.removeAll()
            return taken
        }.map(\.report)
    }
}
