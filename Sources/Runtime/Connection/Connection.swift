import Plan

/// One connected descriptor, of a client or to a server. In a loop's slab; only that loop touches it.
package struct Connection: SlabElement {
    package var handle = Handle.none
    package var isLive = false

    package enum Side: UInt8 {
        case client
        case server
    }

    package enum Phase: UInt8 {
        /// Client: between requests, nothing received.
        case waitingRequest
        /// Client: part of a head received.
        case readingRequest
        /// A stream uses it.
        case exchanging
        /// Server: not connected yet.
        case connecting
        /// Server: in the pool.
        case idle
        /// Client: the last bytes go out, then it is closed; input is thrown away.
        case closing
        /// Descriptor closed; the slot is freed at the end of the turn.
        case closed
    }

    package var side = Side.client
    package var phase = Phase.waitingRequest
    package var descriptor: Int32 = -1
    /// The last read did not empty the socket, or an event said that there is more.
    package var readable = false
    /// The last write was taken whole.
    package var writable = false
    /// The peer's end or an error was announced: reading gives the details.
    package var hangup = false
    /// read() gave 0.
    package var endOfInput = false
    package var outputShut = false
    package var shutAfterOutput = false
    package var broken = false
    package var isInReadyList = false
    /// Received and not used yet.
    package var input = Buffer()
    /// To be sent when the socket takes it.
    package var output = Buffer()
    package var timer = TimerNode()
    package var stream = Handle.none
    package var peer = PeerAddress()

    // Client side.
    package var listener: ListenerPointer?
    /// How it was set up; compared with the serving generation's at the next request (fresh-connection rule).
    package var setup = ObjectDigest(high: 0, low: 0)
    package var frontend: ProxyPointer?
    /// Counted when a new connection would now be set up differently, or its address is gone: the next request is still served as
    /// before, and is the last (fresh-connection rule). Nil: the loop's generation serves it.
    package var pinned: GenerationPointer?
    package var local = PeerAddress()
    package var acceptedAt: UInt64 = 0
    package var acceptedWall: Int64 = 0
    package var requestStartedAt: UInt64 = 0
    package var requestCount: UInt32 = 0
    /// How far an incomplete head was looked at.
    package var scanner = HeadScanner()

    // Server side.
    package var server: ServerPointer?
    /// Of all that shapes the connection: only streams that want the same may reuse it.
    package var shape: UInt64 = 0
    package var connectStartedAt: UInt64 = 0
    package var isReused = false
    package var nextIdle: UnsafeMutablePointer<Connection>?
    package var previousIdle: UnsafeMutablePointer<Connection>?

    package init() {}
}

package typealias ConnectionPointer = UnsafeMutablePointer<Connection>
