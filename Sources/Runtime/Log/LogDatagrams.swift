/// Datagrams waiting for the end of the event-loop turn, and the sockets they leave by: one for each address family.
struct LogDatagrams {
    private struct Entry {
        var address: PeerAddress
        /// Bytes of a unix socket's path, which follow; then the datagram's.
        var pathCount: Int32
        var count: Int32
    }

    private let memory: UnsafeMutableRawPointer
    private var used = 0
    private var socket4: Int32 = -1
    private var socket6: Int32 = -1
    private var socketUnix: Int32 = -1
    /// Datagrams that the kernel did not take.
    var dropped: UInt64 = 0

    init() { memory = .allocate(byteCount: LogLimits.datagramBytes, alignment: 8) }

    func free<K: Kernel>(_ kernel: K) {
        for socket in [socket4, socket6, socketUnix] where socket >= 0 { kernel.close(socket) }
        memory.deallocate()
    }

    /// Room for a datagram of up to `count` bytes to `address`, or to `path`; sends what waits if there is none. nil if it never fits.
    mutating func room<K: Kernel>(_ address: PeerAddress, _ path: ByteSlice, _ count: Int, _ kernel: K) -> UnsafeMutableRawBufferPointer? {
        let head = MemoryLayout<Entry>.size &+ path.count
        if LogLimits.datagramBytes &- used < head &+ count &+ 8 { flush(kernel) }
        guard LogLimits.datagramBytes >= head &+ count &+ 8 else { return nil }
        memory.storeBytes(of: Entry(address: address, pathCount: Int32(path.count), count: 0), toByteOffset: used, as: Entry.self)
        (memory + used + MemoryLayout<Entry>.size).copyMemory(from: path.base, byteCount: path.count)
        return UnsafeMutableRawBufferPointer(start: memory + used + head, count: LogLimits.datagramBytes &- used &- head)
    }

    /// Takes the `count` bytes written where ``room(_:_:_:_:)`` said.
    mutating func commit(_ count: Int) {
        var entry = memory.load(fromByteOffset: used, as: Entry.self)
        entry.count = Int32(truncatingIfNeeded: count)
        memory.storeBytes(of: entry, toByteOffset: used, as: Entry.self)
        used = (used &+ MemoryLayout<Entry>.size &+ Int(entry.pathCount) &+ count &+ 7) & ~7
    }

    mutating func flush<K: Kernel>(_ kernel: K) {
        var at = 0
        while at < used {
            let entry = memory.load(fromByteOffset: at, as: Entry.self)
            let path = UnsafeRawBufferPointer(start: memory + at + MemoryLayout<Entry>.size, count: Int(entry.pathCount))
            let bytes = UnsafeRawBufferPointer(start: memory + at + MemoryLayout<Entry>.size + path.count, count: Int(entry.count))
            let socket = socket(entry.address.family, kernel)
            if socket < 0 || kernel.sendDatagram(socket, to: entry.address, path: path, bytes) < 0 { dropped &+= 1 }
            at = (at &+ MemoryLayout<Entry>.size &+ path.count &+ bytes.count &+ 7) & ~7
        }
        used = 0
    }

    private mutating func socket<K: Kernel>(_ family: UInt8, _ kernel: K) -> Int32 {
        switch family {
        case 4:
            if socket4 < 0 { socket4 = kernel.datagramSocket(family: 4) }
            return socket4
        case 6:
            if socket6 < 0 { socket6 = kernel.datagramSocket(family: 6) }
            return socket6
        case 1:
            if socketUnix < 0 { socketUnix = kernel.datagramSocket(family: 1) }
            return socketUnix
        default: return -1
        }
    }
}
