import GrammarFormat

extension Grammar {
    /// The words of a table, in a place, that are nearest to what was written: those within a third of its length (at most
    /// `GrammarLimits.suggestionDistance`), nearest first, ties in the order of the table. For findings only: it looks at every row.
    package static func suggestions(
        for word: WordBytes, in table: KeywordTable, place: Int? = nil, release: Release = .baton, limit: Int = 3
    ) -> [String] {
        var candidates: [WordBytes] = []
        var last: WordBytes?
        for index in table.rows {
            let row = KeywordRow(index: index)
            if let place, row.places != 0, row.places & (1 &<< place) == 0 { continue }
            if !row.isKnown(in: release) { continue }
            if let last, last.equals(row.name) { continue }
            last = row.name
            candidates.append(row.name)
        }
        return nearest(word, candidates, limit)
    }

    /// What a directive that was not found in a section may have meant: the whole name, nearest first.
    package static func suggestions(
        for lookup: DirectiveLookup, _ words: Words, in section: SectionID, release: Release = .baton, limit: Int = 3
    ) -> [String] {
        // The words that are known so far, plus the one that is not.
        let known = lookup.outcome == .unknown ? lookup.end - lookup.first : 0
        var result: [String] = []
        for take in stride(from: min(known + 1, words.count - lookup.first), through: 1, by: -1) {
            var bytes: [UInt8] = []
            for index in lookup.first..<(lookup.first + take) {
                if index > lookup.first { bytes.append(0x20) }
                bytes += UnsafeBufferPointer(start: words[index].base, count: words[index].count)
            }
            let found = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map {
                    suggestions(
                        for: WordBytes(base: $0, count: buffer.count), in: .directive, place: Int(section.rawValue), release: release,
                        limit: limit)
                } ?? []
            }
            for name in found where !result.contains(name) && result.count < limit { result.append(name) }
        }
        return result
    }

    /// The nearest of some words.
    package static func nearest(_ word: WordBytes, _ candidates: [WordBytes], _ limit: Int = 3) -> [String] {
        let bound = min(GrammarLimits.suggestionDistance, max(1, word.count / 3))
        var scored: [(distance: Int, order: Int, name: WordBytes)] = []
        for (order, candidate) in candidates.enumerated() {
            let distance = distance(word, candidate, bound: bound)
            if distance <= bound { scored.append((distance, order, candidate)) }
        }
        scored.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
        return scored.prefix(limit).map { $0.name.string }
    }

    /// Edit distance (insert, delete, replace, swap of neighbours), letter case free of charge; anything above `bound` is `bound + 1`.
    package static func distance(_ a: WordBytes, _ b: WordBytes, bound: Int) -> Int {
        if abs(a.count - b.count) > bound { return bound + 1 }
        if a.count > GrammarLimits.suggestionLength || b.count > GrammarLimits.suggestionLength { return bound + 1 }
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in 0..<a.count {
            row[0] = i + 1
            var least = row[0]
            for j in 0..<b.count {
                let same = lower(a.base[i]) == lower(b.base[j])
                var best = min(last[j] + (same ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, lower(a.base[i]) == lower(b.base[j - 1]), lower(a.base[i - 1]) == lower(b.base[j]) {
                    best = min(best, before[j - 1] + 1)
                }
                row[j + 1] = best
                least = min(least, best)
            }
            if least > bound { return bound + 1 }
            (before, last, row) = (last, row, before)
        }
        return min(last[b.count], bound + 1)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension Grammar {
    /// Places of a keyword's table in which some row of this name stands, as names: `frontend`, `listen`.
    package static func places(of row: KeywordRow, in table: KeywordTable) -> [String] {
        var mask = 0
        for other in table.rows where KeywordRow(index: other).name.equals(row.name) { mask |= KeywordRow(index: other).places }
        return placeNames(mask, in: table)
    }

    /// The names of a mask of places.
    package static func placeNames(_ mask: Int, in table: KeywordTable) -> [String] {
        let all: [StaticString] =
            switch table {
            case .directive: SectionID.allCases.map(\.text)
            case .action: RuleSetID.allCases.map(\.text)
            case .serverOption: ServerPlaceID.allCases.map(\.text)
            case .bindOption: BindPlaceID.allCases.map(\.text)
            default: []
            }
        return all.enumerated().filter { mask & (1 << $0.offset) != 0 }.map { "\($0.element)" }
    }
}
