// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'match-method': the number of its row.
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .matchMethod }

    package static var beg: Self { Self(rawValue: 1803) }
    package static var bin: Self { Self(rawValue: 1804) }
    package static var bool: Self { Self(rawValue: 1805) }
    package static var dir: Self { Self(rawValue: 1806) }
    package static var dom: Self { Self(rawValue: 1807) }
    package static var end: Self { Self(rawValue: 1808) }
    package static var found: Self { Self(rawValue: 1809) }
    package static var int: Self { Self(rawValue: 1810) }
    package static var ip: Self { Self(rawValue: 1811) }
    package static var len: Self { Self(rawValue: 1812) }
    package static var reg: Self { Self(rawValue: 1813) }
    package static var str: Self { Self(rawValue: 1814) }
    package static var sub: Self { Self(rawValue: 1815) }
}
