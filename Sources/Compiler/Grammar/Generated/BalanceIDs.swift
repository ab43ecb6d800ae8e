// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var first: Self { Self(rawValue: 1959) }
    package static var hash: Self { Self(rawValue: 1960) }
    package static var hdr: Self { Self(rawValue: 1961) }
    package static var leastconn: Self { Self(rawValue: 1962) }
    package static var logHash: Self { Self(rawValue: 1963) }
    package static var random: Self { Self(rawValue: 1964) }
    package static var rdpCookie: Self { Self(rawValue: 1965) }
    package static var roundrobin: Self { Self(rawValue: 1966) }
    package static var source: Self { Self(rawValue: 1967) }
    package static var staticRr: Self { Self(rawValue: 1968) }
    package static var sticky: Self { Self(rawValue: 1969) }
    package static var uri: Self { Self(rawValue: 1970) }
    package static var urlParam: Self { Self(rawValue: 1971) }
}
