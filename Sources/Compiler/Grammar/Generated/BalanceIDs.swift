// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var first: Self { Self(rawValue: 1972) }
    package static var hash: Self { Self(rawValue: 1973) }
    package static var hdr: Self { Self(rawValue: 1974) }
    package static var leastconn: Self { Self(rawValue: 1975) }
    package static var logHash: Self { Self(rawValue: 1976) }
    package static var random: Self { Self(rawValue: 1977) }
    package static var rdpCookie: Self { Self(rawValue: 1978) }
    package static var roundrobin: Self { Self(rawValue: 1979) }
    package static var source: Self { Self(rawValue: 1980) }
    package static var staticRr: Self { Self(rawValue: 1981) }
    package static var sticky: Self { Self(rawValue: 1982) }
    package static var uri: Self { Self(rawValue: 1983) }
    package static var urlParam: Self { Self(rawValue: 1984) }
}
