/// How numbers stand in a generated table: little-endian digits of six bits, each one printable byte from `0` to `o`.
///
/// This module is `public` throughout: `@inlinable` reaches other modules only for what is public, and reading a table must not cost a call.
///
/// A `StaticString` must be valid UTF-8, so a table cannot hold arbitrary bytes; six-bit digits keep it printable,
/// its diffs readable, and a field costs a load, a subtraction and a shift per digit.
public enum Alphabet {
    /// The byte that stands for the digit 0.
    @inlinable public static var zero: UInt8 { 0x30 }

    /// Reads `digits` digits (at most 11 fit a `UInt64` with two bits lost) at `pointer`.
    @inlinable @inline(__always) public static func read(_ pointer: UnsafePointer<UInt8>, _ digits: Int) -> Int {
        var value = 0
        var index = digits &- 1
        while index >= 0 {
            value = (value &<< 6) | Int(pointer[index] &- zero)
            index &-= 1
        }
        return value
    }

    /// Two digits: 0 ... 4095.
    @inlinable @inline(__always) public static func read2(_ pointer: UnsafePointer<UInt8>) -> Int {
        Int(pointer[0] &- zero) | (Int(pointer[1] &- zero) &<< 6)
    }

    /// Three digits: 0 ... 262143.
    @inlinable @inline(__always) public static func read3(_ pointer: UnsafePointer<UInt8>) -> Int {
        Int(pointer[0] &- zero) | (Int(pointer[1] &- zero) &<< 6) | (Int(pointer[2] &- zero) &<< 12)
    }

    /// Four digits: 0 ... 16777215.
    @inlinable @inline(__always) public static func read4(_ pointer: UnsafePointer<UInt8>) -> Int {
        read2(pointer) | (read2(pointer + 2) &<< 12)
    }

    /// Appends `value` as `digits` digits. Returns false, and appends nothing, where it does not fit.
    public static func append(_ value: Int, _ digits: Int, to bytes: inout [UInt8]) -> Bool {
        if value < 0 || (digits < 10 && value >= 1 << (6 * digits)) { return false }
        var rest = value
        for _ in 0..<digits {
            bytes.append(UInt8(rest & 63) + zero)
            rest >>= 6
        }
        return true
    }
}
