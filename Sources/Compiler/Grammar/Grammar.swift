import GrammarFormat

/// The dialect's tables: look-up of words, and what is known about them. All tables are static; nothing here allocates
/// except what builds text for people.
package enum Grammar {
    /// Reads a text offset (four digits) and length (two).
    @inline(__always)
    static func name(_ pointer: UnsafePointer<UInt8>) -> WordBytes {
        WordBytes(base: TextPool.table.utf8Start + Alphabet.read4(pointer), count: Alphabet.read2(pointer + 4))
    }

    /// The node of a word under another node (a table's number, or a word that has words under it), or 0.
    @inline(__always)
    static func node(_ word: WordBytes, under parent: Int) -> Int {
        let index = NodeIndex.table.utf8Start
        let nodes = NodeRows.table.utf8Start
        var slot = WordHash.hash(word.base, word.count, seed: parent) & NodeIndex.mask
        while true {
            let node = Alphabet.read3(index + slot &* 3)
            if node == 0 { return 0 }
            let row = nodes + node &* NodeLayout.width
            if Alphabet.read2(row + NodeLayout.word + 4) == word.count, Alphabet.read3(row + NodeLayout.parent) == parent,
                name(row + NodeLayout.word).equals(word)
            {
                return node
            }
            slot = (slot &+ 1) & NodeIndex.mask
        }
    }

    /// The rows of exactly this word in a table of single words; empty where there is none. Several rows differ in their places.
    package static func rows(_ word: WordBytes, in table: KeywordTable) -> Range<Int> {
        rows(ofNode: node(word, under: Int(table.rawValue)))
    }

    static func rows(ofNode node: Int) -> Range<Int> {
        if node == 0 { return 0..<0 }
        let row = NodeRows.table.utf8Start + node &* NodeLayout.width
        let first = Alphabet.read3(row + NodeLayout.firstRow)
        return first..<(first &+ Int(row[NodeLayout.rowCount] &- Alphabet.zero))
    }

    /// The first row of this word in a table whose place is allowed and that the release knows; else one of another release, or nil. `place`
    /// nil allows all.
    @inline(__always)
    package static func find(
        _ word: WordBytes, in table: KeywordTable, place: Int? = nil, release: Release = .baton
    ) -> KeywordRow? {
        pick(rows(word, in: table), place, release)
    }

    @inline(__always)
    static func pick(_ rows: Range<Int>, _ place: Int?, _ release: Release) -> KeywordRow? {
        let bit = place.map { 1 &<< $0 } ?? -1
        var index = rows.lowerBound
        var other: KeywordRow?
        while index < rows.upperBound {
            let row = KeywordRow(index: index)
            index &+= 1
            if place != nil, row.places & bit == 0 { continue }
            if row.isKnown(in: release) { return row }
            // Of those that it does not know, the one that is still known.
            if other == nil || row.until >= .v3_4 { other = row }
        }
        return other
    }

    /// The word as an ID of its table, or nil.
    package static func find<ID: KeywordID>(_ word: WordBytes, as type: ID.Type, place: Int? = nil) -> ID? {
        find(word, in: ID.table, place: place).map { ID(rawValue: UInt16(truncatingIfNeeded: $0.index)) }
    }

    /// Whether a condition begins at this word.
    @inline(__always)
    package static func beginsCondition(_ word: WordBytes) -> Bool {
        // The two words are short; a longer one is not looked up.
        word.count <= 6 && word.count >= 2 && node(word, under: Int(KeywordTable.conditionWord.rawValue)) != 0
    }
}
