import Plan
import Synchronization

/// What a proxy needs at run time in one generation.
package struct ProxyRuntime {
    package var id: ProxyID = .none
    package var record: UnsafePointer<ProxyRecord>
    package var state: ProxyPointer
    /// Entry of each ``RuleSetKind`` in the plan's code; `CodeIndex.none` where it has no rules.
    package var entries: RuleEntries = RuleEntries()
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

/// A loaded plan with what it needs to serve (DESIGN section 7). Immutable once committed, but for the atomics; freed when no loop
/// counts it. Always behind a pointer.
package struct Generation: ~Copyable {
    package let number: UInt32
    package let plan: Plan
    /// By ``ProxyID``.
    package let proxies: UnsafeMutablePointer<ProxyRuntime>
    /// By ``ServerID``.
    package let servers: UnsafeMutablePointer<ServerPointer>
    /// By ``PatternSetID``.
    package let matchers: UnsafeMutablePointer<PatternMatcher>
    /// By ``FollowedFileID``.
    package let files: UnsafeMutablePointer<FollowedFilePointer>
    /// Microseconds since 1970.
    package let createdWall: Int64
}

package typealias GenerationPointer = UnsafeMutablePointer<Generation>
