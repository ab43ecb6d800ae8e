/// Where each field stands in a keyword's row, in `Alphabet` digits.
package enum RowLayout {
    package static let name = 0  // 4 digits into the text pool, 2 length
    package static let places = 6  // 6 digits, 36 places
    package static let signature = 12  // 4 digits into the program pool, 0: none
    package static let flags = 16  // 2 digits, see RowFlag
    package static let releases = 18  // 1 digit since, 1 digit until, both indices of releases
    package static let repetition = 20  // 1 digit
    package static let apply = 21  // 1 digit
    package static let modes = 22  // 1 digit, one bit a mode
    package static let help = 23  // 4 digits, 2 length
    package static let manual = 29  // 4 digits, 2 length
    package static let replacement = 35  // 4 digits, 2 length
    package static let drops = 41  // 2 digits, one bit a kind of state
    package static let extraA = 43  // 4 digits: fetch: the places where it can be used
    package static let extraB = 47  // 2 digits: fetch and converter: input type | output type << 6
    package static let extraC = 49  // 2 digits: purity | match method << 6
    package static let glued = 51  // 4 digits into the program pool, 0: none
    package static let target = 55  // 3 digits: the row of the word that this one stands for, plus one
    package static let width = 58
}

/// Bits of a row's `flags`.
package enum RowFlag {
    package static let noForm = 1
    package static let defaultForm = 2
    package static let runs = 4
    package static let deprecated = 8
    package static let numbered = 16
    package static let prefix = 32
    package static let generic = 64
    package static let experimental = 128
}

/// Where each field stands in the row of a node: a word under a table or under another word.
package enum NodeLayout {
    package static let parent = 0  // 3 digits
    package static let word = 3  // 4 digits into the text pool, 2 length
    package static let firstRow = 9  // 3 digits
    package static let rowCount = 12  // 1 digit
    package static let hasChildren = 13  // 1 digit
    package static let width = 14
}

/// Where each field stands in the row of a value type.
package enum TypeLayout {
    package static let name = 0  // 4 digits, 2 length
    package static let kind = 6  // 2 digits
    package static let minimum = 8  // 11 digits of magnitude, 1 sign
    package static let maximum = 20  // 11 digits of magnitude, 1 sign
    package static let refers = 32  // 2 digits: kind of thing that the word names, 0: none
    package static let flags = 34  // 2 digits
    package static let help = 36  // 4 digits, 2 length
    package static let width = 42
}

/// Where each field stands in the row of a table.
package enum TableLayout {
    package static let name = 0  // 4 digits, 2 length
    package static let firstRow = 6  // 3 digits
    package static let rowCount = 9  // 3 digits
    package static let width = 12
}
