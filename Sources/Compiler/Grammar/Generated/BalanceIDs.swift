// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'balance': the number of its row.
package struct BalanceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .balance }

    package static var first: Self { Self(rawValue: 1933) }
    package static var hash: Self { Self(rawValue: 1934) }
    package static var hdr: Self { Self(rawValue: 1935) }
    package static var leastconn: Self { Self(rawValue: 1936) }
    package static var logHash: Self { Self(rawValue: 1937) }
    package static var random: Self { Self(rawValue: 1938) }
    package static var rdpCookie: Self { Self(rawValue: 1939) }
    package static var roundrobin: Self { Self(rawValue: 1940) }
    package static var source: Self { Self(rawValue: 1941) }
    package static var staticRr: Self { Self(rawValue: 1942) }
    package static var sticky: Self { Self(rawValue: 1943) }
    package static var uri: Self { Self(rawValue: 1944) }
    package static var urlParam: Self { Self(rawValue: 1945) }
}
