import GrammarFormat

/// Addresses as text. Nothing is resolved.
package enum IPText {
    /// `.ipv4`, `.ipv6`, or `.any` for what can only be a name. Empty and `*` are IPv4's wildcard.
    package static func family(_ text: WordBytes) -> AddressFamily {
        if text.count == 0 || (text.count == 1 && text.base[0] == 0x2A) { return .ipv4 }
        if ipv4(text) != nil { return .ipv4 }
        return ipv6(text) != nil ? .ipv6 : .any
    }

    /// Dotted decimal, four parts without leading zeros beyond three digits, as inet_pton takes it; in host order.
    package static func ipv4(_ text: WordBytes) -> UInt32? {
        if text.count < 7 || text.count > 15 { return nil }
        var result: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var parts = 0
        var index = 0
        while index < text.count {
            let byte = text.base[index]
            if byte &- 0x30 < 10 {
                if digits > 0, part == 0 { return nil }
                part = part &* 10 &+ UInt32(byte &- 0x30)
                digits &+= 1
                if part > 255 || digits > 3 { return nil }
            } else if byte == 0x2E {
                if digits == 0 || parts == 3 { return nil }
                result = result &<< 8 | part
                part = 0
                digits = 0
                parts &+= 1
            } else {
                return nil
            }
            index &+= 1
        }
        return parts == 3 && digits > 0 ? result &<< 8 | part : nil
    }

    /// An IPv4 address in one of its older forms (`127.1`, `0`, `010.0.0.1`): one to four numbers, octal where they begin with 0, the last one
    /// filling what is left of 32 bits. The value in the order of its digits; nil where it is none (inet_aton).
    package static func olderIPv4(_ text: WordBytes) -> UInt32? {
        var parts: UInt64 = 0
        var result: UInt64 = 0
        var value: UInt64 = 0
        var digits = 0
        var isOctal = false
        for index in 0..<text.count {
            let byte = text.base[index]
            if byte == 0x2E {
                if digits == 0 || value > 255 || parts == 3 { return nil }
                result = result << 8 | value
                parts += 1
                (value, digits, isOctal) = (0, 0, false)
                continue
            }
            if digits == 0 { isOctal = byte == 0x30 }
            if byte &- 0x30 >= (isOctal ? 8 : 10) { return nil }
            value = value * (isOctal ? 8 : 10) + UInt64(byte &- 0x30)
            digits += 1
            if value > 0xFFFF_FFFF { return nil }
        }
        let bits = 32 - 8 * parts
        return digits > 0 && value < 1 << bits ? UInt32(result << bits | value) : nil
    }

    /// The sixteen bytes of an IPv6 address as two halves in host order.
    package static func ipv6(_ text: WordBytes) -> (high: UInt64, low: UInt64)? {
        if text.count < 2 || text.count > 45 { return nil }
        var before: (UInt64, UInt64) = (0, 0)
        var groups = 0
        var gap = -1
        var index = 0
        if text.base[0] == 0x3A {
            if text.base[1] != 0x3A { return nil }
            gap = 0
            index = 2
        }
        while index < text.count {
            if groups == 8 { return nil }
            var value: UInt64 = 0
            let start = index
            while index < text.count, let digit = hexDigit(text.base[index]) {
                value = value &<< 4 | digit
                index &+= 1
                if index &- start > 4 { break }
            }
            if index < text.count, text.base[index] == 0x2E {
                guard groups <= 6, let v4 = ipv4(text.dropping(start)) else { return nil }
                shift(&before, UInt64(v4 &>> 16))
                shift(&before, UInt64(v4 & 0xFFFF))
                groups &+= 2
                index = text.count
                break
            }
            if index == start || index &- start > 4 { return nil }
            shift(&before, value)
            groups &+= 1
            if index == text.count { break }
            if text.base[index] != 0x3A { return nil }
            index &+= 1
            if index == text.count { return nil }
            if text.base[index] == 0x3A {
                if gap >= 0 { return nil }
                gap = groups
                index &+= 1
            }
        }
        if gap < 0 { return groups == 8 ? (before.0, before.1) : nil }
        if groups >= 8 { return nil }
        // Groups behind the gap stay at the end, those before it move to the front.
        let missing = 8 &- groups
        let behind = groups &- gap
        return spread(before, behind: behind, missing: missing)
    }

    private static func shift(_ value: inout (UInt64, UInt64), _ group: UInt64) {
        value.0 = value.0 &<< 16 | value.1 &>> 48
        value.1 = value.1 &<< 16 | group
    }

    private static func spread(_ value: (UInt64, UInt64), behind: Int, missing: Int) -> (UInt64, UInt64) {
        var result: (UInt64, UInt64) = (0, 0)
        let total = 8 &- missing
        var group = 0
        while group < total {
            // Group `group` of `value`, counted from the front of what was read.
            let fromEnd = total &- 1 &- group
            let bits = fromEnd < 4 ? value.1 &>> (16 &* UInt64(fromEnd)) : value.0 &>> (16 &* UInt64(fromEnd &- 4))
            let target = group < total &- behind ? 7 &- group : fromEnd
            if target < 4 {
                result.1 |= (bits & 0xFFFF) &<< (16 &* UInt64(target))
            } else {
                result.0 |= (bits & 0xFFFF) &<< (16 &* UInt64(target &- 4))
            }
            group &+= 1
        }
        return result
    }

    private static func hexDigit(_ byte: UInt8) -> UInt64? {
        if byte &- 0x30 < 10 { return UInt64(byte &- 0x30) }
        let lower = byte | 0x20
        return lower &- 0x61 < 6 ? UInt64(lower &- 0x61 &+ 10) : nil
    }
}
