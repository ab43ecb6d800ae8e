// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var hdr: Self { Self(rawValue: 35) }
    package static var leastconn: Self { Self(rawValue: 36) }
    package static var roundrobin: Self { Self(rawValue: 37) }
    package static var uri: Self { Self(rawValue: 38) }
}
