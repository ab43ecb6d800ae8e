import GrammarFormat

extension ValueReader {
    /// A decimal integer with an optional sign, within the type's bounds. Lenient types end it at the first character that is no digit.
    static func integer(_ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        var index = 0
        var negative = false
        if bytes.count > 0, bytes.base[0] == 0x2D || bytes.base[0] == 0x2B {
            negative = bytes.base[0] == 0x2D
            index = 1
        }
        let isLenient = type.flags & TypeFlag.lenient != 0
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        if index >= bytes.count, !isLenient { return ReadProblem(kind: .notNumber, count: bytes.count) }
        var value = 0
        let first = index
        while index < bytes.count, isDigit(bytes.base[index]) {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int(bytes.base[index] &- 0x30))
            if tooLarge || overflow { return ReadProblem(kind: .overflow, count: bytes.count) }
            value = sum
            index &+= 1
        }
        // Leniently read, a word without digits is 0, where that is within the bounds.
        if index == first, !isLenient || type.minimum > 0 || type.maximum < 0 {
            return ReadProblem(kind: .notNumber, count: bytes.count)
        }
        if index < bytes.count, !isLenient { return ReadProblem(kind: .badCharacter, start: index, count: bytes.count &- index) }
        if negative { value = 0 &- value }
        capture.value = UInt64(bitPattern: Int64(value))
        if value < type.minimum { return ReadProblem(kind: .tooSmall, count: bytes.count) }
        if value > type.maximum { return ReadProblem(kind: .tooLarge, count: bytes.count) }
        return .none
    }

    /// A time, manual 2.5: digits and one of us, ms, s, m, h, d. The result is in the type's unit (milliseconds, or what its flags
    /// say), rounded up, below 2^31. Digits wrap at 64 bits and what follows the unit is let pass, as in the reference.
    static func duration(_ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        if !isDigit(bytes.base[0]) { return ReadProblem(kind: .notNumber, count: bytes.count) }
        var value: UInt64 = 0
        var index = 0
        while index < bytes.count, isDigit(bytes.base[index]) {
            value = value &* 10 &+ UInt64(bytes.base[index] &- 0x30)
            index &+= 1
        }
        let flags = type.flags
        // How many of the result's units a second has.
        let perSecond: UInt64 = flags & TypeFlag.seconds != 0 ? 1 : flags & TypeFlag.microseconds != 0 ? 1_000_000 : 1_000
        var multiplier: UInt64 = 1
        var divisor: UInt64 = 1
        if index < bytes.count {
            let unit = bytes.base[index]
            let next = index &+ 1 < bytes.count ? bytes.base[index &+ 1] : 0
            switch unit {
            case 0x73: multiplier = perSecond
            case 0x75 where next == 0x73: (multiplier, divisor) = reduce(perSecond, 1_000_000)
            case 0x6D where next == 0x73: (multiplier, divisor) = reduce(perSecond, 1_000)
            case 0x6D: multiplier = 60 &* perSecond
            case 0x68: multiplier = 3_600 &* perSecond
            case 0x64: multiplier = 86_400 &* perSecond
            default: return ReadProblem(kind: .badUnit, start: index, count: bytes.count &- index)
            }
        }
        let result = (value &* multiplier &+ (divisor &- 1)) / divisor
        if result >= 0x8000_0000 { return ReadProblem(kind: .overflow, count: bytes.count) }
        if result == 0, value != 0 { return ReadProblem(kind: .underflow, count: bytes.count) }
        capture.value = result
        if Int(result) < type.minimum { return ReadProblem(kind: .tooSmall, count: bytes.count) }
        if Int(result) > type.maximum { return ReadProblem(kind: .tooLarge, count: bytes.count) }
        return .none
    }

    private static func reduce(_ multiplier: UInt64, _ divisor: UInt64) -> (UInt64, UInt64) {
        multiplier % divisor == 0 ? (multiplier / divisor, 1) : (1, divisor / multiplier)
    }

    /// A size, manual 2.6: digits and one of k, m, g (for sizes of 64 bits also t, p), in bytes. Bounded by the type's maximum.
    static func size(_ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        if !isDigit(bytes.base[0]) { return ReadProblem(kind: .notNumber, count: bytes.count) }
        let limit = UInt64(type.maximum)
        var value: UInt64 = 0
        var index = 0
        while index < bytes.count, isDigit(bytes.base[index]) {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(UInt64(bytes.base[index] &- 0x30))
            if tooLarge || overflow || sum > limit { return ReadProblem(kind: .overflow, count: bytes.count) }
            value = sum
            index &+= 1
        }
        if index < bytes.count {
            let shift: UInt64
            switch bytes.base[index] | 0x20 {
            case 0x6B: shift = 10
            case 0x6D: shift = 20
            case 0x67: shift = 30
            case 0x74 where limit > 0xFFFF_FFFF: shift = 40
            case 0x70 where limit > 0xFFFF_FFFF: shift = 50
            default: return ReadProblem(kind: .badUnit, start: index, count: bytes.count &- index)
            }
            if index &+ 1 < bytes.count { return ReadProblem(kind: .badUnit, start: index, count: bytes.count &- index) }
            if value > limit &>> shift { return ReadProblem(kind: .overflow, count: bytes.count) }
            value &<<= shift
        }
        capture.value = value
        if value < UInt64(max(type.minimum, 0)) { return ReadProblem(kind: .tooSmall, count: bytes.count) }
        return .none
    }

    /// A number, or a percentage behind it: `aux` is 1 where it ends in `%`.
    static func percent(_ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count > 0, bytes.base[bytes.count &- 1] == 0x25 {
            capture.aux = 1
            return integer(type, bytes.slice(0, bytes.count &- 1), &capture)
        }
        return integer(type, bytes, &capture)
    }

    /// An octal file mode.
    static func fileMode(_ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var value: UInt64 = 0
        var index = 0
        while index < bytes.count {
            let digit = bytes.base[index] &- 0x30
            if digit >= 8 { return ReadProblem(kind: .badCharacter, start: index, count: 1) }
            value = value &* 8 &+ UInt64(digit)
            if value > 0o7777 { return ReadProblem(kind: .tooLarge, count: bytes.count) }
            index &+= 1
        }
        capture.value = value
        return .none
    }

    /// Hexadecimal digits, an even number of them.
    static func hex(_ bytes: WordBytes) -> ReadProblem {
        var index = 0
        while index < bytes.count {
            let byte = bytes.base[index]
            if !isDigit(byte), (byte | 0x20) &- 0x61 >= 6 { return ReadProblem(kind: .badCharacter, start: index, count: 1) }
            index &+= 1
        }
        return bytes.count & 1 == 0 ? .none : ReadProblem(kind: .oddHex, count: bytes.count)
    }

    /// Status codes and ranges of them, separated by commas: `200,204,300-399`.
    static func statusList(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        while true {
            let start = index
            var low = 0
            var high = 0
            if !status(bytes, &index, &low) { return ReadProblem(kind: .notNumber, start: start, count: max(1, index &- start)) }
            high = low
            if index < bytes.count, bytes.base[index] == 0x2D {
                index &+= 1
                if !status(bytes, &index, &high) { return ReadProblem(kind: .notNumber, start: start, count: max(1, index &- start)) }
            }
            if low > high || low < 100 || high > 999 { return ReadProblem(kind: .badRange, start: start, count: index &- start) }
            if index == bytes.count { return .none }
            if bytes.base[index] != 0x2C { return ReadProblem(kind: .badCharacter, start: index, count: 1) }
            index &+= 1
        }
    }

    private static func status(_ bytes: WordBytes, _ index: inout Int, _ value: inout Int) -> Bool {
        let start = index
        while index < bytes.count, isDigit(bytes.base[index]), index &- start < 4 {
            value = value &* 10 &+ Int(bytes.base[index] &- 0x30)
            index &+= 1
        }
        return index > start
    }
}
