// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var first: Self { Self(rawValue: 1946) }
    package static var hash: Self { Self(rawValue: 1947) }
    package static var hdr: Self { Self(rawValue: 1948) }
    package static var leastconn: Self { Self(rawValue: 1949) }
    package static var logHash: Self { Self(rawValue: 1950) }
    package static var random: Self { Self(rawValue: 1951) }
    package static var rdpCookie: Self { Self(rawValue: 1952) }
    package static var roundrobin: Self { Self(rawValue: 1953) }
    package static var source: Self { Self(rawValue: 1954) }
    package static var staticRr: Self { Self(rawValue: 1955) }
    package static var sticky: Self { Self(rawValue: 1956) }
    package static var uri: Self { Self(rawValue: 1957) }
    package static var urlParam: Self { Self(rawValue: 1958) }
}
