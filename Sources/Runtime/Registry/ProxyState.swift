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
