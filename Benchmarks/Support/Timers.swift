/// Deadlines in a binary heap. There is no cancel: whoever gets a token back asks whether it still means something.
package struct Timers {
    private var heap: [(deadlineNs: UInt64, token: UInt64)] = []

    package init() {}

    package var nextNs: UInt64 { heap.first?.deadlineNs ?? .max }

    package mutating func add(deadlineNs: UInt64, token: UInt64) {
        heap.append((deadlineNs, token))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent].deadlineNs <= heap[child].deadlineNs { break }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    /// The token of the earliest deadline that has come, or nil.
    package mutating func pop(dueNs: UInt64) -> UInt64? {
        guard let first = heap.first, first.deadlineNs <= dueNs else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first.token }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].deadlineNs < heap[least].deadlineNs {
                least = child
            }
            if least == parent { return first.token }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
