import Plan

/// Substrings, many at once: patterns of at least four bytes are found by their first four in a table of chains, whose members are
/// compared in full; shorter ones are looked for one by one.
struct PatternGrams {
    private static let width = 4
    private static let buckets = 4096

    /// Rows of short patterns in order.
    private var short: UnsafeMutablePointer<Int32>?
    private var shortCount = 0
    /// First row of each bucket's chain, in ascending order; -1: none.
    private var heads: UnsafeMutablePointer<Int32>?
    private var next: UnsafeMutablePointer<Int32>?

    init() {}

    init(_ matcher: PatternMatcher) {
        let shorts = UnsafeMutablePointer<Int32>.allocate(capacity: max(matcher.count, 1))
        let heads = UnsafeMutablePointer<Int32>.allocate(capacity: Self.buckets)
        heads.initialize(repeating: -1, count: Self.buckets)
        let next = UnsafeMutablePointer<Int32>.allocate(capacity: max(matcher.count, 1))
        next.initialize(repeating: -1, count: max(matcher.count, 1))
        for row in stride(from: matcher.count - 1, through: 0, by: -1) {
            let pattern = matcher.bytes(row)
            if pattern.count < Self.width { continue }
            let bucket = Self.bucket(pattern.base, fold: matcher.fold)
            next[row] = heads[bucket]
            heads[bucket] = Int32(truncatingIfNeeded: row)
        }
        for row in 0..<matcher.count where matcher.bytes(row).count < Self.width {
            (shorts + shortCount).initialize(to: Int32(truncatingIfNeeded: row))
            shortCount += 1
        }
        self.short = shorts
        self.heads = heads
        self.next = next
    }

    func free() {
        short?.deallocate()
        heads?.deallocate()
        next?.deallocate()
    }

    @inline(__always) private static func bucket(_ p: UnsafePointer<UInt8>, fold: Bool) -> Int {
        var word = UInt64(UnsafeRawPointer(p).loadUnaligned(as: UInt32.self))
        if fold { word = PatternIndex.folded(word) }
        return Int(truncatingIfNeeded: (word &* 0x9e37_79b9_7f4a_7c15) &>> 52)
    }

    func first(_ text: ByteSlice, _ matcher: PatternMatcher) -> Int {
        guard let short, let heads, let next else { return -1 }
        var best = Int32.max
        var i = 0
        while i < shortCount {
            if PatternText.contains(text, matcher.bytes(Int(short[i])), fold: matcher.fold) {
                best = short[i]
                break
            }
            i &+= 1
        }
        var at = 0
        while at &+ Self.width <= text.count {
            var row = heads[Self.bucket(text.base + at, fold: matcher.fold)]
            while row >= 0, row < best {
                let pattern = matcher.bytes(Int(row))
                if pattern.count <= text.count &- at, PatternBytes.equal(pattern.base, text.base + at, pattern.count, fold: matcher.fold) {
                    best = row
                    break
                }
                row = next[Int(row)]
            }
            at &+= 1
        }
        return best == Int32.max ? -1 : Int(best)
    }
}
