// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'bind-option': the number of its row.
package struct BindOptionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .bindOption }

    package static var maxconn: Self { Self(rawValue: 19) }
    package static var name: Self { Self(rawValue: 20) }
    package static var ssl: Self { Self(rawValue: 21) }
}
