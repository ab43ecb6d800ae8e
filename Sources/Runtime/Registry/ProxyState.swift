import Plan
import Synchronization

/// Run-time state of one proxy, kept under its stable key across plans. Never moved.
package struct ProxyState: ~Copyable {
    package let slot: UInt32
    package let key: UnsafeRawBufferPointer
    package let name: UnsafeRawBufferPointer

    /// Grows whenever a server of this proxy may have become usable or unusable or changed weight: loops then rebuild what they
    /// derived from the servers.
    package let serversVersion = Atomic<UInt64>(1)
    /// Position of the balancing algorithm, shared by all loops and generations.
    package let balancePosition = Atomic<UInt64>(0)
    /// Streams of all generations in this proxy's queue (no server had room).
    package let queueLength = Atomic<Int32>(0)
    package let queue = Mutex<StreamQueue>(StreamQueue())

    package let frontendConnections = Atomic<Int32>(0)
    package let frontendConnectionsTotal = Atomic<UInt64>(0)
    package let frontendRequests = Atomic<UInt64>(0)
    package let backendStreams = Atomic<Int32>(0)
    package let backendStreamsTotal = Atomic<UInt64>(0)
    package let bytesIn = Atomic<UInt64>(0)
    package let bytesOut = Atomic<UInt64>(0)
    package let deniedRequests = Atomic<UInt64>(0)
    package let deniedResponses = Atomic<UInt64>(0)
    package let requestErrors = Atomic<UInt64>(0)
    package let connectErrors = Atomic<UInt64>(0)
    package let responseErrors = Atomic<UInt64>(0)
    package let retries = Atomic<UInt64>(0)
    package let redispatches = Atomic<UInt64>(0)
    package let responses1xx = Atomic<UInt64>(0)
    package let responses2xx = Atomic<UInt64>(0)
    package let responses3xx = Atomic<UInt64>(0)
    package let responses4xx = Atomic<UInt64>(0)
    package let responses5xx = Atomic<UInt64>(0)
    package let responsesOther = Atomic<UInt64>(0)

    package init(slot: UInt32, key: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) {
        self.slot = slot
        self.key = key
        self.name = name
    }
}

package typealias ProxyPointer = UnsafeMutablePointer<ProxyState>

/// Streams that wait until any server of a backend has room, first come first served.
package struct StreamQueue {
    package struct Entry {
        package var loop: UInt32
        package var stream: Handle
        package init(loop: UInt32, stream: Handle) {
            self.loop = loop
            self.stream = stream
        }
    }
    package init() {}
    private var entries: [Entry] = []
    private var head = 0

    package mutating func append(_ entry: Entry) { entries.append(entry) }

    package mutating func popFirst() -> Entry? {
        guard head < entries.count else { return nil }
        let entry = entries[head]
        head += 1
        if head == entries.count {
            entries.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 1024 && head * 2 > entries.count {
            entries.removeFirst(head)
            head = 0
        }
        return entry
    }

    /// A stream that gave up leaves. Linear, and rare.
    package mutating func remove(_ entry: Entry) -> Bool {
        guard
            let i = entries[head...].firstIndex(where: { $0.loop == entry.loop && $0.stream == entry.stream })
        else { return false }
        entries.remove(at: i)
        return true
    }
}
