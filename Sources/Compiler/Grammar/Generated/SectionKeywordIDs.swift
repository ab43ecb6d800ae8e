// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'section': the number of its row.
package struct SectionKeywordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .section }

    package static var acme: Self { Self(rawValue: 0) }
    package static var backend: Self { Self(rawValue: 1) }
    package static var cache: Self { Self(rawValue: 2) }
    package static var crtStore: Self { Self(rawValue: 3) }
    package static var defaults: Self { Self(rawValue: 4) }
    package static var fcgiApp: Self { Self(rawValue: 5) }
    package static var frontend: Self { Self(rawValue: 6) }
    package static var global: Self { Self(rawValue: 7) }
    package static var healthcheck: Self { Self(rawValue: 8) }
    package static var httpErrors: Self { Self(rawValue: 9) }
    package static var listen: Self { Self(rawValue: 10) }
    package static var logForward: Self { Self(rawValue: 11) }
    package static var logProfile: Self { Self(rawValue: 12) }
    package static var mailers: Self { Self(rawValue: 13) }
    package static var peers: Self { Self(rawValue: 14) }
    package static var program: Self { Self(rawValue: 15) }
    package static var resolvers: Self { Self(rawValue: 16) }
    package static var ring: Self { Self(rawValue: 17) }
    package static var traces: Self { Self(rawValue: 18) }
    package static var userlist: Self { Self(rawValue: 19) }
}
