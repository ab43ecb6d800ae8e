// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1880) }
    package static var bin: Self { Self(rawValue: 1881) }
    package static var bool: Self { Self(rawValue: 1882) }
    package static var dir: Self { Self(rawValue: 1883) }
    package static var dom: Self { Self(rawValue: 1884) }
    package static var end: Self { Self(rawValue: 1885) }
    package static var found: Self { Self(rawValue: 1886) }
    package static var int: Self { Self(rawValue: 1887) }
    package static var ip: Self { Self(rawValue: 1888) }
    package static var len: Self { Self(rawValue: 1889) }
    package static var reg: Self { Self(rawValue: 1890) }
    package static var str: Self { Self(rawValue: 1891) }
    package static var sub: Self { Self(rawValue: 1892) }
}
