// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'number-set-word': the number of its row.
package struct NumberSetWordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .numberSetWord }

    package static var all: Self { Self(rawValue: 2063) }
    package static var even: Self { Self(rawValue: 2064) }
    package static var odd: Self { Self(rawValue: 2065) }
}
