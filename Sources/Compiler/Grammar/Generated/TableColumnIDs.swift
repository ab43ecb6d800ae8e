// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'table-column': the number of its row.
package struct TableColumnID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .tableColumn }

    package static var bytesInCnt: Self { Self(rawValue: 2005) }
    package static var bytesInRate: Self { Self(rawValue: 2006) }
    package static var bytesOutCnt: Self { Self(rawValue: 2007) }
    package static var bytesOutRate: Self { Self(rawValue: 2008) }
    package static var connCnt: Self { Self(rawValue: 2009) }
    package static var connCur: Self { Self(rawValue: 2010) }
    package static var connRate: Self { Self(rawValue: 2011) }
    package static var glitchCnt: Self { Self(rawValue: 2012) }
    package static var glitchRate: Self { Self(rawValue: 2013) }
    package static var gpc: Self { Self(rawValue: 2014) }
    package static var gpc0: Self { Self(rawValue: 2015) }
    package static var gpc0Rate: Self { Self(rawValue: 2016) }
    package static var gpc1: Self { Self(rawValue: 2017) }
    package static var gpc1Rate: Self { Self(rawValue: 2018) }
    package static var gpcRate: Self { Self(rawValue: 2019) }
    package static var gpt: Self { Self(rawValue: 2020) }
    package static var gpt0: Self { Self(rawValue: 2021) }
    package static var httpErrCnt: Self { Self(rawValue: 2022) }
    package static var httpErrRate: Self { Self(rawValue: 2023) }
    package static var httpFailCnt: Self { Self(rawValue: 2024) }
    package static var httpFailRate: Self { Self(rawValue: 2025) }
    package static var httpReqCnt: Self { Self(rawValue: 2026) }
    package static var httpReqRate: Self { Self(rawValue: 2027) }
    package static var serverId: Self { Self(rawValue: 2028) }
    package static var serverKey: Self { Self(rawValue: 2029) }
    package static var sessCnt: Self { Self(rawValue: 2030) }
    package static var sessRate: Self { Self(rawValue: 2031) }
}
