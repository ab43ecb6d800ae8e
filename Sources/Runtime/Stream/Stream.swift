import Plan

/// One exchange: an HTTP request with its response, or a TCP session. It holds the generation it started on until it ends.
package struct Stream: SlabElement {
    package var handle = Handle.none
    package var isLive = false

    package enum State: UInt8 {
        /// Rules run or have run; no server yet.
        case routing
        /// Waiting for a server with room.
        case queued
        /// Waiting before the same server is tried again.
        case pausing
        case connecting
        /// HTTP: the request is (being) sent, no final response head yet.
        case waitingResponse
        /// HTTP: the response's body is forwarded.
        case responding
        /// TCP, or HTTP after 101 or CONNECT: bytes both ways.
        case tunnel
        case ended
    }

    package var state = State.routing
    package var isHTTP = false
    package var generation: GenerationPointer!
    package var client: ConnectionPointer!
    package var server: ConnectionPointer?
    /// Holds one of its server's `maxconn` places.
    package var holdsPlace = false
    package var countedInBackend = false
    package var record = StreamRecord()
    package var requestBody = BodyState()
    package var responseBody = BodyState()
    package var request = RequestSummary(method: .other, version: .http11, flags: [])
    /// The client's connection ends with this exchange.
    package var closeClient = false
    /// The connection to the server cannot be used again.
    package var closeServer = false
    package var hadResponseByte = false
    package var responseHeadSent = false
    /// Head (and body so far) as sent, kept while it may have to be sent again.
    package var replay = Buffer()
    /// More was sent than ``replay`` keeps: the request cannot be sent again.
    package var replayLost = false
    package var triesLeft: UInt8 = 0
    package var lastFailed: ServerPointer?
    package var clientTimeoutNs: UInt64 = UInt64.max
    package var serverTimeoutNs: UInt64 = UInt64.max
    /// Owned copy for the log.
    package var requestLine: UnsafeMutableRawBufferPointer?

    package init() {}
}

package typealias StreamPointer = UnsafeMutablePointer<Stream>

/// Where forwarding of one message's body stands.
package struct BodyState {
    package var framing = BodyFraming.none
    package var remaining: UInt64 = 0
    package var decoder = ChunkedDecoder(ofResponse: false)
    package var done = true
    /// Written to the other side in chunks.
    package var chunkedOut = false
    package init() {}
}
