import Glibc

/// `memcmp`.
@inline(__always)
func memcmpBytes(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Int32 { memcmp(a, b, count) }

/// Lexicographic order of bytes: negative, zero or positive.
@inline(__always)
func compareBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let common = min(a.count, b.count)
    if common > 0, let left = a.baseAddress, let right = b.baseAddress {
        let order = memcmp(left, right, common)
        if order != 0 { return Int(order) }
    }
    return a.count &- b.count
}

extension Text {
    /// The bytes of this text in `pool`; empty for none.
    @inline(__always)
    func bytes(in pool: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        if length == 0 { return UnsafeRawBufferPointer(start: pool.baseAddress, count: 0) }
        return UnsafeRawBufferPointer(rebasing: pool[Int(offset)..<Int(offset) &+ Int(length)])
    }
}
