import Plan

/// The distinct lengths of a set's patterns in ascending order: where a growing hash is looked up.
struct PatternLengths {
    private var lengths: UnsafeMutablePointer<Int>?
    private var count = 0
    /// The lowest row whose pattern is empty, which matches every text; -1 for none.
    private var emptyRow = -1

    init() {}

    /// `length` answers a row's length in the index; rows of length 0 are kept apart.
    init(rows: Int, _ length: (Int) -> Int) {
        var seen: [Int] = []
        for row in 0..<rows {
            let n = length(row)
            if n == 0 {
                if emptyRow < 0 { emptyRow = row }
            } else {
                seen.append(n)
            }
        }
        seen.sort()
        var distinct: [Int] = []
        for n in seen where distinct.last != n { distinct.append(n) }
        count = distinct.count
        let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(count, 1))
        memory.initialize(from: distinct, count: count)
        lengths = memory
    }

    func free() { lengths?.deallocate() }

    @inline(__always) private static func lower(_ a: Int, _ b: Int) -> Int { b >= 0 && (a < 0 || b < a) ? b : a }

    /// The lowest row whose pattern begins the text.
    func firstPrefix(_ text: ByteSlice, _ matcher: PatternMatcher) -> Int {
        guard let lengths, let index = matcher.index else { return emptyRow }
        var best = emptyRow
        var hash = PatternIndex.start
        var done = 0
        var l = 0
        while l < count {
            let n = lengths[l]
            if n > text.count { break }
            while done < n {
                hash = PatternIndex.grow(hash, PatternBytes.fold(text.base[done], matcher.fold))
                done &+= 1
            }
            let row = index.find(PatternIndex.finish(hash)) { row in
                let pattern = matcher.bytes(Int(row))
                return pattern.count == n && PatternBytes.equal(pattern.base, text.base, n, fold: matcher.fold)
            }
            if let row { best = Self.lower(best, Int(row)) }
            l &+= 1
        }
        return best
    }

    /// The lowest row whose pattern ends the text.
    func firstSuffix(_ text: ByteSlice, _ matcher: PatternMatcher) -> Int {
        guard let lengths, let index = matcher.index else { return emptyRow }
        var best = emptyRow
        var hash = PatternIndex.start
        var done = 0
        var l = 0
        while l < count {
            let n = lengths[l]
            if n > text.count { break }
            while done < n {
                done &+= 1
                hash = PatternIndex.grow(hash, PatternBytes.fold(text.base[text.count &- done], matcher.fold))
            }
            let row = index.find(PatternIndex.finish(hash)) { row in
                let pattern = matcher.bytes(Int(row))
                return pattern.count == n && PatternBytes.equal(pattern.base, text.end - n, n, fold: matcher.fold)
            }
            if let row { best = Self.lower(best, Int(row)) }
            l &+= 1
        }
        return best
    }

    /// The lowest row whose stripped pattern stands between delimiters. From every beginning of a word the hash grows over the words
    /// that follow, as far as the longest pattern goes.
    func firstWord(_ text: ByteSlice, _ matcher: PatternMatcher) -> Int {
        guard let lengths, let index = matcher.index, count > 0 else { return -1 }
        let delimiters: PatternText.Delimiters = matcher.method == .dir ? .directory : .domain
        let longest = lengths[count &- 1]
        var best = -1
        var start = 0
        var atStart = true
        while start < text.count {
            if delimiters.contains(text.base[start]) {
                atStart = true
            } else if atStart {
                atStart = false
                var hash = PatternIndex.start
                var i = start
                while i < text.count, i &- start < longest {
                    hash = PatternIndex.grow(hash, PatternBytes.fold(text.base[i], matcher.fold))
                    i &+= 1
                    guard i == text.count || delimiters.contains(text.base[i]) else { continue }
                    let n = i &- start
                    let row = index.find(PatternIndex.finish(hash)) { row in
                        let pattern = PatternText.stripped(matcher.bytes(Int(row)), delimiters)
                        return pattern.count == n && PatternBytes.equal(pattern.base, text.base + start, n, fold: matcher.fold)
                    }
                    if let row { best = Self.lower(best, Int(row)) }
                }
            }
            start &+= 1
        }
        return best
    }
}
