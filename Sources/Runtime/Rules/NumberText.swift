/// Writing numbers as text, without allocation.
enum NumberText {
    /// Bytes that ``writeDecimal(_:to:)`` may need.
    static let decimalRoom = 20

    /// Writes `value` in decimal at `p`; the number of bytes.
    @inline(__always) static func writeDecimal(_ value: Int64, to p: UnsafeMutablePointer<UInt8>) -> Int {
        if value < 0 {
            p[0] = 0x2D
            return 1 &+ writeDecimal(unsigned: value.magnitude, to: p + 1)
        }
        return writeDecimal(unsigned: UInt64(value), to: p)
    }

    @inline(__always) static func writeDecimal(unsigned value: UInt64, to p: UnsafeMutablePointer<UInt8>) -> Int {
        if value < 10 {
            p[0] = 0x30 &+ UInt8(truncatingIfNeeded: value)
            return 1
        }
        var digits = 1
        var bound: UInt64 = 10
        while value >= bound {
            digits &+= 1
            if digits == 20 { break }
            bound = bound &* 10
        }
        var rest = value
        var at = digits
        while at > 0 {
            at &-= 1
            p[at] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return digits
    }

    /// Writes exactly `digits` digits, with zeros in front.
    @inline(__always) static func writePadded(_ value: Int, digits: Int, to p: UnsafeMutablePointer<UInt8>) {
        var rest = UInt(truncatingIfNeeded: value)
        var at = digits
        while at > 0 {
            at &-= 1
            p[at] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// The upper-case hexadecimal digit of the low four bits.
    @inline(__always) static func hexDigit(_ value: UInt8) -> UInt8 {
        let v = value & 15
        return v < 10 ? 0x30 &+ v : 0x37 &+ v
    }

    /// Writes at least `digits` upper-case hexadecimal digits; the number of bytes, at most 16.
    static func writeHex(_ value: UInt64, minimum digits: Int, to p: UnsafeMutablePointer<UInt8>) -> Int {
        let needed = max(digits, (64 &- value.leadingZeroBitCount &+ 3) / 4)
        var at = needed
        var rest = value
        while at > 0 {
            at &-= 1
            p[at] = hexDigit(UInt8(truncatingIfNeeded: rest))
            rest >>= 4
        }
        return needed
    }

    /// The value of a hexadecimal digit, or nil.
    @inline(__always) static func hexValue(_ c: UInt8) -> UInt8? {
        switch c {
        case 0x30...0x39: c &- 0x30
        case 0x41...0x46: c &- 0x37
        case 0x61...0x66: c &- 0x57
        default: nil
        }
    }

    /// The integer that `bytes` begin with, as HAProxy reads one: an optional sign, digits, and whatever follows is ignored.
    /// 0 if there is no digit; capped at the ends of the range.
    static func readInteger(_ bytes: ByteSlice) -> Int64 {
        var i = 0
        var negative = false
        if bytes.count > 0, bytes.base[0] == 0x2D || bytes.base[0] == 0x2B {
            negative = bytes.base[0] == 0x2D
            i = 1
        }
        var value: Int64 = 0
        while i < bytes.count {
            let digit = bytes.base[i] &- 0x30
            if digit > 9 { break }
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let d = Int64(digit)
            let (sum, over2) = negative ? product.subtractingReportingOverflow(d) : product.addingReportingOverflow(d)
            if over || over2 { return negative ? Int64.min : Int64.max }
            value = sum
            i &+= 1
        }
        return value
    }
}
