// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'filter': the number of its row.
package struct FilterID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .filter }

    package static var bwlimIn: Self { Self(rawValue: 1972) }
    package static var bwlimOut: Self { Self(rawValue: 1973) }
    package static var cache: Self { Self(rawValue: 1974) }
    package static var compReq: Self { Self(rawValue: 1975) }
    package static var compRes: Self { Self(rawValue: 1976) }
    package static var compression: Self { Self(rawValue: 1977) }
    package static var fcgiApp: Self { Self(rawValue: 1978) }
    package static var lua: Self { Self(rawValue: 1979) }
    package static var opentracing: Self { Self(rawValue: 1980) }
    package static var spoe: Self { Self(rawValue: 1981) }
    package static var trace: Self { Self(rawValue: 1982) }
}
