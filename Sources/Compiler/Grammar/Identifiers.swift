/// A keyword: the number of its row, typed by the table it belongs to.
package protocol KeywordID: RawRepresentable, Equatable, Hashable, Sendable, CustomStringConvertible where RawValue == UInt16 {
    init(rawValue: UInt16)
    /// The table that the keyword belongs to.
    static var table: KeywordTable { get }
}

extension KeywordID {
    /// What grammar/ says about it.
    package var row: KeywordRow { KeywordRow(index: Int(rawValue)) }
    /// The keyword as written in a configuration.
    package var description: String { row.name.string }
}

/// A literal word of a signature; its constants are generated.
package struct WordID: RawRepresentable, Equatable, Hashable, Sendable, CustomStringConvertible {
    package var rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The word's bytes, for ever.
    package var bytes: WordBytes { Grammar.name(WordRows.table.utf8Start + Int(rawValue) &* 6) }
    package var description: String { bytes.string }
}

/// The name of a capture, `time` in `<time:duration>`; its constants are generated.
package struct SlotID: RawRepresentable, Equatable, Hashable, Sendable, CustomStringConvertible {
    package var rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The name as grammar/ has it; empty for the reserved ones.
    package var bytes: WordBytes {
        Int(rawValue) < SlotRows.count
            ? Grammar.name(SlotRows.table.utf8Start + Int(rawValue) &* 6) : WordBytes(base: SlotRows.table.utf8Start, count: 0)
    }
    package var description: String { bytes.string }
    /// What a matched optional literal word is captured under.
    package static var word: SlotID { SlotID(rawValue: 0xFFFF) }
    /// The number at the end of a numbered name: 1 in `track-sc1`.
    package static var nameNumber: SlotID { SlotID(rawValue: 0xFFFE) }
}
