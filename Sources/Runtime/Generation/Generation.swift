import Plan
import Synchronization

/// What a proxy needs at run time in one generation.
package struct ProxyRuntime {
    package var id: ProxyID
    package var record: UnsafePointer<ProxyRecord>
    package var state: ProxyPointer
    /// Entry of each ``RuleSetKind`` in the plan's code; `CodeIndex.none` where it has no rules.
    package var entries = RuleEntries()
    /// This proxy's log format uses the request line or the method, so it must be kept until the end.
    package var keepsRequestLine = false

    package init(id: ProxyID, record: UnsafePointer<ProxyRecord>, state: ProxyPointer) {
        self.id = id
        self.record = record
        self.state = state
    }
}

/// Entry points by ``RuleSetKind``, in place.
package struct RuleEntries {
    private var storage: InlineArray<13, CodeIndex> = InlineArray(repeating: .none)
    package init() {}
    package subscript(kind: RuleSetKind) -> CodeIndex {
        get { storage[Int(kind.rawValue)] }
        set { storage[Int(kind.rawValue)] = newValue }
    }
}

/// A loaded plan with what it needs to serve (DESIGN section 7). Immutable once committed, but for the pins; freed when no loop
/// counts it. Always behind a pointer.
package struct Generation: ~Copyable {
    package let number: UInt32
    package let plan: Plan
    /// Owns the plan's memory.
    package let mapping: AnyObject
    /// By ``ProxyID``.
    package let proxies: UnsafeMutablePointer<ProxyRuntime>
    /// By ``ServerID``.
    package let servers: UnsafeMutablePointer<ServerPointer>
    /// By ``ServerID``.
    package let serverAddresses: UnsafeMutablePointer<PeerAddress>
    /// By ``ServerID``; family 0: the server's own.
    package let checkAddresses: UnsafeMutablePointer<PeerAddress>
    /// By ``LogTargetID``.
    package let logTargetAddresses: UnsafeMutablePointer<PeerAddress>
    /// By ``PatternSetID``.
    package let matchers: UnsafeMutablePointer<PatternMatcher>
    /// What rules need of the plan, resolved once.
    package let rules: UnsafeMutablePointer<RuleTables>
    /// By ``FollowedFileID``.
    package let files: UnsafeMutablePointer<FollowedFilePointer>
    /// By ``ListenerID``.
    package let listeners: UnsafeMutablePointer<ListenerPointer>
    /// By ``ListenerID``.
    package let sockets: UnsafeMutablePointer<Int32>
    /// Row of a registry slot in this plan, or UInt32.max.
    package let serverRows: SlotMap
    package let listenerRows: SlotMap
    package let proxyRows: SlotMap
    /// Microseconds since 1970.
    package let createdWall: Int64
    /// Streams that run on this generation, per loop, each loop's on a cache line of its own.
    package let pins: UnsafeMutablePointer<Int>
    /// Loops that serve with it or have pins on it.
    package let holders: Atomic<Int32>

    package static var pinStride: Int { 8 }

    /// Streams of all loops; a moment's value.
    package func pinCount(loops: Int) -> Int {
        var sum = 0
        for i in 0..<loops { sum += pins[i * Generation.pinStride] }
        return sum
    }
}

package typealias GenerationPointer = UnsafeMutablePointer<Generation>

/// From registry slots to rows of one plan.
package struct SlotMap {
    private let rows: UnsafeMutablePointer<UInt32>
    package let count: Int

    package init(count: Int) {
        rows = .allocate(capacity: max(count, 1))
        rows.initialize(repeating: UInt32.max, count: max(count, 1))
        self.count = count
    }

    package func set(_ slot: UInt32, _ row: UInt32) { rows[Int(slot)] = row }

    /// UInt32.max where the plan does not have it.
    package subscript(slot: UInt32) -> UInt32 { Int(slot) < count ? rows[Int(slot)] : UInt32.max }

    package func free() { rows.deallocate() }
}
