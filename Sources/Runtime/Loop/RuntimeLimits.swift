/// The bounds of the runtime, each with its reason. HTTP's own stand in ``HTTPLimits``.
package enum RuntimeLimits {
    /// Events taken from the kernel in one turn: enough to amortise the call, few enough that timers stay exact.
    package static let eventsPerTurn = 256
    /// Connections accepted per listener and turn, so that one loop does not take a whole burst while another sleeps.
    package static let acceptsPerTurn = 16
    /// Bytes of the buffer that one loop receives into: the most that one read can give.
    package static let receiveBytes = 128 * 1024
    /// Reads of one connection per turn before others get theirs.
    package static let readsPerTurn = 4
    /// What rules and heads may write during one event.
    package static let arenaBytes = 256 * 1024
    /// Pieces of one vectored write; the rest is another write.
    package static let pieces = 64
    /// Room for one read behind bytes that were kept: a head or trailer section is small, a body's chunk goes on in the loop's buffer.
    package static let keptReadBytes = 16384
    /// Pieces up to this size are copied behind a head rather than sent as a vector.
    package static let copiedPieceBytes = 4096
    /// Size of the blocks that a loop keeps for requests which may have to be sent again, and how many: the least that a ``Buffer`` takes.
    package static let spareBlockBytes = 4096
    package static let spareBlocks = 256
    /// Connections of one loop: slots are 32 bits, and this many cost 600 MB.
    package static let connectionsPerLoop = 1 << 20
    /// How long accepting pauses when descriptors or memory run out, or maxconn is reached, before it is tried again.
    package static let acceptPauseNs: UInt64 = 20_000_000
    /// Pipelined bytes kept for a client whose exchange is not over; beyond that they stay in the socket.
    package static let pipelinedBytes = 16 * 1024
    /// How long a refused client may go on sending before its connection is closed hard (a close with unread input is a reset, which
    /// can destroy the answer under way).
    package static let lingerNs: UInt64 = 1_000_000_000
    /// Before the same server is tried again after a failed connection (HAProxy's turn-around).
    package static let retryPauseNs: UInt64 = 1_000_000_000
    /// After a socket left the plan: handshakes under way when it did are still accepted for this long.
    package static let listenerDrainNs: UInt64 = 200_000_000
    /// Generations that may be alive at once; at the cap `prepare` refuses and names their holders.
    package static let generations = 512
    /// Checks of one loop that may be in flight at once.
    package static let checksInFlight = 512
    /// Bytes of a check's answer that are looked at (HAProxy: one buffer).
    package static let checkAnswerBytes = 16 * 1024
}
