/// Whole lines waiting for one descriptor. Bounded; what does not fit is dropped and counted.
struct LogStream {
    let descriptor: Int32
    private let memory: UnsafeMutablePointer<UInt8>
    private var sent = 0
    private var used = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
        memory = .allocate(capacity: LogLimits.streamBytes)
    }

    func free() { memory.deallocate() }

    var isEmpty: Bool { sent == used }

    /// Room for a line of up to `count` bytes, or nil. Lines that a full buffer still holds are tried first.
    mutating func room<K: Kernel>(_ count: Int, _ kernel: K) -> UnsafeMutableRawBufferPointer? {
        if LogLimits.streamBytes &- used < count {
            flush(kernel)
            if sent > 0 {
                memory.update(from: memory + sent, count: used &- sent)
                used &-= sent
                sent = 0
            }
            if LogLimits.streamBytes &- used < count { return nil }
        }
        return UnsafeMutableRawBufferPointer(start: memory + used, count: LogLimits.streamBytes &- used)
    }

    mutating func commit(_ count: Int) { used &+= count }

    /// Writes lines until all are gone or the descriptor takes no more.
    mutating func flush<K: Kernel>(_ kernel: K) {
        while sent < used {
            let n = kernel.write(descriptor, memory + sent, piece(), more: false)
            if n <= 0 { break }
            sent &+= n
        }
        if sent == used {
            sent = 0
            used = 0
        }
    }

    /// As many whole lines as one write takes, or the beginning of a longer one.
    private func piece() -> Int {
        let left = used &- sent
        if left <= LogLimits.writeBytes { return left }
        var n = LogLimits.writeBytes
        while n > 0, memory[sent &+ n &- 1] != 0x0A { n &-= 1 }
        if n > 0 { return n }
        n = LogLimits.writeBytes
        while n < left, memory[sent &+ n &- 1] != 0x0A { n &+= 1 }
        return n
    }
}
