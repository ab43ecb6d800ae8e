// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'address-prefix': the number of its row.
package struct AddressPrefixID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .addressPrefix }

    package static var abns: Self { Self(rawValue: 2010) }
    package static var abnsz: Self { Self(rawValue: 2011) }
    package static var dgramSocket: Self { Self(rawValue: 2012) }
    package static var fd: Self { Self(rawValue: 2013) }
    package static var ip: Self { Self(rawValue: 2014) }
    package static var ipv4: Self { Self(rawValue: 2015) }
    package static var ipv6: Self { Self(rawValue: 2016) }
    package static var mptcp4: Self { Self(rawValue: 2017) }
    package static var mptcp6: Self { Self(rawValue: 2018) }
    package static var mptcp: Self { Self(rawValue: 2019) }
    package static var quicSocket: Self { Self(rawValue: 2020) }
    package static var quic4: Self { Self(rawValue: 2021) }
    package static var quic6: Self { Self(rawValue: 2022) }
    package static var rhttp: Self { Self(rawValue: 2023) }
    package static var sockpair: Self { Self(rawValue: 2024) }
    package static var streamSocket: Self { Self(rawValue: 2025) }
    package static var tcp4: Self { Self(rawValue: 2026) }
    package static var tcp6: Self { Self(rawValue: 2027) }
    package static var tcp: Self { Self(rawValue: 2028) }
    package static var udp4: Self { Self(rawValue: 2029) }
    package static var udp6: Self { Self(rawValue: 2030) }
    package static var udp: Self { Self(rawValue: 2031) }
    package static var unix: Self { Self(rawValue: 2032) }
    package static var uxdg: Self { Self(rawValue: 2033) }
    package static var uxst: Self { Self(rawValue: 2034) }
}
