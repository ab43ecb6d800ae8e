// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1867) }
    package static var bin: Self { Self(rawValue: 1868) }
    package static var bool: Self { Self(rawValue: 1869) }
    package static var dir: Self { Self(rawValue: 1870) }
    package static var dom: Self { Self(rawValue: 1871) }
    package static var end: Self { Self(rawValue: 1872) }
    package static var found: Self { Self(rawValue: 1873) }
    package static var int: Self { Self(rawValue: 1874) }
    package static var ip: Self { Self(rawValue: 1875) }
    package static var len: Self { Self(rawValue: 1876) }
    package static var reg: Self { Self(rawValue: 1877) }
    package static var str: Self { Self(rawValue: 1878) }
    package static var sub: Self { Self(rawValue: 1879) }
}
