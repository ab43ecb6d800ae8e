/// Draws of the run's one generator.
extension Xoshiro256 {
    /// 0 ..< `count`.
    package mutating func below(_ count: Int) -> Int { count <= 1 ? 0 : Int(truncatingIfNeeded: next() % UInt64(count)) }

    package mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.upperBound - range.lowerBound + 1) }

    package mutating func within(_ range: ClosedRange<UInt64>) -> UInt64 {
        range.lowerBound &+ next() % (range.upperBound &- range.lowerBound &+ 1)
    }

    /// True once in `count` draws on average.
    package mutating func once(in count: Int) -> Bool { below(count) == 0 }

    package mutating func percent(_ share: Int) -> Bool { below(100) < share }

    /// Mostly small, sometimes up to `limit`: lengths of bodies, of pieces.
    package mutating func skewed(_ limit: Int) -> Int {
        let bits = Int.bitWidth - max(limit, 1).leadingZeroBitCount
        return min(limit, below(1 << within(0...max(bits, 1))))
    }
}
