// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1825) }
    package static var bin: Self { Self(rawValue: 1826) }
    package static var bool: Self { Self(rawValue: 1827) }
    package static var dir: Self { Self(rawValue: 1828) }
    package static var dom: Self { Self(rawValue: 1829) }
    package static var end: Self { Self(rawValue: 1830) }
    package static var found: Self { Self(rawValue: 1831) }
    package static var int: Self { Self(rawValue: 1832) }
    package static var ip: Self { Self(rawValue: 1833) }
    package static var len: Self { Self(rawValue: 1834) }
    package static var reg: Self { Self(rawValue: 1835) }
    package static var str: Self { Self(rawValue: 1836) }
    package static var sub: Self { Self(rawValue: 1837) }
}
