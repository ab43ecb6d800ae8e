/// The hashes that converters offer. Their values are part of the dialect: servers are chosen by them.
enum SampleHash {
    /// With the argument 1 the result is mixed once more.
    static func avalanche(_ hash: UInt32, _ argument: Int64) -> UInt32 {
        if argument == 0 { return hash }
        var a = hash
        a = (a &+ 0x7ed5_5d16) &+ (a &<< 12)
        a = (a ^ 0xc761_c23c) ^ (a &>> 19)
        a = (a &+ 0x1656_67b1) &+ (a &<< 5)
        a = (a &+ 0xd3a2_646c) ^ (a &<< 9)
        a = (a &+ 0xfd70_46c5) &+ (a &<< 3)
        a = (a ^ 0xb55a_4f09) ^ (a &>> 16)
        // A full-width multiplication spreads the bits over the whole range.
        return a &* 3221225473
    }

    static func crc32(_ bytes: ByteSlice) -> UInt32 {
        var hash = UInt32.max
        var i = 0
        while i < bytes.count {
            hash ^= UInt32(bytes.base[i])
            var bit = 0
            while bit < 8 {
                hash = (hash &>> 1) ^ (hash & 1 != 0 ? 0xedb8_8320 : 0)
                bit &+= 1
            }
            i &+= 1
        }
        return ~hash
    }

    static func djb2(_ bytes: ByteSlice) -> UInt32 {
        var hash: UInt32 = 5381
        var i = 0
        while i < bytes.count {
            hash = (hash &<< 5) &+ hash &+ UInt32(bytes.base[i])
            i &+= 1
        }
        return hash
    }

    static func wt6(_ bytes: ByteSlice) -> UInt32 {
        var h0: UInt32 = 0xa53c_965a
        var h1: UInt32 = 0x5ca6_953a
        var step0: UInt32 = 6
        var step1: UInt32 = 18
        var i = 0
        while i < bytes.count {
            let byte = UInt32(bytes.base[i])
            h0 = ~(h0 ^ byte)
            h1 = ~(h1 &+ byte)
            let turned = (h1 &<< step0) | (h1 &>> (32 &- step0))
            h1 = (h0 &<< step1) | (h0 &>> (32 &- step1))
            h0 = turned
            let mixed = ((h0 &>> 16) ^ h1) & 0xffff
            step0 = mixed & 0x1F
            step1 = mixed &>> 11
            i &+= 1
        }
        return h0 ^ h1
    }

    static func xxh32(_ bytes: ByteSlice, seed: UInt32) -> UInt32 {
        let p1: UInt32 = 0x9E37_79B1
        let p2: UInt32 = 0x85EB_CA77
        let p3: UInt32 = 0xC2B2_AE3D
        let p4: UInt32 = 0x27D4_EB2F
        let p5: UInt32 = 0x1656_67B1
        func rotate(_ x: UInt32, _ k: UInt32) -> UInt32 { (x &<< k) | (x &>> (32 &- k)) }
        let p = UnsafeRawPointer(bytes.base)
        func word(_ at: Int) -> UInt32 { p.loadUnaligned(fromByteOffset: at, as: UInt32.self) }
        var at = 0
        var hash: UInt32
        if bytes.count >= 16 {
            var (a, b, c, d) = (seed &+ p1 &+ p2, seed &+ p2, seed, seed &- p1)
            while at &+ 16 <= bytes.count {
                a = rotate(a &+ word(at) &* p2, 13) &* p1
                b = rotate(b &+ word(at &+ 4) &* p2, 13) &* p1
                c = rotate(c &+ word(at &+ 8) &* p2, 13) &* p1
                d = rotate(d &+ word(at &+ 12) &* p2, 13) &* p1
                at &+= 16
            }
            hash = rotate(a, 1) &+ rotate(b, 7)
            hash = hash &+ rotate(c, 12) &+ rotate(d, 18)
        } else {
            hash = seed &+ p5
        }
        hash = hash &+ UInt32(truncatingIfNeeded: bytes.count)
        while at &+ 4 <= bytes.count {
            hash = rotate(hash &+ word(at) &* p3, 17) &* p4
            at &+= 4
        }
        while at < bytes.count {
            hash = rotate(hash &+ UInt32(bytes.base[at]) &* p5, 11) &* p1
            at &+= 1
        }
        hash = (hash ^ (hash &>> 15)) &* p2
        hash = (hash ^ (hash &>> 13)) &* p3
        return hash ^ (hash &>> 16)
    }
}
