// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'variable-condition': the number of its row.
package struct VariableConditionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .variableCondition }

    package static var ifempty: Self { Self(rawValue: 2095) }
    package static var ifexists: Self { Self(rawValue: 2096) }
    package static var ifgt: Self { Self(rawValue: 2097) }
    package static var iflt: Self { Self(rawValue: 2098) }
    package static var ifnotempty: Self { Self(rawValue: 2099) }
    package static var ifnotexists: Self { Self(rawValue: 2100) }
    package static var ifnotset: Self { Self(rawValue: 2101) }
    package static var ifset: Self { Self(rawValue: 2102) }
}
