/// What the runtime asks of an operating system. ``LinuxKernel`` is the real one, `SimulatedKernel` plays one from a seed;
/// everything above is generic over this protocol and specialised, so the choice costs nothing.
///
/// Results follow the system calls: counts and descriptors are not negative, errors are negated errno values.
/// EINTR never comes back. All descriptors are non-blocking and close-on-exec.
package protocol Kernel {
    /// Monotonic nanoseconds.
    func now() -> UInt64
    /// Microseconds since 1970, for logs.
    func wallClock() -> Int64

    /// Waits for events. `timeoutMs` < 0 waits for ever. Answers the number of events written.
    func poll(_ events: UnsafeMutablePointer<PollEvent>, capacity: Int, timeoutMs: Int32) -> Int
    /// Edge-triggered, for reading and writing, once for the descriptor's life. `token` comes back in events.
    func watchConnection(_ descriptor: Int32, token: UInt64) -> Int32
    /// Level-triggered and exclusive among loops.
    func watchListener(_ descriptor: Int32, token: UInt64) -> Int32
    func unwatch(_ descriptor: Int32)
    /// Makes the `poll` of the loop that owns `waker` return. Any thread.
    func wake(_ waker: Int32)
    /// A descriptor for `wake`, watched by this kernel's `poll` under `token`.
    func makeWaker(token: UInt64) -> Int32
    /// Takes the wake-up so that the next one is seen.
    func drainWaker(_ waker: Int32)

    /// A connected descriptor, or an error. The peer's address goes to `peer`.
    func accept(_ listener: Int32, peer: UnsafeMutablePointer<PeerAddress>) -> Int32
    /// Starts connecting; 0-or-greater is the descriptor (connected or in progress).
    func connect(_ address: PeerAddress, path: UnsafeRawBufferPointer, options: SocketOptions) -> Int32
    /// The pending error of a connecting descriptor as negated errno, 0 when connected.
    func connectResult(_ descriptor: Int32) -> Int32
    func localAddress(_ descriptor: Int32) -> PeerAddress
    func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
    func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int, more: Bool) -> Int
    func writev(_ descriptor: Int32, _ pieces: UnsafePointer<IOPiece>, _ count: Int, more: Bool) -> Int
    func shutdownWrite(_ descriptor: Int32)
    func close(_ descriptor: Int32)
    /// Close with a reset (SO_LINGER 0).
    func closeWithReset(_ descriptor: Int32)
    func setOptions(_ descriptor: Int32, _ options: SocketOptions)
    /// A datagram socket; `sendDatagram` to `address` or path, never blocking.
    func datagramSocket(family: UInt8) -> Int32
    func sendDatagram(_ descriptor: Int32, to address: PeerAddress, path: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer) -> Int
}

/// One event of ``Kernel/poll(_:capacity:timeoutMs:)``.
package struct PollEvent {
    package var token: UInt64
    package var readable: Bool
    package var writable: Bool
    /// The peer closed its sending side, or the connection is broken.
    package var hangup: Bool
    package init(token: UInt64 = 0, readable: Bool = false, writable: Bool = false, hangup: Bool = false) {
        self.token = token
        self.readable = readable
        self.writable = writable
        self.hangup = hangup
    }
}

/// Laid out as `iovec`.
package struct IOPiece {
    package var base: UnsafeRawPointer?
    package var count: Int
    package init(base: UnsafeRawPointer?, count: Int) {
        self.base = base
        self.count = count
    }
}

package struct SocketOptions: OptionSet {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let noDelay = SocketOptions(rawValue: 1)
    package static let keepAlive = SocketOptions(rawValue: 2)
    package static let lingerZero = SocketOptions(rawValue: 4)
}

/// A peer's or local address in 24 bytes; `family` is 4, 6, 1 (unix) or 0.
package struct PeerAddress: Equatable {
    package var family: UInt8 = 0
    package var port: UInt16 = 0
    /// Network order, first byte first; IPv4 fills the first four bytes of `high`.
    package var high: UInt64 = 0
    package var low: UInt64 = 0
    package init() {}

    /// `a.b.c.d` as bytes in order.
    package init(ipv4 a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, port: UInt16) {
        family = 4
        self.port = port
        high = UInt64(a) | UInt64(b) << 8 | UInt64(c) << 16 | UInt64(d) << 24
    }

    /// The IPv4 address as a network-order word read as host memory.
    package var ipv4Word: UInt32 { UInt32(truncatingIfNeeded: high) }
}
