// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'action': the number of its row.
package struct ActionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .action }

    package static var deny: Self { Self(rawValue: 29) }
    package static var setHeader: Self { Self(rawValue: 30) }
    package static var setVar: Self { Self(rawValue: 31) }
    package static var trackSc: Self { Self(rawValue: 32) }
}
