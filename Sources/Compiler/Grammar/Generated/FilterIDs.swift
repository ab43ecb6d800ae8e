// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'filter': the number of its row.
package struct FilterID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .filter }

    package static var bwlimIn: Self { Self(rawValue: 1985) }
    package static var bwlimOut: Self { Self(rawValue: 1986) }
    package static var cache: Self { Self(rawValue: 1987) }
    package static var compReq: Self { Self(rawValue: 1988) }
    package static var compRes: Self { Self(rawValue: 1989) }
    package static var compression: Self { Self(rawValue: 1990) }
    package static var fcgiApp: Self { Self(rawValue: 1991) }
    package static var lua: Self { Self(rawValue: 1992) }
    package static var opentracing: Self { Self(rawValue: 1993) }
    package static var spoe: Self { Self(rawValue: 1994) }
    package static var trace: Self { Self(rawValue: 1995) }
}
