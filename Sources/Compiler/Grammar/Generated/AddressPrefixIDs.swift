// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'address-prefix': the number of its row.
package struct AddressPrefixID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .addressPrefix }

    package static var abns: Self { Self(rawValue: 43) }
    package static var abnsz: Self { Self(rawValue: 44) }
    package static var dgramSocket: Self { Self(rawValue: 45) }
    package static var fd: Self { Self(rawValue: 46) }
    package static var ip: Self { Self(rawValue: 47) }
    package static var ipv4: Self { Self(rawValue: 48) }
    package static var ipv6: Self { Self(rawValue: 49) }
    package static var mptcp4: Self { Self(rawValue: 50) }
    package static var mptcp6: Self { Self(rawValue: 51) }
    package static var mptcp: Self { Self(rawValue: 52) }
    package static var quicSocket: Self { Self(rawValue: 53) }
    package static var quic4: Self { Self(rawValue: 54) }
    package static var quic6: Self { Self(rawValue: 55) }
    package static var rhttp: Self { Self(rawValue: 56) }
    package static var sockpair: Self { Self(rawValue: 57) }
    package static var streamSocket: Self { Self(rawValue: 58) }
    package static var tcp4: Self { Self(rawValue: 59) }
    package static var tcp6: Self { Self(rawValue: 60) }
    package static var tcp: Self { Self(rawValue: 61) }
    package static var udp4: Self { Self(rawValue: 62) }
    package static var udp6: Self { Self(rawValue: 63) }
    package static var udp: Self { Self(rawValue: 64) }
    package static var unix: Self { Self(rawValue: 65) }
    package static var uxdg: Self { Self(rawValue: 66) }
    package static var uxst: Self { Self(rawValue: 67) }
}
