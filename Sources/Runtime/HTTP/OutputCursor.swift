/// Writes bytes one after the other without looking at the room: whoever makes one has made sure of it (``H1Writer/bound(_:)``).
struct Cursor {
    var p: UnsafeMutablePointer<UInt8>

    @inline(__always) mutating func put(_ byte: UInt8) {
        p[0] = byte
        p += 1
    }

    @inline(__always) mutating func put(_ bytes: ByteSlice) {
        p.update(from: bytes.base, count: bytes.count)
        p += bytes.count
    }

    @inline(__always) mutating func putLineEnd() {
        p[0] = 0x0D
        p[1] = 0x0A
        p += 2
    }

    /// Later versions than 1.1 are written as 1.1: that is what the proxy speaks.
    @inline(__always) mutating func putVersion(_ version: HTTPVersion) {
        if version.isAtLeast11 {
            put(ByteSlice("HTTP/1.1"))
        } else {
            put(ByteSlice("HTTP/"))
            put(version.major &+ 0x30)
            put(0x2E)
            put(version.minor &+ 0x30)
        }
    }

    /// `name: value CRLF`, the name in lower case.
    @inline(__always) mutating func putLine(_ f: HeaderField) {
        putName(f)
        put(f.valueBytes)
        putLineEnd()
    }

    @inline(__always) mutating func putName(_ f: HeaderField) {
        let n = Int(f.nameLength)
        if f.flags.contains(.edited) {
            var i = 0
            while i < n {
                p[i] = asciiLower(f.name[i])
                i &+= 1
            }
        } else {
            p.update(from: f.name, count: n)
        }
        p[n] = 0x3A
        p[n &+ 1] = 0x20
        p += n &+ 2
    }

    /// The line with what `filter` leaves of its value; nothing if that is empty.
    @inline(__always) mutating func putFiltered(_ f: HeaderField, _ filter: (ByteSlice, UnsafeMutablePointer<UInt8>) -> Int) {
        let start = p
        putName(f)
        let n = filter(f.valueBytes, p)
        if n == 0 {
            p = start
        } else {
            p += n
            putLineEnd()
        }
    }

    mutating func putDecimal(_ value: UInt64, atLeast minimum: Int = 1) {
        var n = value
        var digits = 1
        while n >= 10 {
            n /= 10
            digits &+= 1
        }
        digits = max(digits, minimum)
        n = value
        var i = digits
        while i > 0 {
            i &-= 1
            p[i] = UInt8(truncatingIfNeeded: n % 10) &+ 0x30
            n /= 10
        }
        p += digits
    }

    /// Upper case, as HAProxy writes chunk sizes.
    mutating func putHex(_ value: UInt64) {
        var shift = value == 0 ? 0 : (63 &- value.leadingZeroBitCount) & ~3
        while shift >= 0 {
            let d = UInt8(truncatingIfNeeded: value &>> UInt64(shift)) & 15
            put(d < 10 ? d &+ 0x30 : d &+ 0x37)
            shift &-= 4
        }
    }
}
