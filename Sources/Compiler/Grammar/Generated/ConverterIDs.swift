// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'converter': the number of its row.
package struct ConverterID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .converter }

    package static var ipmask: Self { Self(rawValue: 34) }
}
