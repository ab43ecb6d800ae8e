// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'filter': the number of its row.
package struct FilterID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .filter }

    package static var bwlimIn: Self { Self(rawValue: 1959) }
    package static var bwlimOut: Self { Self(rawValue: 1960) }
    package static var cache: Self { Self(rawValue: 1961) }
    package static var compReq: Self { Self(rawValue: 1962) }
    package static var compRes: Self { Self(rawValue: 1963) }
    package static var compression: Self { Self(rawValue: 1964) }
    package static var fcgiApp: Self { Self(rawValue: 1965) }
    package static var lua: Self { Self(rawValue: 1966) }
    package static var opentracing: Self { Self(rawValue: 1967) }
    package static var spoe: Self { Self(rawValue: 1968) }
    package static var trace: Self { Self(rawValue: 1969) }
}
