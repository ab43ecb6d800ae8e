// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'condition-word': the number of its row.
package struct ConditionWordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .conditionWord }

    package static var `if`: Self { Self(rawValue: 2034) }
    package static var unless: Self { Self(rawValue: 2035) }
}
