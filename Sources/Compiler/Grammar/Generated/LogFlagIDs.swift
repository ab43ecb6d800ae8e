// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'log-flag': the number of its row.
package struct LogFlagID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .logFlag }

    package static var flagE: Self { Self(rawValue: 1965) }
    package static var flagM: Self { Self(rawValue: 1966) }
    package static var flagQ: Self { Self(rawValue: 1967) }
    package static var flagX: Self { Self(rawValue: 1968) }
    package static var flagBin: Self { Self(rawValue: 1969) }
    package static var flagCbor: Self { Self(rawValue: 1970) }
    package static var flagJson: Self { Self(rawValue: 1971) }
}
