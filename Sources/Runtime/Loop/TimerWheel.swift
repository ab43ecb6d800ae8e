/// A node of the ``TimerWheel``, inside what it wakes. Its address must not change while linked.
package struct TimerNode {
    fileprivate var next: UnsafeMutablePointer<TimerNode>?
    fileprivate var previous: UnsafeMutablePointer<TimerNode>?
    /// Tick at which the wheel looks at it, not necessarily the deadline.
    fileprivate var tick: UInt64 = 0
    /// Monotonic nanoseconds; UInt64.max: none.
    package fileprivate(set) var deadline: UInt64 = UInt64.max
    /// Names the owner to the loop: ``Token/raw``.
    package var token: UInt64 = 0
    package init() {}
    package var isLinked: Bool { previous != nil }
}

/// Deadlines in a hierarchical wheel of 1 ms ticks: arming and disarming cost a few instructions. Moving a deadline later, which every
/// request does, only writes the new time: the node is looked at again when its old tick comes.
package struct TimerWheel {
    private static var bits: UInt64 { 8 }
    private static var slots: Int { 256 }
    private static var levels: Int { 4 }
    private static var nanosecondsPerTick: UInt64 { 1_000_000 }

    /// Sentinels of circular lists, `levels` x `slots`.
    private let heads: UnsafeMutablePointer<TimerNode>
    private var current: UInt64
    private var count = 0
    /// No linked node has a tick before this one.
    private var earliest: UInt64 = UInt64.max

    package init(now: UInt64) {
        heads = .allocate(capacity: TimerWheel.levels * TimerWheel.slots)
        for i in 0..<TimerWheel.levels * TimerWheel.slots {
            (heads + i).initialize(to: TimerNode())
            heads[i].next = heads + i
            heads[i].previous = heads + i
        }
        current = now / TimerWheel.nanosecondsPerTick
    }

    package func destroy() { heads.deallocate() }

    package var isEmpty: Bool { count == 0 }

    /// Sets `node`'s deadline (monotonic nanoseconds). UInt64.max disarms.
    package mutating func arm(_ node: UnsafeMutablePointer<TimerNode>, _ deadline: UInt64) {
        node.pointee.deadline = deadline
        if deadline == UInt64.max { return }
        // Round up: a timer never fires early.
        let tick = max((deadline &+ TimerWheel.nanosecondsPerTick &- 1) / TimerWheel.nanosecondsPerTick, current &+ 1)
        if node.pointee.isLinked {
            if node.pointee.tick <= tick { return }
            unlink(node)
        }
        link(node, tick)
    }

    /// Takes `node` out for good, before its memory is freed or reused.
    package mutating func cancel(_ node: UnsafeMutablePointer<TimerNode>) {
        node.pointee.deadline = UInt64.max
        if node.pointee.isLinked { unlink(node) }
    }

    /// Milliseconds that the loop may wait for events; -1: for ever.
    package mutating func timeoutMs(now: UInt64) -> Int32 {
        if count == 0 { return -1 }
        let nowTick = now / TimerWheel.nanosecondsPerTick
        if earliest <= nowTick { return 0 }
        // `earliest` may be stale after a cancel: then the loop wakes once for nothing and it is found anew.
        return Int32(truncatingIfNeeded: min(earliest &- nowTick, 60_000))
    }

    /// The token of one node whose deadline has come, disarmed; nil when there is none (any more). The caller may arm and cancel any node
    /// between two calls.
    package mutating func nextExpired(now: UInt64) -> UInt64? {
        let target = now / TimerWheel.nanosecondsPerTick
        if count > 0 && target < earliest { return nil }
        while count > 0 {
            let head = heads + Int(current & 0xFF)
            while let node = head.pointee.next, node != head {
                unlink(node)
                let deadline = node.pointee.deadline
                if deadline == UInt64.max { continue }
                if deadline > now {
                    link(node, (deadline &+ TimerWheel.nanosecondsPerTick &- 1) / TimerWheel.nanosecondsPerTick)
                    continue
                }
                node.pointee.deadline = UInt64.max
                return node.pointee.token
            }
            if current >= target {
                earliest = findEarliest()
                return nil
            }
            current &+= 1
            if current & 0xFF == 0 { cascade() }
        }
        current = max(current, target)
        earliest = UInt64.max
        return nil
    }

    private mutating func cascade() {
        for level in 1..<TimerWheel.levels {
            let slot = Int((current >> (TimerWheel.bits * UInt64(level))) & 0xFF)
            let head = heads + level * TimerWheel.slots + slot
            // The chain is detached first: relinking may put a node back into the same slot.
            var node = head.pointee.next
            head.pointee.next = head
            head.pointee.previous = head
            while let current = node, current != head {
                node = current.pointee.next
                current.pointee.previous = nil
                count -= 1
                place(current, max(current.pointee.tick, self.current))
            }
            if slot != 0 { break }
        }
    }

    private mutating func link(_ node: UnsafeMutablePointer<TimerNode>, _ wanted: UInt64) {
        // Never into the slot that is being emptied.
        place(node, max(wanted, current &+ 1))
    }

    private mutating func place(_ node: UnsafeMutablePointer<TimerNode>, _ tick: UInt64) {
        node.pointee.tick = tick
        let distance = tick &- current
        var level = 0
        while level < TimerWheel.levels - 1 && distance >= 1 << (TimerWheel.bits * UInt64(level + 1)) { level += 1 }
        let reach: UInt64 = 1 << (TimerWheel.bits * UInt64(TimerWheel.levels))
        let placed = distance >= reach ? current &+ reach &- 1 : tick
        let slot = Int((placed >> (TimerWheel.bits * UInt64(level))) & 0xFF)
        let head = heads + level * TimerWheel.slots + slot
        let last = head.pointee.previous
        node.pointee.next = head
        node.pointee.previous = last
        last?.pointee.next = node
        head.pointee.previous = node
        count += 1
        earliest = min(earliest, tick)
    }

    private mutating func unlink(_ node: UnsafeMutablePointer<TimerNode>) {
        node.pointee.previous?.pointee.next = node.pointee.next
        node.pointee.next?.pointee.previous = node.pointee.previous
        node.pointee.next = nil
        node.pointee.previous = nil
        count -= 1
    }

    /// The next tick worth waking for: exact within the first level, otherwise when the next cascade comes.
    private func findEarliest() -> UInt64 {
        if count == 0 { return UInt64.max }
        var tick = current &+ 1
        let end = current &+ UInt64(TimerWheel.slots)
        while tick < end {
            // A cascade may bring nodes down into the slots after it.
            if tick & 0xFF == 0 { return tick }
            let head = heads + Int(tick & 0xFF)
            if head.pointee.next != head { return tick }
            tick &+= 1
        }
        return end
    }
}
