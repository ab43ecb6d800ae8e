// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'boolean-word': the number of its row.
package struct BooleanWordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .booleanWord }

    package static var off: Self { Self(rawValue: 2061) }
    package static var on: Self { Self(rawValue: 2062) }
}
