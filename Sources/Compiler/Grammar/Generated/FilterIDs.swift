// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'filter': the number of its row.
package struct FilterID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .filter }

    package static var bwlimIn: Self { Self(rawValue: 1946) }
    package static var bwlimOut: Self { Self(rawValue: 1947) }
    package static var cache: Self { Self(rawValue: 1948) }
    package static var compReq: Self { Self(rawValue: 1949) }
    package static var compRes: Self { Self(rawValue: 1950) }
    package static var compression: Self { Self(rawValue: 1951) }
    package static var fcgiApp: Self { Self(rawValue: 1952) }
    package static var lua: Self { Self(rawValue: 1953) }
    package static var opentracing: Self { Self(rawValue: 1954) }
    package static var spoe: Self { Self(rawValue: 1955) }
    package static var trace: Self { Self(rawValue: 1956) }
}
