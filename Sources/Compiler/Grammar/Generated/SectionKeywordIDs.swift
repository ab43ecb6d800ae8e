// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'section': the number of its row.
package struct SectionKeywordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .section }

    package static var backend: Self { Self(rawValue: 0) }
    package static var defaults: Self { Self(rawValue: 1) }
    package static var frontend: Self { Self(rawValue: 2) }
    package static var global: Self { Self(rawValue: 3) }
    package static var listen: Self { Self(rawValue: 4) }
}
