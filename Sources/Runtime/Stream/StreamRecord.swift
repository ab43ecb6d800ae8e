import Plan

/// Everything about one stream that rules can fetch and logs can print. A plain value inside the stream; only its loop touches it.
package struct StreamRecord {
    package var frontend: ProxyID = .none
    package var backend: ProxyID = .none
    package var listener: ListenerID = .none
    package var client = PeerAddress()
    /// The address that the client connected to.
    package var local = PeerAddress()
    package var serverAddress = PeerAddress()
    /// Our end of the connection to the server.
    package var source = PeerAddress()
    package var server: ServerPointer?

    /// Monotonic nanoseconds; 0 where it did not happen.
    package var acceptedAt: UInt64 = 0
    /// First byte of the request.
    package var requestStartedAt: UInt64 = 0
    /// End of the request's headers.
    package var requestAt: UInt64 = 0
    /// A server was assigned (the queue is left).
    package var assignedAt: UInt64 = 0
    package var connectedAt: UInt64 = 0
    /// End of the response's headers.
    package var responseAt: UInt64 = 0
    package var endedAt: UInt64 = 0
    /// Microseconds since 1970 of ``acceptedAt`` and ``requestStartedAt``.
    package var acceptedWall: Int64 = 0
    package var requestWall: Int64 = 0

    package var bytesIn: UInt64 = 0
    package var bytesOut: UInt64 = 0
    package var status: UInt16 = 0
    /// Termination state, manual section 8.5: who and when; `-` is 0x2D.
    package var terminationCause: UInt8 = 0x2D
    package var terminationPhase: UInt8 = 0x2D
    package var retries: UInt8 = 0
    package var redispatched = false
    /// 0 to 7, 8 silent; 255 the format's own.
    package var logLevel: UInt8 = 255
    package var isFirstRequest = true
    /// Number of requests served by this process before.
    package var requestNumber: UInt64 = 0
    /// Request line and method as they were when logging needs them after the head is gone; owned by the stream.
    package var requestLine = UnsafeRawBufferPointer(start: nil, count: 0)
    package var methodLength: UInt16 = 0
    /// Connection counters when the log line is made (manual section 8.2.3).
    package var actconn: Int32 = 0
    package var feconn: Int32 = 0
    package var beconn: Int32 = 0
    package var srvconn: Int32 = 0
    package var srvQueue: Int32 = 0
    package var backendQueue: Int32 = 0
    package init() {}
}
