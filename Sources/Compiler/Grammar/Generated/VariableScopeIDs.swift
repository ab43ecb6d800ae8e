// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'variable-scope': the number of its row.
package struct VariableScopeID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .variableScope }

    package static var check: Self { Self(rawValue: 2066) }
    package static var proc: Self { Self(rawValue: 2067) }
    package static var req: Self { Self(rawValue: 2068) }
    package static var res: Self { Self(rawValue: 2069) }
    package static var sess: Self { Self(rawValue: 2070) }
    package static var txn: Self { Self(rawValue: 2071) }
}
