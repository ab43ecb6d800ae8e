/// Bytes that somebody else owns: a piece of a receive buffer, of an arena or of the plan's byte pool.
///
/// Valid as long as its owner says; for slices of a message that is the current event. Never stored beyond it.
@frozen package struct ByteSlice {
    package var base: UnsafePointer<UInt8>
    package var count: Int

    @inline(__always) package init(_ base: UnsafePointer<UInt8>, _ count: Int) {
        self.base = base
        self.count = count
    }

    /// The literal's bytes: they live as long as the program.
    @inline(__always) package init(_ literal: StaticString) {
        base = literal.utf8Start
        count = literal.utf8CodeUnitCount
    }

    /// No bytes. The base is valid to point at and not to read.
    @inline(__always) package static var empty: ByteSlice { ByteSlice("") }

    @inline(__always) package var isEmpty: Bool { count == 0 }
    @inline(__always) package var end: UnsafePointer<UInt8> { base + count }
    @inline(__always) package subscript(i: Int) -> UInt8 { base[i] }

    /// The bytes in `from..<to`; both must lie in `0...count`, `from` first.
    @inline(__always) package func slice(_ from: Int, _ to: Int) -> ByteSlice { ByteSlice(base + from, to &- from) }

    package func equals(_ other: ByteSlice) -> Bool {
        guard count == other.count else { return false }
        var i = 0
        while i < count {
            if base[i] != other.base[i] { return false }
            i &+= 1
        }
        return true
    }

    /// Compares ASCII letters without regard to case.
    package func equalsIgnoringCase(_ other: ByteSlice) -> Bool {
        guard count == other.count else { return false }
        var i = 0
        while i < count {
            if asciiLower(base[i]) != asciiLower(other.base[i]) { return false }
            i &+= 1
        }
        return true
    }

    /// `other` must be in lower case.
    @inline(__always) package func equalsLowercase(_ other: StaticString) -> Bool {
        guard count == other.utf8CodeUnitCount else { return false }
        let o = other.utf8Start
        var i = 0
        while i < count {
            if asciiLower(base[i]) != o[i] { return false }
            i &+= 1
        }
        return true
    }

    /// Offset of the first `byte`, or nil.
    package func firstIndex(of byte: UInt8) -> Int? {
        var i = 0
        while i < count {
            if base[i] == byte { return i }
            i &+= 1
        }
        return nil
    }

    /// Without spaces, tabs, CR and LF at both ends.
    package var trimmed: ByteSlice {
        var from = 0
        var to = count
        while from < to, isLinearSpace(base[from]) { from &+= 1 }
        while to > from, isLinearSpace(base[to &- 1]) { to &-= 1 }
        return slice(from, to)
    }

    /// For people, logs of the programs and tests; allocates.
    package var string: String {
        String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
    }
}

@inline(__always) func asciiLower(_ c: UInt8) -> UInt8 {
    (c &- 0x41) < 26 ? c | 0x20 : c
}

/// Space, tab, CR, LF: what may stand around a value before it is trimmed (folded lines leave the last two).
@inline(__always) func isLinearSpace(_ c: UInt8) -> Bool {
    c == 0x20 || c == 0x09 || c == 0x0D || c == 0x0A
}
