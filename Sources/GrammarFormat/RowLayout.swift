/// Where each field stands in a keyword's row, in `Alphabet` digits.
public enum RowLayout {
    @inlinable public static var name: Int { 0 }  // 4 digits into the text pool, 2 length
    @inlinable public static var places: Int { 6 }  // 6 digits, 36 places
    @inlinable public static var signature: Int { 12 }  // 4 digits into the program pool, 0: none
    @inlinable public static var flags: Int { 16 }  // 2 digits, see RowFlag
    @inlinable public static var releases: Int { 18 }  // 1 digit since, 1 digit until, both indices of releases
    @inlinable public static var repetition: Int { 20 }  // 1 digit
    @inlinable public static var apply: Int { 21 }  // 1 digit
    @inlinable public static var modes: Int { 22 }  // 1 digit, one bit a mode
    @inlinable public static var help: Int { 23 }  // 4 digits, 2 length
    @inlinable public static var manual: Int { 29 }  // 4 digits, 2 length
    @inlinable public static var replacement: Int { 35 }  // 4 digits, 2 length
    @inlinable public static var drops: Int { 41 }  // 2 digits, one bit a kind of state
    @inlinable public static var extraA: Int { 43 }  // 4 digits: fetch: the places where it can be used
    @inlinable public static var extraB: Int { 47 }  // 2 digits: fetch and converter: input type | output type << 6
    @inlinable public static var extraC: Int { 49 }  // 2 digits: purity | match method << 6
    @inlinable public static var glued: Int { 51 }  // 4 digits into the program pool, 0: none
    @inlinable public static var target: Int { 55 }  // 3 digits: the row of the word that this one stands for, plus one
    @inlinable public static var newer: Int { 58 }  // 4 digits into the program pool: words by the release they came with, 0: none
    @inlinable public static var width: Int { 62 }
}

/// Bits of a row's `flags`.
public enum RowFlag {
    @inlinable public static var noForm: Int { 1 }
    @inlinable public static var defaultForm: Int { 2 }
    @inlinable public static var runs: Int { 4 }
    @inlinable public static var deprecated: Int { 8 }
    @inlinable public static var numbered: Int { 16 }
    @inlinable public static var prefix: Int { 32 }
    @inlinable public static var generic: Int { 64 }
    @inlinable public static var experimental: Int { 128 }
    @inlinable public static var strict: Int { 256 }
}

/// Where each field stands in the row of a node: a word under a table or under another word.
public enum NodeLayout {
    @inlinable public static var parent: Int { 0 }  // 3 digits
    @inlinable public static var word: Int { 3 }  // 4 digits into the text pool, 2 length
    @inlinable public static var firstRow: Int { 9 }  // 3 digits
    @inlinable public static var rowCount: Int { 12 }  // 1 digit
    @inlinable public static var hasChildren: Int { 13 }  // 1 digit
    @inlinable public static var width: Int { 14 }
}

/// Where each field stands in the row of a value type.
public enum TypeLayout {
    @inlinable public static var name: Int { 0 }  // 4 digits, 2 length
    @inlinable public static var kind: Int { 6 }  // 2 digits
    @inlinable public static var minimum: Int { 8 }  // 11 digits of magnitude, 1 sign
    @inlinable public static var maximum: Int { 20 }  // 11 digits of magnitude, 1 sign
    @inlinable public static var refers: Int { 32 }  // 2 digits: kind of thing that the word names, 0: none
    @inlinable public static var flags: Int { 34 }  // 3 digits
    @inlinable public static var help: Int { 37 }  // 4 digits, 2 length
    @inlinable public static var width: Int { 43 }
}

/// Where each field stands in the row of a table.
public enum TableLayout {
    @inlinable public static var name: Int { 0 }  // 4 digits, 2 length
    @inlinable public static var firstRow: Int { 6 }  // 3 digits
    @inlinable public static var rowCount: Int { 9 }  // 3 digits
    @inlinable public static var width: Int { 12 }
}
