import Plan
import Synchronization

/// Why a server may not take new streams (manual section 9.3, `set server ... state`). Zero bits: it may.
package struct ServerAdmin {
    /// `set server X state maint`, `disable server`, or `disabled` in the configuration.
    package static let maintenance: UInt32 = 1
    /// `set server X state drain`: only streams that persistence sends.
    package static let drain: UInt32 = 2
    /// Its address is not known (yet).
    package static let unresolved: UInt32 = 4
    /// No longer in the serving plan.
    package static let removed: UInt32 = 8
}

/// What health checks say of a server.
package enum ServerHealth: UInt32 {
    case up = 0
    /// Failed `fall` times, or its first check failed.
    case down = 1
    /// 404 with `http-check disable-on-404`.
    case stopping = 2
    /// Came with a new plan and was not checked yet: taken only while no server is ``up``.
    case starting = 3
}

/// Run-time state of one server, kept under its stable key across plans (DESIGN section 7). Allocated once per key, never
/// moved, freed after its last stream. Fields that are not atomic belong to the thread named beside them.
package struct ServerState: ~Copyable {
    /// Number in the registry; never a plan's row.
    package let slot: UInt32
    /// `PROXY/SERVER`; owned by the registry, immortal with this state.
    package let key: UnsafeRawBufferPointer
    package let name: UnsafeRawBufferPointer
    package let proxy: UnsafeMutablePointer<ProxyState>

    /// ``ServerAdmin`` bits.
    package let admin = Atomic<UInt32>(0)
    /// ``ServerHealth`` raw value.
    package let health = Atomic<UInt32>(0)
    /// Effective weight (configured, or set at run time), 0 to 256.
    package let weight = Atomic<UInt32>(1)
    /// Streams of all generations now on this server.
    package let currentStreams = Atomic<Int32>(0)
    package let currentStreamsMax = Atomic<Int32>(0)
    package let maxconn = Atomic<UInt32>(0)
    /// Streams waiting for a slot.
    package let queueLength = Atomic<Int32>(0)
    package let idleConnections = Atomic<Int32>(0)
    package let totalStreams = Atomic<UInt64>(0)
    package let bytesIn = Atomic<UInt64>(0)
    package let bytesOut = Atomic<UInt64>(0)
    package let connectErrors = Atomic<UInt64>(0)
    package let responseErrors = Atomic<UInt64>(0)
    package let retries = Atomic<UInt64>(0)
    package let redispatches = Atomic<UInt64>(0)
    package let checkFailures = Atomic<UInt64>(0)
    package let downTransitions = Atomic<UInt64>(0)
    /// Monotonic nanoseconds of the last change between UP and DOWN.
    package let lastChange = Atomic<UInt64>(0)
    /// Status code of the last check and its duration in ms, as `lastCheck = code << 32 | ms`; see ``CheckOutcome``.
    package let lastCheck = Atomic<UInt64>(0)
    package let numericID = Atomic<UInt32>(0)

    package init(slot: UInt32, key: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer, proxy: UnsafeMutablePointer<ProxyState>) {
        self.slot = slot
        self.key = key
        self.name = name
        self.proxy = proxy
    }

    /// May take a new stream that nothing ties to it.
    package var isUsable: Bool {
        admin.load(ordering: .relaxed) == 0 && health.load(ordering: .relaxed) == ServerHealth.up.rawValue
            && weight.load(ordering: .relaxed) > 0
    }

    /// Takes one of the server's `maxconn` places; false when all are taken. Any thread.
    package func reserve() -> Bool {
        let limit = maxconn.load(ordering: .relaxed)
        let count = currentStreams.add(1, ordering: .acquiringAndReleasing).newValue
        if limit > 0 && count > Int32(clamping: limit) {
            currentStreams.subtract(1, ordering: .acquiringAndReleasing)
            return false
        }
        currentStreamsMax.raise(to: count)
        return true
    }

    package var hasRoom: Bool {
        let limit = maxconn.load(ordering: .relaxed)
        return limit == 0 || currentStreams.load(ordering: .relaxed) < Int32(clamping: limit)
    }
}

package typealias ServerPointer = UnsafeMutablePointer<ServerState>
