// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'address-prefix': the number of its row.
package struct AddressPrefixID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .addressPrefix }

    package static var abns: Self { Self(rawValue: 1968) }
    package static var abnsz: Self { Self(rawValue: 1969) }
    package static var dgramSocket: Self { Self(rawValue: 1970) }
    package static var fd: Self { Self(rawValue: 1971) }
    package static var ip: Self { Self(rawValue: 1972) }
    package static var ipv4: Self { Self(rawValue: 1973) }
    package static var ipv6: Self { Self(rawValue: 1974) }
    package static var mptcp4: Self { Self(rawValue: 1975) }
    package static var mptcp6: Self { Self(rawValue: 1976) }
    package static var mptcp: Self { Self(rawValue: 1977) }
    package static var quicSocket: Self { Self(rawValue: 1978) }
    package static var quic4: Self { Self(rawValue: 1979) }
    package static var quic6: Self { Self(rawValue: 1980) }
    package static var rhttp: Self { Self(rawValue: 1981) }
    package static var sockpair: Self { Self(rawValue: 1982) }
    package static var streamSocket: Self { Self(rawValue: 1983) }
    package static var tcp4: Self { Self(rawValue: 1984) }
    package static var tcp6: Self { Self(rawValue: 1985) }
    package static var tcp: Self { Self(rawValue: 1986) }
    package static var udp4: Self { Self(rawValue: 1987) }
    package static var udp6: Self { Self(rawValue: 1988) }
    package static var udp: Self { Self(rawValue: 1989) }
    package static var unix: Self { Self(rawValue: 1990) }
    package static var uxdg: Self { Self(rawValue: 1991) }
    package static var uxst: Self { Self(rawValue: 1992) }
}
