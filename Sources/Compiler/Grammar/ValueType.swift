import GrammarFormat

/// A value type of grammar/types.txt; its constants are generated.
package struct TypeID: RawRepresentable, Equatable, Hashable, Sendable, CustomStringConvertible {
    package var rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package var description: String { name.string }

    /// What a captured keyword or literal word has for a type.
    package static var keyword: TypeID { TypeID(rawValue: 0xFFFF) }

    var pointer: UnsafePointer<UInt8> { TypeRows.table.utf8Start + Int(rawValue) &* TypeLayout.width }

    package var name: WordBytes { Grammar.name(pointer + TypeLayout.name) }
    /// What is expected, for a message: `a time (us, ms, ...)`.
    package var help: WordBytes { Grammar.name(pointer + TypeLayout.help) }
    package var kind: ValueKind {
        // A word of a table or a literal word has no row of its own.
        if rawValue == TypeID.keyword.rawValue { return .token }
        return ValueKind(rawValue: UInt8(truncatingIfNeeded: Alphabet.read2(pointer + TypeLayout.kind))) ?? .token
    }
    /// What the word names, for the checker.
    package var refers: ReferenceKind {
        if rawValue == 0xFFFF { return .none }
        return ReferenceKind(rawValue: UInt8(truncatingIfNeeded: Alphabet.read2(pointer + TypeLayout.refers))) ?? .none
    }
    package var flags: Int { Alphabet.read3(pointer + TypeLayout.flags) }
    package var minimum: Int {
        let magnitude = Alphabet.read(pointer + TypeLayout.minimum, 11)
        return pointer[TypeLayout.minimum + 11] == Alphabet.zero ? magnitude : 0 &- magnitude
    }
    package var maximum: Int {
        let magnitude = Alphabet.read(pointer + TypeLayout.maximum, 11)
        return pointer[TypeLayout.maximum + 11] == Alphabet.zero ? magnitude : 0 &- magnitude
    }
}
