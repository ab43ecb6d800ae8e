// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var first: Self { Self(rawValue: 1895) }
    package static var hash: Self { Self(rawValue: 1896) }
    package static var hdr: Self { Self(rawValue: 1897) }
    package static var leastconn: Self { Self(rawValue: 1898) }
    package static var logHash: Self { Self(rawValue: 1899) }
    package static var random: Self { Self(rawValue: 1900) }
    package static var rdpCookie: Self { Self(rawValue: 1901) }
    package static var roundrobin: Self { Self(rawValue: 1902) }
    package static var source: Self { Self(rawValue: 1903) }
    package static var staticRr: Self { Self(rawValue: 1904) }
    package static var sticky: Self { Self(rawValue: 1905) }
    package static var uri: Self { Self(rawValue: 1906) }
    package static var urlParam: Self { Self(rawValue: 1907) }
}
