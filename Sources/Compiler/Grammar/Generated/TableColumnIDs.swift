// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'table-column': the number of its row.
package struct TableColumnID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .tableColumn }

    package static var bytesInCnt: Self { Self(rawValue: 1979) }
    package static var bytesInRate: Self { Self(rawValue: 1980) }
    package static var bytesOutCnt: Self { Self(rawValue: 1981) }
    package static var bytesOutRate: Self { Self(rawValue: 1982) }
    package static var connCnt: Self { Self(rawValue: 1983) }
    package static var connCur: Self { Self(rawValue: 1984) }
    package static var connRate: Self { Self(rawValue: 1985) }
    package static var glitchCnt: Self { Self(rawValue: 1986) }
    package static var glitchRate: Self { Self(rawValue: 1987) }
    package static var gpc: Self { Self(rawValue: 1988) }
    package static var gpc0: Self { Self(rawValue: 1989) }
    package static var gpc0Rate: Self { Self(rawValue: 1990) }
    package static var gpc1: Self { Self(rawValue: 1991) }
    package static var gpc1Rate: Self { Self(rawValue: 1992) }
    package static var gpcRate: Self { Self(rawValue: 1993) }
    package static var gpt: Self { Self(rawValue: 1994) }
    package static var gpt0: Self { Self(rawValue: 1995) }
    package static var httpErrCnt: Self { Self(rawValue: 1996) }
    package static var httpErrRate: Self { Self(rawValue: 1997) }
    package static var httpFailCnt: Self { Self(rawValue: 1998) }
    package static var httpFailRate: Self { Self(rawValue: 1999) }
    package static var httpReqCnt: Self { Self(rawValue: 2000) }
    package static var httpReqRate: Self { Self(rawValue: 2001) }
    package static var serverId: Self { Self(rawValue: 2002) }
    package static var serverKey: Self { Self(rawValue: 2003) }
    package static var sessCnt: Self { Self(rawValue: 2004) }
    package static var sessRate: Self { Self(rawValue: 2005) }
}
