// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'environment': the number of its row.
package struct EnvironmentID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .environment }

    package static var httpsLogFormat: Self { Self(rawValue: 1996) }
    package static var httpClfLogFormat: Self { Self(rawValue: 1997) }
    package static var httpLogFormat: Self { Self(rawValue: 1998) }
    package static var keylogBcFormat: Self { Self(rawValue: 1999) }
    package static var keylogFcFormat: Self { Self(rawValue: 2000) }
    package static var tcpClfLogFormat: Self { Self(rawValue: 2001) }
    package static var tcpLogFormat: Self { Self(rawValue: 2002) }
}
