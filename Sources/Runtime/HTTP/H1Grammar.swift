/// What bytes may stand where in HTTP/1 (RFC 9110 section 5.6.2, RFC 9112), as HAProxy reads it.
enum H1Grammar {
    /// For each byte its lower case if it is a token character (RFC 9110 `tchar`), else 0.
    ///
    /// A literal costs nothing at start-up and its address is a constant; a global array would be initialised lazily, with a check
    /// at each use.
    @inline(__always) static var tokenLower: UnsafePointer<UInt8> {
        let table: StaticString = """
            \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
            \0!\0#$%&'\0\0*+\0-.\0\
            0123456789\0\0\0\0\0\0\
            \0abcdefghijklmno\
            pqrstuvwxyz\0\0\0^_\
            `abcdefghijklmno\
            pqrstuvwxyz\0|\0~\0\
            \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
            \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
            \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
            \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0
            """
        return table.utf8Start
    }

    /// Printable ASCII without space and `#`: what a request target is made of. HAProxy refuses the fragment and non-ASCII bytes
    /// unless `option accept-unsafe-violations-in-http-request` is set.
    @inline(__always) static func isTarget(_ c: UInt8) -> Bool { c &- 0x21 <= 0x5D && c != 0x23 }

    @inline(__always) static func isSpaceOrTab(_ c: UInt8) -> Bool { c == 0x20 || c == 0x09 }

    @inline(__always) static func isDigit(_ c: UInt8) -> Bool { c &- 0x30 < 10 }

    @inline(__always) static func isAlpha(_ c: UInt8) -> Bool { (c | 0x20) &- 0x61 < 26 }

    /// 0 to 15, or nil.
    @inline(__always) static func hexValue(_ c: UInt8) -> UInt8? {
        if c &- 0x30 < 10 { return c &- 0x30 }
        let l = (c | 0x20) &- 0x61
        return l < 6 ? l &+ 10 : nil
    }

    /// Moves `p` to the first byte below 0x0E (NUL, tab, LF, CR and rare controls) or to `end`. Eight bytes at a time.
    @inline(__always) static func skipValueBytes(_ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>) {
        while end - p >= 8 {
            let x = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self).littleEndian
            let low = (x &- 0x0E0E_0E0E_0E0E_0E0E) & ~x & 0x8080_8080_8080_8080
            if low != 0 {
                p += low.trailingZeroBitCount &>> 3
                return
            }
            p += 8
        }
        while p < end, p[0] >= 0x0E { p += 1 }
    }

    /// Moves `p` over bytes that are certainly part of a target (0x24 to 0x7E); the rest is for ``isTarget(_:)``.
    @inline(__always) static func skipTargetBytes(_ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>) {
        while end - p >= 8 {
            let x = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)
            let outside = ((x &- 0x2424_2424_2424_2424) | (x &+ 0x0101_0101_0101_0101) | x) & 0x8080_8080_8080_8080
            if outside != 0 { return }
            p += 8
        }
    }
}
