/// The hash under which the generator files a word and the reader looks it up.
public enum WordHash {
    /// Looks at the length and at most 24 bytes (first, middle and last eight), which tell every keyword from every other; what
    /// collides costs a comparison. `seed` is the node that the word hangs under, so one index serves all tables.
    @inlinable @inline(__always) public static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, seed: Int) -> Int {
        let raw = UnsafeRawPointer(bytes)
        var a: UInt64
        var b: UInt64 = 0
        if count >= 8 {
            a = raw.loadUnaligned(as: UInt64.self)
            b = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            if count > 16 {
                a ^= raw.loadUnaligned(fromByteOffset: (count &>> 1) &- 4, as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
            }
        } else if count >= 4 {
            a = UInt64(raw.loadUnaligned(as: UInt32.self))
            b = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        } else if count > 0 {
            a = UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) &<< 8 | UInt64(bytes[count &- 1]) &<< 16
        } else {
            a = 0
        }
        var h = (a ^ (UInt64(truncatingIfNeeded: seed) &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
        h ^= h &>> 32
        h = (h ^ b ^ UInt64(truncatingIfNeeded: count) &<< 56) &* 0xFF51_AFD7_ED55_8CCD
        h ^= h &>> 29
        return Int(truncatingIfNeeded: h &>> 8) & 0xFFFF_FFFF
    }
}
