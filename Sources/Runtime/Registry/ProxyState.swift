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
    package let queueLengthMax = Atomic<Int32>(0)
    package let queue = Mutex<StreamQueue>(StreamQueue())

    package let frontendConnections = Atomic<Int32>(0)
    package let frontendConnectionsMax = Atomic<Int32>(0)
    package let frontendConnectionsTotal = Atomic<UInt64>(0)
    package let frontendRequests = Atomic<UInt64>(0)
    package let backendStreams = Atomic<Int32>(0)
    package let backendStreamsMax = Atomic<Int32>(0)
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

extension Atomic where Value == Int32 {
    /// Keeps the largest value of a counter. Where it is not exceeded, which is nearly always, this is one load. Any thread.
    @inline(__always)
    package func raise(to value: Int32) { if value > load(ordering: .relaxed) { self.max(value, ordering: .relaxed) } }
}

package typealias ProxyPointer = UnsafeMutablePointer<ProxyState>

/// Streams that wait until a server of a backend has room, first come first served. Streams of several generations may wait together:
/// each is served by a server that its own plan has.
package struct StreamQueue: ~Copyable {
    /// Crosses threads under the queue's lock only.
    package struct Entry: @unchecked Sendable {
        package let loop: UInt32
        package let stream: Handle
        /// Servers of the stream's plan, which the stream pins for as long as the entry is here.
        package let servers: SlotMap

        package init(loop: UInt32, stream: Handle, servers: SlotMap) {
            self.loop = loop
            self.stream = stream
            self.servers = servers
        }
    }
    private var entries: [Entry] = []
    private var head = 0

    package init() {}

    package mutating func append(_ entry: Entry) { entries.append(entry) }

    /// The first stream whose plan has the server of this registry slot; nearly always the first of all.
    package mutating func popFirst(for slot: UInt32) -> Entry? {
        var i = head
        while i < entries.count && entries[i].servers[slot] == UInt32.max { i += 1 }
        guard i < entries.count else { return nil }
        let entry = entries[i]
        if i > head {
            entries.remove(at: i)
        } else {
            head += 1
        }
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
