/// What a terminal shows for the bytes of a configuration, which may hold anything.
package enum Characters {
    /// Bytes of the character at `position`: those of one well-formed UTF-8 sequence, else 1.
    package static func length(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
        scalar(bytes, at: position).length
    }

    /// The scalar at `position` and its length; no scalar and 1 where the bytes are not UTF-8.
    package static func scalar(_ bytes: UnsafeRawBufferPointer, at position: Int) -> (scalar: Unicode.Scalar?, length: Int) {
        let first = bytes[position]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let count: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (count, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (count, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (count, value) = (4, UInt32(first & 0x07))
        default: return (nil, 1)
        }
        if position &+ count > bytes.count { return (nil, 1) }
        for index in 1..<count {
            let next = bytes[position &+ index]
            if next & 0xC0 != 0x80 { return (nil, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, count)
    }

    /// What stands for one character on a terminal, and how many cells it takes. Control characters, bytes that are not UTF-8 and
    /// what would turn the direction of the text come out as escapes, a tab as four spaces.
    package static func shown(_ scalar: Unicode.Scalar?, byte: UInt8) -> (text: String, width: Int) {
        guard let scalar else { return ("\\x" + hex(byte), 4) }
        let value = scalar.value
        if value == 9 { return ("    ", 4) }
        if value < 0x20 || value == 0x7F { return ("\\x" + hex(byte), 4) }
        if value < 0x7F { return (String(scalar), 1) }
        switch value {
        case 0x80...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            let escape = "\\u{" + String(value, radix: 16, uppercase: true) + "}"
            return (escape, escape.utf8.count)
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: return (String(scalar), 0)
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return (String(scalar), 2)
        default: return (String(scalar), 1)
        }
    }

    /// `bytes` for a message, cut at a length that still fits a line.
    package static func printable(_ bytes: UnsafeRawBufferPointer) -> String {
        var result = ""
        var position = 0
        while position < bytes.count {
            if position >= ReportLimits.quotedText { return result + "..." }
            let (scalar, length) = scalar(bytes, at: position)
            if let scalar, scalar.value == 9 {
                result.unicodeScalars.append(" ")
            } else {
                result += shown(scalar, byte: bytes[position]).text
            }
            position &+= length
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }
}
