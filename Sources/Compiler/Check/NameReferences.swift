/// Names that something outside of the configuration resolves.
enum NameReferences {
    /// Whether this can be a host's name.
    static func isHostName(_ word: WordBytes) -> Bool {
        if word.count == 0 || word.count > 253 { return false }
        for index in 0..<word.count {
            switch word.base[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: break
            default: return false
            }
        }
        return true
    }
}

extension NameReferences {
    /// Digits and dots alone, which no name is: an IPv4 address in one of its older forms (`127.1`, `0`), or nothing.
    static func isNumeric(_ name: WordBytes) -> Bool {
        for index in 0..<name.count where name.base[index] != 0x2E && (name.base[index] < 0x30 || name.base[index] > 0x39) { return false }
        return name.count > 0
    }

    /// Whether digits and dots are an IPv4 address in one of its older forms: one to four numbers, octal where they begin with 0, the last
    /// one filling what is left of 32 bits (inet_aton).
    static func isOlderIPv4(_ name: WordBytes) -> Bool {
        var parts = 0
        var value: UInt64 = 0
        var digits = 0
        var isOctal = false
        for index in 0..<name.count {
            let byte = name.base[index]
            if byte == 0x2E {
                parts += 1
                if digits == 0 || value > 255 || parts > 3 { return false }
                (value, digits, isOctal) = (0, 0, false)
                continue
            }
            if digits == 0 { isOctal = byte == 0x30 }
            if isOctal, byte > 0x37 { return false }
            value = value * (isOctal ? 8 : 10) + UInt64(byte &- 0x30)
            digits += 1
            if value > 0xFFFF_FFFF { return false }
        }
        return digits > 0 && value <= 0xFFFF_FFFF >> UInt64(8 * parts)
    }

    /// A name that every machine knows.
    static func isLocal(_ name: WordBytes) -> Bool { name.count == 9 && name.string == "localhost" }
}
