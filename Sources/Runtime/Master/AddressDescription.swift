import Glibc

/// Addresses for people: notices, answers, `show stat`.
package enum AddressDescription {
    /// `127.0.0.1:80`, `[::1]:80`; `unix` and `unresolved` where there is no number.
    package static func describe(_ address: PeerAddress) -> String {
        switch address.family {
        case 4: "\(host(address)):\(address.port)"
        case 6: "[\(host(address))]:\(address.port)"
        case 1: "unix"
        default: "unresolved"
        }
    }

    /// Without the port; `-` where there is none.
    package static func host(_ address: PeerAddress) -> String {
        guard address.family == 4 || address.family == 6 else { return "-" }
        var words = (address.high, address.low)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
            let family = address.family == 4 ? AF_INET : AF_INET6
            guard let base = text.baseAddress, inet_ntop(family, &words, base, 64) != nil else { return "-" }
            return String(cString: base)
        }
    }
}
