/// One cooked word of a line as the engine sees it. It borrows: whoever fills the line keeps the bytes alive while the line is matched.
package struct WordBytes {
    /// The first byte. May point anywhere when `count` is 0.
    package var base: UnsafePointer<UInt8>
    /// The number of bytes.
    package var count: Int

    @inlinable package init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// A copy of the bytes.
    package var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// The bytes from `start` on.
    @inlinable package func dropping(_ start: Int) -> WordBytes { WordBytes(base: base + start, count: count &- start) }

    /// `length` bytes from `start` on.
    @inlinable package func slice(_ start: Int, _ length: Int) -> WordBytes { WordBytes(base: base + start, count: length) }

    /// Position of the first such byte, or nil.
    @inlinable package func first(_ byte: UInt8) -> Int? {
        var index = 0
        while index < count {
            if base[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    @inlinable package func equals(_ other: WordBytes) -> Bool {
        if count != other.count { return false }
        var index = 0
        while index &+ 8 <= count {
            if UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                != UnsafeRawPointer(other.base + index).loadUnaligned(as: UInt64.self)
            {
                return false
            }
            index &+= 8
        }
        while index < count {
            if base[index] != other.base[index] { return false }
            index &+= 1
        }
        return true
    }

    /// For people: invalid UTF-8 is repaired.
    package var string: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }
}

/// The words of a line.
package typealias Words = UnsafeBufferPointer<WordBytes>
