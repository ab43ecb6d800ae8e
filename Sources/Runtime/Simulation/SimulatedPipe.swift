import Glibc

/// One direction of a simulated connection: a bounded ring of bytes, then perhaps an end.
struct SimulatedPipe {
    private let base: UnsafeMutablePointer<UInt8>
    let capacity: Int
    private var head = 0
    private(set) var count = 0
    /// The writer ended (FIN): it is read behind the bytes.
    var isEnded = false
    /// Bytes that ever went in and out.
    private(set) var written: UInt64 = 0
    private(set) var taken: UInt64 = 0

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    func free() { base.deallocate() }

    var room: Int { capacity - count }

    /// Appends what fits of `bytes`; answers how much.
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ wanted: Int) -> Int {
        let n = min(wanted, room)
        if n == 0 { return 0 }
        let tail = (head + count) % capacity
        let first = min(n, capacity - tail)
        memcpy(base + tail, bytes, first)
        if first < n { memcpy(base, bytes + first, n - first) }
        count += n
        written &+= UInt64(n)
        return n
    }

    /// Takes up to `wanted` bytes into `target`; answers how many.
    mutating func take(_ target: UnsafeMutablePointer<UInt8>, _ wanted: Int) -> Int {
        let n = min(wanted, count)
        if n == 0 { return 0 }
        let first = min(n, capacity - head)
        memcpy(target, base + head, first)
        if first < n { memcpy(target + first, base, n - first) }
        head = (head + n) % capacity
        count -= n
        taken &+= UInt64(n)
        return n
    }

    /// Loses the last `n` bytes: they were under way when the connection broke.
    mutating func loseTail(_ n: Int) { count -= min(n, count) }

    /// A copy of what waits.
    var waiting: [UInt8] {
        var copy = [UInt8](repeating: 0, count: count)
        for i in 0..<count { copy[i] = base[(head + i) % capacity] }
        return copy
    }
}
