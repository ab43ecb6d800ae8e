// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1841) }
    package static var bin: Self { Self(rawValue: 1842) }
    package static var bool: Self { Self(rawValue: 1843) }
    package static var dir: Self { Self(rawValue: 1844) }
    package static var dom: Self { Self(rawValue: 1845) }
    package static var end: Self { Self(rawValue: 1846) }
    package static var found: Self { Self(rawValue: 1847) }
    package static var int: Self { Self(rawValue: 1848) }
    package static var ip: Self { Self(rawValue: 1849) }
    package static var len: Self { Self(rawValue: 1850) }
    package static var reg: Self { Self(rawValue: 1851) }
    package static var str: Self { Self(rawValue: 1852) }
    package static var sub: Self { Self(rawValue: 1853) }
}
