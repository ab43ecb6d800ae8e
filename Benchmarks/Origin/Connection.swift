import BenchSupport

/// One connection; lives in a slot of the loop's table, at the index of its descriptor.
struct Connection {
    enum Phase {
        /// Waiting for, or reading, a head.
        case head
        /// Reading a body, which is kept when `keepsBody`.
        case body
        /// Sending the rest of a pattern body: `remaining` bytes from `offset`.
        case pattern
        /// The same in chunks.
        case chunks
        /// Waiting for a timer, then `slowAnswer`.
        case slow
        /// A chunk every interval until the client leaves.
        case stream
        /// Whatever comes in goes out.
        case echo
        /// Nothing more is sent; discards input until the peer's end.
        case linger
        /// `/fault/hang`.
        case hang
    }

    var fd: Int32
    /// Differs between the connections that used the same descriptor, so that a late event or timer is seen to be stale.
    var generation: UInt32
    var input = Buffer(capacity: Bounds.inputBytes)
    var output = Buffer(capacity: Bounds.outputBytes)
    var phase: Phase
    var isReadable = false
    var isWritable = true
    var peerEnded = false
    var keepsAlive = true
    var isHead = false
    var body = Body(.none)
    /// For `/echo`: the answer's body as it grows, head first.
    var kept: [UInt8] = []
    var keepsBody = false
    var remaining = 0
    var offset = 0
    var streamIntervalNs = Bounds.streamIntervalNs
    /// Close as soon as the output is sent.
    var closesWhenSent = false
    /// And with a reset, for `/fault/reset`.
    var closesWithReset = false

    var token: UInt64 { UInt64(generation) << 32 | UInt64(UInt32(bitPattern: fd)) }
}
