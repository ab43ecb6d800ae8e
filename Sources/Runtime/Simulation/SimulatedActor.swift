/// Something outside the runtime that moves by itself: a client, an origin's connection, the control side.
class SimulatedActor {
    unowned(unsafe) let world: SimulatedWorld
    let number: Int
    /// When it moves next; UInt64.max: only when something happens to it.
    fileprivate(set) var movesAt = UInt64.max

    init(_ world: SimulatedWorld) {
        self.world = world
        number = world.nextActorNumber()
    }

    /// One move. Whoever wants another asks for it by ``wake(after:)``.
    func move() {}

    /// Moves after this time at the latest.
    func wake(after nanoseconds: UInt64) {
        let time = world.now &+ nanoseconds
        if time < movesAt {
            movesAt = time
            world.agenda.push(SimulatedAgenda.Entry(time: time, actor: number))
        }
    }

    /// Something happened on one of its connections: it notices after a while.
    func notice() { wake(after: world.reactionNs()) }

    /// What a failure report says of it.
    var description: String { "actor \(number)" }
}

/// What will happen when: a heap of moves. Entries whose actor has meanwhile moved are passed over.
struct SimulatedAgenda {
    struct Entry {
        var time: UInt64
        var actor: Int
        /// Equal times: in the order of asking.
        fileprivate var order: UInt64 = 0

        init(time: UInt64, actor: Int) {
            self.time = time
            self.actor = actor
        }

        fileprivate func isBefore(_ other: Entry) -> Bool { time != other.time ? time < other.time : order < other.order }
    }

    private var heap: [Entry] = []
    private var orders: UInt64 = 0

    mutating func push(_ entry: Entry) {
        var entry = entry
        orders += 1
        entry.order = orders
        heap.append(entry)
        var i = heap.count - 1
        while i > 0, heap[i].isBefore(heap[(i - 1) / 2]) {
            heap.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }

    var first: Entry? { heap.first }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var i = 0
        while true {
            var least = i
            for child in [2 * i + 1, 2 * i + 2] where child < heap.count && heap[child].isBefore(heap[least]) { least = child }
            if least == i { return }
            heap.swapAt(i, least)
            i = least
        }
    }
}

extension SimulatedWorld {
    /// The actor whose move is due at `now`, taken off the agenda.
    func takeDueActor() -> SimulatedActor? {
        while let entry = agenda.first, entry.time <= now {
            agenda.removeFirst()
            if let actor = actors[entry.actor], actor.movesAt == entry.time {
                actor.movesAt = UInt64.max
                return actor
            }
        }
        return nil
    }

    /// When the next actor moves.
    func nextMove() -> UInt64 {
        while let entry = agenda.first {
            if let actor = actors[entry.actor], actor.movesAt == entry.time { return entry.time }
            agenda.removeFirst()
        }
        return UInt64.max
    }
}
