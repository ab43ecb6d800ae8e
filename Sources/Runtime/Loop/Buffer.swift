import Glibc

/// Bytes that wait for a connection: partly received heads, or what a peer did not take yet. Empty buffers hold no memory.
package struct Buffer {
    package private(set) var base: UnsafeMutableRawPointer?
    package private(set) var capacity = 0
    package private(set) var start = 0
    package private(set) var end = 0

    package init() {}

    package var count: Int { end &- start }
    package var isEmpty: Bool { start == end }
    package var bytes: UnsafeRawBufferPointer {
        guard let base else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: base + start, count: count)
    }
    /// Where the next bytes go, and how many fit.
    package var tail: UnsafeMutableRawBufferPointer {
        guard let base else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
        return UnsafeMutableRawBufferPointer(start: base + end, count: capacity &- end)
    }

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        guard let base else { return }
        memcpy(base + end, source, bytes.count)
        end &+= bytes.count
    }

    /// Room for `count` more bytes behind the present ones.
    package mutating func reserve(_ count: Int) {
        if capacity &- end >= count { return }
        if let base, start > 0, capacity &- (end &- start) >= count {
            memmove(base, base + start, end &- start)
            end &-= start
            start = 0
            return
        }
        var wanted = max(capacity, 4096)
        while wanted < (end &- start) &+ count { wanted &*= 2 }
        let fresh = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        if let base {
            memcpy(fresh, base + start, end &- start)
            base.deallocate()
        }
        end &-= start
        start = 0
        base = fresh
        capacity = wanted
    }

    /// `count` bytes were written into ``tail``.
    package mutating func produced(_ count: Int) { end &+= count }

    /// The first `count` bytes are done with. An emptied buffer gives its memory back.
    package mutating func consume(_ count: Int) {
        start &+= count
        if start >= end { free() }
    }

    /// Takes a block of memory for an empty buffer.
    package mutating func adopt(_ block: UnsafeMutableRawPointer, capacity: Int) {
        free()
        base = block
        self.capacity = capacity
    }

    /// Empties the buffer and gives its memory to the caller.
    package mutating func surrender() -> UnsafeMutableRawPointer? {
        let block = base
        base = nil
        capacity = 0
        start = 0
        end = 0
        return block
    }

    package mutating func free() {
        base?.deallocate()
        base = nil
        capacity = 0
        start = 0
        end = 0
    }
}
