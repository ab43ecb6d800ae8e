// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1854) }
    package static var bin: Self { Self(rawValue: 1855) }
    package static var bool: Self { Self(rawValue: 1856) }
    package static var dir: Self { Self(rawValue: 1857) }
    package static var dom: Self { Self(rawValue: 1858) }
    package static var end: Self { Self(rawValue: 1859) }
    package static var found: Self { Self(rawValue: 1860) }
    package static var int: Self { Self(rawValue: 1861) }
    package static var ip: Self { Self(rawValue: 1862) }
    package static var len: Self { Self(rawValue: 1863) }
    package static var reg: Self { Self(rawValue: 1864) }
    package static var str: Self { Self(rawValue: 1865) }
    package static var sub: Self { Self(rawValue: 1866) }
}
