// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'variable-condition': the number of its row.
package struct VariableConditionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .variableCondition }

    package static var ifempty: Self { Self(rawValue: 2082) }
    package static var ifexists: Self { Self(rawValue: 2083) }
    package static var ifgt: Self { Self(rawValue: 2084) }
    package static var iflt: Self { Self(rawValue: 2085) }
    package static var ifnotempty: Self { Self(rawValue: 2086) }
    package static var ifnotexists: Self { Self(rawValue: 2087) }
    package static var ifnotset: Self { Self(rawValue: 2088) }
    package static var ifset: Self { Self(rawValue: 2089) }
}
