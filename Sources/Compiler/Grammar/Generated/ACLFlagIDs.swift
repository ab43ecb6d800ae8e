// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'acl-flag': the number of its row.
package struct ACLFlagID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .aclFlag }

    package static var end: Self { Self(rawValue: 1854) }
    package static var asMap: Self { Self(rawValue: 1855) }
    package static var f: Self { Self(rawValue: 1856) }
    package static var i: Self { Self(rawValue: 1857) }
    package static var m: Self { Self(rawValue: 1858) }
    package static var n: Self { Self(rawValue: 1859) }
    package static var u: Self { Self(rawValue: 1860) }
}
