import Plan

extension PatternMatcher {
    /// Builds the run-time form of a pattern set. The plan must outlive it.
    package static func build(_ plan: Plan, _ id: PatternSetID) throws(RuleRefusal) -> PatternMatcher {
        let record = plan.patternSets[id]
        var matcher = PatternMatcher()
        matcher.method = record.method
        matcher.fold = record.flags.contains(.ignoreCase)
        matcher.count = Int(record.patterns.count)
        matcher.patterns = plan.patterns.base + Int(record.patterns.first)
        if let base = plan.pool.baseAddress { matcher.pool = base.assumingMemoryBound(to: UInt8.self) }
        switch record.method {
        case .found: matcher.form = .found
        case .bool: matcher.form = .bool
        case _ where matcher.count == 0: matcher.form = .never
        case .int, .len:
            matcher.form = .ranges
            if matcher.count > 2 * RuleLimits.linearPatterns { matcher.store().pointee.ranges = PatternRanges(matcher) }
        case .ip:
            matcher.form = .networks
            matcher.store().pointee.networks = PatternNetworks(matcher)
        case .reg:
            matcher.form = .regexes
            do {
                matcher.store().pointee.regexes = try PatternRegexes(matcher)
            } catch {
                matcher.free()
                throw error
            }
        case .bin:
            // Bytes have no case.
            matcher.fold = false
            matcher.buildStrings()
        case .str, .beg, .end, .sub, .dir, .dom: matcher.buildStrings()
        }
        return matcher
    }

    /// The storage, allocated when the form turns out to need it: most sets are small and do not.
    private mutating func store() -> UnsafeMutablePointer<Storage> {
        if let storage { return storage }
        let memory = UnsafeMutablePointer<Storage>.allocate(capacity: 1)
        memory.initialize(to: Storage())
        storage = memory
        return memory
    }

    private mutating func buildStrings() {
        if count <= RuleLimits.linearPatterns {
            form = .linear
            return
        }
        let storage = store()
        switch method {
        case .sub:
            form = .substrings
            storage.pointee.grams = PatternGrams(self)
        case .str, .bin:
            form = .exact
            var table = PatternIndex(rows: count)
            for row in 0..<count {
                let pattern = bytes(row)
                table.insert(PatternIndex.whole(pattern.base, pattern.count, fold: fold), row: UInt32(row)) {
                    sameKey(bytes(Int($0)), pattern)
                }
            }
            storage.pointee.index = table
        default:
            form = method == .beg ? .prefixes : method == .end ? .suffixes : .words
            storage.pointee.lengths = PatternLengths(rows: count) { key($0).count }
            var table = PatternIndex(rows: count)
            for row in 0..<count {
                let pattern = key(row)
                if pattern.count == 0 { continue }
                var hash = PatternIndex.start
                for i in 0..<pattern.count {
                    let c = form == .suffixes ? pattern.base[pattern.count - 1 - i] : pattern.base[i]
                    hash = PatternIndex.grow(hash, PatternBytes.fold(c, fold))
                }
                table.insert(PatternIndex.finish(hash), row: UInt32(row)) { sameKey(key(Int($0)), pattern) }
            }
            storage.pointee.index = table
        }
    }

    /// The bytes that the index holds for a row.
    private func key(_ row: Int) -> ByteSlice {
        switch method {
        case .dir: PatternText.stripped(bytes(row), .directory)
        case .dom: PatternText.stripped(bytes(row), .domain)
        default: bytes(row)
        }
    }

    private func sameKey(_ a: ByteSlice, _ b: ByteSlice) -> Bool {
        a.count == b.count && PatternBytes.equal(a.base, b.base, a.count, fold: fold)
    }
}
