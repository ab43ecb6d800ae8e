import Glibc

/// A growable run of bytes with a start that moves as bytes are consumed.
///
/// Owned by one connection, which calls `free()` when it closes: a class would cost reference counting on every request.
package struct Buffer {
    package private(set) var base: UnsafeMutablePointer<UInt8>
    package private(set) var start = 0
    package private(set) var end = 0
    package private(set) var capacity: Int

    package init(capacity: Int) {
        self.capacity = capacity
        base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    }

    package func free() {
        base.deallocate()
    }

    package var count: Int { end - start }
    package var isEmpty: Bool { end == start }
    /// The first byte not yet consumed; valid until the next call that appends or reserves.
    package var head: UnsafeMutablePointer<UInt8> { base + start }
    /// Where the next byte goes; `room` bytes may be written there, then `wrote(_:)` called.
    package var tail: UnsafeMutablePointer<UInt8> { base + end }
    package var room: Int { capacity - end }

    package mutating func wrote(_ bytes: Int) {
        end += bytes
    }

    package mutating func consume(_ bytes: Int) {
        start += bytes
        if start == end {
            start = 0
            end = 0
        }
    }

    package mutating func removeAll() {
        start = 0
        end = 0
    }

    /// Makes room for `bytes` more, by moving what is there to the front or into a larger allocation.
    package mutating func reserve(_ bytes: Int) {
        if room >= bytes { return }
        if start > 0 {
            memmove(base, base + start, count)
            end -= start
            start = 0
            if room >= bytes { return }
        }
        var wanted = capacity
        while wanted - end < bytes { wanted *= 2 }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        memcpy(larger, base, end)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    package mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        memcpy(base + end, bytes, length)
        end += length
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { append(first, source.count) }
        }
    }

    package mutating func append(_ text: StaticString) {
        append(text.utf8Start, text.utf8CodeUnitCount)
    }

    package mutating func append(decimal value: Int) {
        reserve(20)
        var digits = 1
        var power = 10
        while digits < 19, value >= power {
            digits += 1
            if digits < 19 { power *= 10 }
        }
        var rest = value
        var place = end + digits - 1
        while place >= end {
            base[place] = UInt8(48 + rest % 10)
            rest /= 10
            place -= 1
        }
        end += digits
    }

    package mutating func append(hex value: Int) {
        append(Array(String(value, radix: 16).utf8))
    }
}
