import GrammarFormat

/// What grammar/ says about one keyword. A view into the generated table: free to make, never allocates.
package struct KeywordRow: Equatable, Sendable {
    /// Number of the row in the generated table, and the raw value of the keyword's ID.
    package var index: Int

    package init(index: Int) { self.index = index }

    var pointer: UnsafePointer<UInt8> { KeywordRows.table.utf8Start + index &* RowLayout.width }

    /// As written in a configuration; several words stand with one space between them.
    package var name: WordBytes { Grammar.name(pointer + RowLayout.name) }
    /// One bit for each place of the keyword's table (sections, rule sets, ...).
    package var places: Int { Alphabet.read(pointer + RowLayout.places, 6) }
    /// Offset of its arguments' program; see `Matcher`.
    package var signature: Int { Alphabet.read4(pointer + RowLayout.signature) }
    /// Offset of the program for its arguments in parentheses, or 0.
    package var glued: Int { Alphabet.read4(pointer + RowLayout.glued) }
    package var flags: Int { Alphabet.read2(pointer + RowLayout.flags) }
    /// Lowering and runtime can do it today; otherwise its use is `not-supported-yet`.
    package var runs: Bool { flags & RowFlag.runs != 0 }
    package var hasNoForm: Bool { flags & RowFlag.noForm != 0 }
    package var hasDefaultForm: Bool { flags & RowFlag.defaultForm != 0 }
    package var isDeprecated: Bool { flags & RowFlag.deprecated != 0 }
    /// Needs `expose-experimental-directives`.
    package var isExperimental: Bool { flags & RowFlag.experimental != 0 }
    /// Refused, not passed over, on the side of a proxy that it does not belong to.
    package var isStrict: Bool { flags & RowFlag.strict != 0 }
    /// Its arguments are taken unread (`<args:rest>`): grammar/ does not know them yet.
    package var isGeneric: Bool { flags & RowFlag.generic != 0 }
    /// The first release that knows it; `.old` for before 2.6, `.baton` for Baton's own.
    package var since: Release { Release(rawValue: pointer[RowLayout.releases] &- Alphabet.zero) ?? .old }
    /// The last release that knows it; `.baton` for still known, `.old` for gone before 2.6.
    package var until: Release { Release(rawValue: pointer[RowLayout.releases + 1] &- Alphabet.zero) ?? .baton }
    package var repetition: Repetition { Repetition(rawValue: pointer[RowLayout.repetition] &- Alphabet.zero) ?? .last }
    /// What a change of it needs.
    package var apply: Apply { Apply(rawValue: pointer[RowLayout.apply] &- Alphabet.zero) ?? .live }
    /// Bits of `ProxyMode`s in which it works; 0: all.
    package var modes: UInt8 { pointer[RowLayout.modes] &- Alphabet.zero }
    package var help: WordBytes { Grammar.name(pointer + RowLayout.help) }
    /// Section of the manual.
    package var manual: WordBytes { Grammar.name(pointer + RowLayout.manual) }
    /// What to write instead of a deprecated or removed word; empty where there is nothing.
    package var replacement: WordBytes { Grammar.name(pointer + RowLayout.replacement) }
    /// Bits of `DroppedState`s that a change of it drops.
    package var drops: Int { Alphabet.read2(pointer + RowLayout.drops) }
    /// Fetch: 22 bits, where it can be used.
    package var samplePlaces: Int { Alphabet.read4(pointer + RowLayout.extraA) }
    /// Converter: the type it takes.
    package var inputType: SampleType { SampleType(rawValue: UInt8(Alphabet.read2(pointer + RowLayout.extraB) & 63)) ?? .none }
    /// Fetch and converter: the type it gives.
    package var outputType: SampleType { SampleType(rawValue: UInt8(Alphabet.read2(pointer + RowLayout.extraB) &>> 6)) ?? .none }
    /// Address prefix: the family it names.
    package var addressFamily: AddressFamily { AddressFamily(rawValue: UInt8(Alphabet.read2(pointer + RowLayout.extraB) & 63)) ?? .any }
    /// Address prefix: the kind of socket it names.
    package var socketKind: SocketKind { SocketKind(rawValue: UInt8(Alphabet.read2(pointer + RowLayout.extraB) &>> 6)) ?? .standard }
    package var purity: Purity { Purity(rawValue: UInt8(Alphabet.read2(pointer + RowLayout.extraC) & 63)) ?? .pure }
    /// ACL word: its match method as the number of a row of that table, or nil.
    package var matchMethod: Int? {
        let number = Alphabet.read2(pointer + RowLayout.extraC) &>> 6
        return number == 0 ? nil : number &- 1
    }
    /// ACL word: the row of the fetch it stands for.
    package var target: KeywordRow? {
        let number = Alphabet.read3(pointer + RowLayout.target)
        return number == 0 ? nil : KeywordRow(index: number &- 1)
    }

    /// Offset of those words of its signature that came later than itself, or 0.
    var newer: Int { Alphabet.read4(pointer + RowLayout.newer) }
    /// The release with which a word of its signature came.
    func since(_ word: WordID) -> Release {
        var pointer = ProgramPool.table.utf8Start + newer
        let count = newer == 0 ? 0 : Int(pointer[0] &- Alphabet.zero)
        pointer += 1
        for _ in 0..<count {
            let list = ProgramPool.table.utf8Start + Alphabet.read3(pointer + 1)
            for at in 0..<Alphabet.read2(list) where Alphabet.read2(list + 2 + at &* 2) == Int(word.rawValue) {
                return Release(rawValue: pointer[0] &- Alphabet.zero) ?? .old
            }
            pointer += 4
        }
        return .old
    }

    /// Whether a release knows the word. `.baton` knows what 3.4 knows and Baton's own words.
    package func isKnown(in release: Release) -> Bool {
        if release == .baton { return until >= .v3_4 }
        return since <= release && release <= until
    }
}
