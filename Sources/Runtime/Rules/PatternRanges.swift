import Plan

/// Many inclusive ranges of integers, as disjoint segments that know their lowest row.
struct PatternRanges {
    private var starts: UnsafeMutablePointer<Int64>?
    private var rows: UnsafeMutablePointer<Int32>?
    private var count = 0

    init() {}

    init(_ matcher: PatternMatcher) {
        // A sweep over the ends of all ranges; what covers a segment is kept in a heap of rows with lazy removal.
        var cuts: [Int64] = [Int64.min]
        for row in 0..<matcher.count {
            let pattern = matcher.patterns[row]
            if pattern.low > pattern.high { continue }
            cuts.append(pattern.low)
            if pattern.high < Int64.max { cuts.append(pattern.high &+ 1) }
        }
        cuts.sort()
        var distinct: [Int64] = []
        for cut in cuts where distinct.last != cut { distinct.append(cut) }
        var lowest = [Int32](repeating: -1, count: distinct.count)
        // Rows in order: each takes the segments that no lower row has. `next` skips over taken segments.
        var next = Array(0...distinct.count)
        func find(_ i: Int) -> Int {
            var root = i
            while next[root] != root { root = next[root] }
            var at = i
            while next[at] != root { (next[at], at) = (root, next[at]) }
            return root
        }
        for row in 0..<matcher.count {
            let pattern = matcher.patterns[row]
            if pattern.low > pattern.high { continue }
            var i = find(Self.segment(distinct, pattern.low))
            while i < distinct.count, distinct[i] <= pattern.high {
                lowest[i] = Int32(truncatingIfNeeded: row)
                next[i] = i &+ 1
                i = find(i)
            }
        }
        count = distinct.count
        let a = UnsafeMutablePointer<Int64>.allocate(capacity: count)
        a.initialize(from: distinct, count: count)
        starts = a
        let b = UnsafeMutablePointer<Int32>.allocate(capacity: count)
        b.initialize(from: lowest, count: count)
        rows = b
    }

    private static func segment(_ starts: [Int64], _ value: Int64) -> Int {
        var low = 0
        var high = starts.count
        while high &- low > 1 {
            let middle = (low &+ high) / 2
            if starts[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    func free() {
        starts?.deallocate()
        rows?.deallocate()
    }

    var isBuilt: Bool { starts != nil }

    func first(_ value: Int64) -> Int {
        guard let starts, let rows else { return -1 }
        var low = 0
        var high = count
        while high &- low > 1 {
            let middle = (low &+ high) / 2
            if starts[middle] <= value { low = middle } else { high = middle }
        }
        return Int(rows[low])
    }
}
