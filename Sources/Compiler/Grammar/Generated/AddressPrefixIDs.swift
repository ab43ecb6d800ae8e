// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'address-prefix': the number of its row.
package struct AddressPrefixID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .addressPrefix }

    package static var abns: Self { Self(rawValue: 2036) }
    package static var abnsz: Self { Self(rawValue: 2037) }
    package static var dgramSocket: Self { Self(rawValue: 2038) }
    package static var fd: Self { Self(rawValue: 2039) }
    package static var ip: Self { Self(rawValue: 2040) }
    package static var ipv4: Self { Self(rawValue: 2041) }
    package static var ipv6: Self { Self(rawValue: 2042) }
    package static var mptcp4: Self { Self(rawValue: 2043) }
    package static var mptcp6: Self { Self(rawValue: 2044) }
    package static var mptcp: Self { Self(rawValue: 2045) }
    package static var quicSocket: Self { Self(rawValue: 2046) }
    package static var quic4: Self { Self(rawValue: 2047) }
    package static var quic6: Self { Self(rawValue: 2048) }
    package static var rhttp: Self { Self(rawValue: 2049) }
    package static var sockpair: Self { Self(rawValue: 2050) }
    package static var streamSocket: Self { Self(rawValue: 2051) }
    package static var tcp4: Self { Self(rawValue: 2052) }
    package static var tcp6: Self { Self(rawValue: 2053) }
    package static var tcp: Self { Self(rawValue: 2054) }
    package static var udp4: Self { Self(rawValue: 2055) }
    package static var udp6: Self { Self(rawValue: 2056) }
    package static var udp: Self { Self(rawValue: 2057) }
    package static var unix: Self { Self(rawValue: 2058) }
    package static var uxdg: Self { Self(rawValue: 2059) }
    package static var uxst: Self { Self(rawValue: 2060) }
}
