/// IP addresses as text, both ways, as inet_ntop and inet_pton have them.
enum AddressText {
    /// Bytes that writing an address may need.
    static let room = 46

    /// `word`: network order read as host memory.
    static func writeIPv4(_ word: UInt32, to p: UnsafeMutablePointer<UInt8>) -> Int {
        var n = 0
        var shift: UInt32 = 0
        while shift < 32 {
            if shift > 0 {
                p[n] = 0x2E
                n &+= 1
            }
            n &+= NumberText.writeDecimal(unsigned: UInt64((word &>> shift) & 0xFF), to: p + n)
            shift &+= 8
        }
        return n
    }

    /// The words hold the address's bytes as memory.
    static func writeIPv6(_ word0: UInt64, _ word1: UInt64, to p: UnsafeMutablePointer<UInt8>) -> Int {
        @inline(__always) func group(_ i: Int) -> UInt16 {
            let word = i < 4 ? word0 : word1
            return UInt16(truncatingIfNeeded: word &>> UInt64((i & 3) &* 16)).byteSwapped
        }
        // The longest run of at least two zero groups, the first of equals.
        var bestStart = -1
        var bestLength = 1
        var i = 0
        while i < 8 {
            if group(i) != 0 {
                i &+= 1
                continue
            }
            var end = i
            while end < 8, group(end) == 0 { end &+= 1 }
            if end &- i > bestLength {
                bestStart = i
                bestLength = end &- i
            }
            i = end
        }
        var n = 0
        i = 0
        while i < 8 {
            if i == bestStart {
                p[n] = 0x3A
                p[n &+ 1] = 0x3A
                n &+= 2
                i &+= bestLength
                continue
            }
            if i > 0, p[n &- 1] != 0x3A {
                p[n] = 0x3A
                n &+= 1
            }
            // inet_ntop writes the last 32 bits of mapped and compatible addresses as IPv4.
            if i == 6, bestStart == 0, bestLength == 6 || (bestLength == 5 && group(5) == 0xFFFF) {
                n &+= writeIPv4(UInt32(truncatingIfNeeded: word1 &>> 32), to: p + n)
                return n
            }
            let value = group(i)
            var shift: UInt16 = 12
            while shift > 0, value &>> shift == 0 { shift &-= 4 }
            while true {
                let digit = UInt8(truncatingIfNeeded: value &>> shift) & 15
                p[n] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
                n &+= 1
                if shift == 0 { break }
                shift &-= 4
            }
            i &+= 1
        }
        return n
    }

    /// Four decimal numbers up to 255, and nothing else.
    static func parseIPv4(_ text: ByteSlice) -> UInt32? {
        var word: UInt32 = 0
        var part = 0
        var i = 0
        while part < 4 {
            var value = 0
            var digits = 0
            while i < text.count, text.base[i] &- 0x30 <= 9 {
                value = value &* 10 &+ Int(text.base[i] &- 0x30)
                digits &+= 1
                i &+= 1
                if digits > 3 { return nil }
            }
            if digits == 0 || value > 255 { return nil }
            word |= UInt32(value) &<< UInt32(part &* 8)
            part &+= 1
            if part < 4 {
                guard i < text.count, text.base[i] == 0x2E else { return nil }
                i &+= 1
            }
        }
        return i == text.count ? word : nil
    }

    /// RFC 4291 section 2.2, without zone.
    static func parseIPv6(_ text: ByteSlice) -> (UInt64, UInt64)? {
        var groups = InlineArray<8, UInt16>(repeating: 0)
        var n = 0
        var gap = -1
        var i = 0
        if text.count >= 2, text.base[0] == 0x3A {
            if text.base[1] != 0x3A { return nil }
        } else if text.count < 2 {
            return nil
        }
        while i < text.count {
            if text.base[i] == 0x3A {
                // Only a double colon begins here: single ones are taken with the group before them.
                guard gap < 0, i &+ 1 < text.count, text.base[i &+ 1] == 0x3A else { return nil }
                gap = n
                i &+= 2
                continue
            }
            if n == 8 { return nil }
            var value: UInt16 = 0
            var end = i
            while end < text.count, end &- i < 4, let digit = NumberText.hexValue(text.base[end]) {
                value = value &<< 4 | UInt16(digit)
                end &+= 1
            }
            if end < text.count, text.base[end] == 0x2E {
                guard n <= 6, let word = parseIPv4(text.slice(i, text.count)) else { return nil }
                groups[n] = UInt16(truncatingIfNeeded: word).byteSwapped
                groups[n &+ 1] = UInt16(truncatingIfNeeded: word &>> 16).byteSwapped
                n &+= 2
                i = text.count
                break
            }
            if end == i { return nil }
            groups[n] = value
            n &+= 1
            i = end
            if i == text.count { break }
            guard text.base[i] == 0x3A else { return nil }
            if i &+ 1 < text.count, text.base[i &+ 1] == 0x3A { continue }
            i &+= 1
            if i == text.count { return nil }
        }
        if gap < 0, n != 8 { return nil }
        if gap >= 0, n == 8 { return nil }
        var words = (UInt64(0), UInt64(0))
        var g = 0
        while g < n {
            let place = gap >= 0 && g >= gap ? 8 &- n &+ g : g
            let bits = UInt64(groups[g].byteSwapped) &<< UInt64((place & 3) &* 16)
            if place < 4 { words.0 |= bits } else { words.1 |= bits }
            g &+= 1
        }
        return words
    }

    /// `::ffff:a.b.c.d`
    @inline(__always) static func mapped(_ word: UInt32) -> (UInt64, UInt64) { (0, UInt64(word) &<< 32 | 0xFFFF_0000) }

    /// The IPv4 address inside an IPv6 one: mapped, compatible or 6to4 (manual section 7.1.6).
    @inline(__always) static func embedded(_ word0: UInt64, _ word1: UInt64) -> UInt32? {
        let middle = UInt32(truncatingIfNeeded: word1)
        if word0 == 0, middle == 0 || middle == 0xFFFF_0000 { return UInt32(truncatingIfNeeded: word1 &>> 32) }
        // Bytes 20 02, read as memory.
        if UInt16(truncatingIfNeeded: word0) == 0x0220 { return UInt32(truncatingIfNeeded: word0 &>> 16) }
        return nil
    }
}
