/// A TCP connection between the runtime and a peer of the simulated world. "Near" is the runtime's end, "far" the peer's.
final class SimulatedLink {
    enum State {
        /// Near end called connect, no answer yet.
        case connecting
        case open
        case failed
    }

    let number: Int
    var state = State.open
    var toNear: SimulatedPipe
    var toFar: SimulatedPipe

    // The runtime's end.
    var descriptor: Int32 = -1
    /// The loop that accepted or connected it: no other may touch it.
    var owner = -1
    var isWatched = false
    var token: UInt64 = 0
    /// On its loop's ready list.
    var isQueued = false
    /// A write did not find room: the loop is told when a third of the buffer is free.
    var needsRoom = false
    /// errno that the next call reports, once.
    var nearError: Int32 = 0
    var nearShut = false
    var nearClosed = false

    // The peer's end.
    unowned(unsafe) var peer: SimulatedActor
    var farShut = false
    var farClosed = false
    /// A reset arrived from the runtime.
    var farReset = false

    /// The peer's address as the runtime sees it, and the runtime's as the peer sees it.
    var farAddress = PeerAddress()
    var nearAddress = PeerAddress()
    /// The peer opened it.
    let isAccepted: Bool

    init(number: Int, nearCapacity: Int, farCapacity: Int, peer: SimulatedActor, isAccepted: Bool) {
        self.number = number
        toNear = SimulatedPipe(capacity: nearCapacity)
        toFar = SimulatedPipe(capacity: farCapacity)
        self.peer = peer
        self.isAccepted = isAccepted
    }

    deinit {
        toNear.free()
        toFar.free()
    }

    var isReadable: Bool { toNear.count > 0 || toNear.isEnded || nearError != 0 }
    /// As tcp_poll sees it: a third of the buffer is free.
    var isWritable: Bool { nearError != 0 || (state == .open && !nearShut && toFar.room * 3 >= toFar.capacity) }
    var isHungUp: Bool { toNear.isEnded || nearError != 0 }
}

/// A listening socket, as the master and the worker share it.
final class SimulatedListener {
    let key: [UInt8]
    let address: PeerAddress
    let backlog: Int
    /// Connected, not accepted yet, first come first.
    var queue: [SimulatedLink] = []
    /// The plan has the address: SYNs are answered.
    var isOpen = true
    /// The worker's descriptor.
    var descriptor: Int32 = -1
    /// By loop: token of the watch, nil where it is not watched.
    var watchers: [UInt64?]
    /// By loop: on the ready list (level-triggered: stays until the queue is found empty).
    var isReady: [Bool]

    init(key: [UInt8], address: PeerAddress, backlog: Int, loops: Int) {
        self.key = key
        self.address = address
        self.backlog = backlog
        watchers = [UInt64?](repeating: nil, count: loops)
        isReady = [Bool](repeating: false, count: loops)
    }
}
