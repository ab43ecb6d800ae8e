// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'spoe-section': the number of its row.
package struct SpoeSectionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .spoeSection }

    package static var spoeAgent: Self { Self(rawValue: 2103) }
    package static var spoeGroup: Self { Self(rawValue: 2104) }
    package static var spoeMessage: Self { Self(rawValue: 2105) }
}
