// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'acl-flag': the number of its row.
package struct ACLFlagID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .aclFlag }

    package static var end: Self { Self(rawValue: 1893) }
    package static var asMap: Self { Self(rawValue: 1894) }
    package static var f: Self { Self(rawValue: 1895) }
    package static var i: Self { Self(rawValue: 1896) }
    package static var m: Self { Self(rawValue: 1897) }
    package static var n: Self { Self(rawValue: 1898) }
    package static var u: Self { Self(rawValue: 1899) }
}
