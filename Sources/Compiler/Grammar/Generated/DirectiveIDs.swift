// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'directive': the number of its row.
package struct DirectiveID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .directive }

    package static var acl: Self { Self(rawValue: 5) }
    package static var balance: Self { Self(rawValue: 6) }
    package static var bind: Self { Self(rawValue: 7) }
    package static var defaultServer: Self { Self(rawValue: 8) }
    package static var httpRequest: Self { Self(rawValue: 9) }
    package static var log: Self { Self(rawValue: 10) }
    package static var maxconn: Self { Self(rawValue: 11) }
    package static var mode: Self { Self(rawValue: 12) }
    package static var optionForwardfor: Self { Self(rawValue: 13) }
    package static var optionHttpchk: Self { Self(rawValue: 14) }
    package static var server: Self { Self(rawValue: 15) }
    package static var timeoutClient: Self { Self(rawValue: 16) }
    package static var timeoutConnect: Self { Self(rawValue: 17) }
    package static var useBackend: Self { Self(rawValue: 18) }
}
