// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'fetch': the number of its row.
package struct FetchID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .fetch }

    package static var src: Self { Self(rawValue: 33) }
}
