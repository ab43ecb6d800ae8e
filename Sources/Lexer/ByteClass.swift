/// What a byte can mean to the scanner: one look-up per byte.
///
/// The table is a literal, so that it lies in read-only memory and needs no initialisation; a test derives it again from its
/// definition. Blanks are those of C's `isspace`, as in the reference.
package enum ByteClass {
    /// Ends a run of plain bytes outside of quotes. Bytes that are no ASCII text stop too, to be looked at.
    package static let stopsPlain: UInt8 = 1
    package static let stopsWeak: UInt8 = 2
    package static let stopsStrong: UInt8 = 4
    package static let blank: UInt8 = 8
    /// Letters, digits and `_`.
    package static let name: UInt8 = 16
    package static let hex: UInt8 = 32
    /// Letters and `_`.
    package static let nameStart: UInt8 = 64

    @inline(__always) static var table: UnsafePointer<UInt8> { literal.utf8Start }

    @inline(__always) package static func has(_ byte: UInt8, _ flag: UInt8) -> Bool { table[Int(byte)] & flag != 0 }

    /// 256 classes, one byte each; row r holds bytes 16r to 16r+15.
    @inline(__always) private static var literal: StaticString {
        """
        \u{7}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{9}\u{f}\u{9}\u{9}\u{f}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{9}\u{0}\u{3}\u{1}\u{3}\u{0}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\
        \u{30}\u{30}\u{30}\u{30}\u{30}\u{30}\u{30}\u{30}\u{30}\u{30}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\
        \u{0}\u{70}\u{70}\u{70}\u{70}\u{70}\u{70}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\
        \u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{0}\u{3}\u{0}\u{0}\u{50}\
        \u{0}\u{70}\u{70}\u{70}\u{70}\u{70}\u{70}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\
        \u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{50}\u{0}\u{0}\u{0}\u{0}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\
        \u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}
        """
    }
}

/// The first line feed at or after `p`. There is one: every source ends in a guard of line feeds.
func findLineFeed(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while true {
        // Eight bytes at once: the guard is 16 bytes long and the loop ends at its first, so this reads at most 7 into it.
        let x = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self) ^ (ones &* 0x0A)
        let hit = (x &- ones) & ~x & highs
        if hit != 0 { return p + UInt64(littleEndian: hit).trailingZeroBitCount / 8 }
        p += 8
    }
}
