// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'server-option': the number of its row.
package struct ServerOptionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .serverOption }

    package static var backup: Self { Self(rawValue: 22) }
    package static var check: Self { Self(rawValue: 23) }
    package static var fall: Self { Self(rawValue: 24) }
    package static var inter: Self { Self(rawValue: 25) }
    package static var rise: Self { Self(rawValue: 26) }
    package static var sendProxy: Self { Self(rawValue: 27) }
    package static var weight: Self { Self(rawValue: 28) }
}
