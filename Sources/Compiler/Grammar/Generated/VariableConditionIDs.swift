// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'variable-condition': the number of its row.
package struct VariableConditionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .variableCondition }

    package static var ifempty: Self { Self(rawValue: 2056) }
    package static var ifexists: Self { Self(rawValue: 2057) }
    package static var ifgt: Self { Self(rawValue: 2058) }
    package static var iflt: Self { Self(rawValue: 2059) }
    package static var ifnotempty: Self { Self(rawValue: 2060) }
    package static var ifnotexists: Self { Self(rawValue: 2061) }
    package static var ifnotset: Self { Self(rawValue: 2062) }
    package static var ifset: Self { Self(rawValue: 2063) }
}
