// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'modifier': the number of its row.
package struct ModifierID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .modifier }

    package static var `default`: Self { Self(rawValue: 2032) }
    package static var no: Self { Self(rawValue: 2033) }
}
