import GrammarFormat

/// How a directive stands in its line.
package enum DirectiveForm: UInt8, Sendable {
    case plain
    /// Behind `no`.
    case no
    /// Behind `default`.
    case standard
}

/// What a line's first words are in a section.
package struct DirectiveLookup: Sendable {
    package enum Outcome: UInt8, Sendable {
        /// The section has this directive. It may be of another release, or removed: see the row.
        case found
        /// There is such a directive, but not in this section; `row` is the first one.
        case elsewhere
        /// No section has it.
        case unknown
    }

    package var outcome: Outcome
    package var form: DirectiveForm
    /// The directive, for `found` and `elsewhere`.
    package var id: DirectiveID
    /// Index of the name's first word: 1 behind `no` or `default`.
    package var first: Int
    /// `found`, `elsewhere`: index of the first word after the name. `unknown`: index of the first word that nothing is called by
    /// (`httpchk2` in `option httpchk2`).
    package var end: Int
    /// The node of the words before `end`, for suggestions.
    package var node: Int

    package var row: KeywordRow { id.row }
}

extension Grammar {
    /// Looks up the directive at the beginning of a line, longest name first: one to four words. Of rows
    /// that differ in their releases, that of `release`. Manual 4.2 for `no` and `default`.
    package static func directive(_ words: Words, in section: SectionID, release: Release = .baton) -> DirectiveLookup {
        let plain = directive(words, from: 0, in: section, release)
        if plain.outcome == .found || words.count < 2 { return plain }
        guard let modifier = find(words[0], as: ModifierID.self) else { return plain }
        var behind = directive(words, from: 1, in: section, release)
        behind.form = modifier == .no ? .no : .standard
        return behind
    }

    @inline(__always)
    private static func directive(_ words: Words, from first: Int, in section: SectionID, _ release: Release) -> DirectiveLookup {
        var node = Int(KeywordTable.directive.rawValue)
        var index = first
        let place = Int(section.rawValue)
        var found: KeywordRow?
        var foundEnd = first
        var elsewhere: KeywordRow?
        var elsewhereEnd = first
        while index < words.count {
            var next = Self.node(words[index], under: node)
            // The last word of a name may carry an argument in parentheses: `set-var(name)`.
            if next == 0, let open = words[index].first(0x28) { next = Self.node(words[index].slice(0, open), under: node) }
            if next == 0 { break }
            node = next
            index &+= 1
            let rows = rows(ofNode: node)
            if !rows.isEmpty {
                if let row = pick(rows, place, release) {
                    found = row
                    foundEnd = index
                } else if found == nil {
                    // The longest name, as where it is found.
                    elsewhere = KeywordRow(index: rows.lowerBound)
                    elsewhereEnd = index
                }
            }
            if (NodeRows.table.utf8Start + node &* NodeLayout.width)[NodeLayout.hasChildren] == Alphabet.zero { break }
        }
        if let found {
            let id = DirectiveID(rawValue: UInt16(truncatingIfNeeded: found.index))
            return DirectiveLookup(outcome: .found, form: .plain, id: id, first: first, end: foundEnd, node: node)
        }
        if let elsewhere {
            let id = DirectiveID(rawValue: UInt16(truncatingIfNeeded: elsewhere.index))
            return DirectiveLookup(outcome: .elsewhere, form: .plain, id: id, first: first, end: elsewhereEnd, node: node)
        }
        return DirectiveLookup(
            outcome: .unknown, form: .plain, id: DirectiveID(rawValue: .max), first: first, end: index, node: node)
    }
}

extension SectionKeywordID {
    /// The section that this head begins, by its name; nil for one that has no place in the tables.
    package var section: SectionID? {
        let name = row.name
        return SectionID.allCases.first { $0.name.equals(name) }
    }
}

extension SectionID {
    /// As written in a configuration.
    package var name: WordBytes { WordBytes(base: text.utf8Start, count: text.utf8CodeUnitCount) }
}
