import Plan
import Synchronization

/// What other threads ask of a loop. Taken between two events.
package enum LoopMessage {
    /// Serve with this generation from now on.
    case adopt(GenerationPointer)
    /// Stop accepting; finish what runs; `closeIdle` also ends idle keep-alive connections at once.
    case stopAccepting
    /// Cut everything and leave.
    case stopNow
    /// A slot of a server's maxconn or of its backend's queue is this stream's.
    case queueTurn(stream: Handle, server: ServerPointer)
    /// Say what holds the old generations (``LoopReport/holders(loop:_:)``).
    case nameHolders
    /// A server's next check is now.
    case checkNow(slot: UInt32)
    /// A server was made usable: streams may wait for it.
    case wakeQueued(server: ServerPointer)
    /// Cut what is left at this time (`hard-stop-after`).
    case stopAt(UInt64)
}

/// Messages for one loop from any thread. The flag spares an idle loop the lock.
package final class Mailbox: Sendable {
    private let messages = Mutex<[LoopMessageBox]>([])
    private let hasMail = Atomic<Bool>(false)

    /// Pointers in messages are to registry and generation memory, which outlives them.
    private struct LoopMessageBox: @unchecked Sendable {
        let message: LoopMessage
    }

    package init() {}

    /// Answers whether the loop must be woken (it had no mail).
    package func post(_ message: LoopMessage) -> Bool {
        let box = LoopMessageBox(message: message)
        messages.withLock { $0.append(box) }
        return !hasMail.exchange(true, ordering: .acquiringAndReleasing)
    }

    /// Something was posted and not taken.
    package var hasMessages: Bool { hasMail.load(ordering: .acquiring) }

    /// Everything posted so far, in order. The loop's thread.
    package func take() -> [LoopMessage] {
        guard hasMail.load(ordering: .acquiring) else { return [] }
        hasMail.store(false, ordering: .releasing)
        let boxes = messages.withLock { list in
            let taken = list
            list.removeAll(keepingCapacity: true)
            return taken
        }
        return boxes.map(\.message)
    }
}
