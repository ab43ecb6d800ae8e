import Glibc

/// A loopback TCP address or a unix socket, ready for `bind` and `connect`.
///
/// Anything else is refused: these programs measure and must never send load to a neighbour by a slip of the pen.
package struct Address: Sendable {
    package let text: String
    package let family: Int32
    private let storage: sockaddr_storage
    private let length: socklen_t
    /// The path of a unix socket, else empty.
    package let path: String

    /// Reads `127.x.y.z:PORT`, `[::1]:PORT`, `localhost:PORT` or `unix:PATH`; nil when it is none of them.
    package init?(_ text: String) {
        if text.hasPrefix("unix:") {
            self.init(unixPath: String(text.dropFirst(5)))
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
        var host = String(text[..<colon])
        if host == "localhost" { host = "127.0.0.1" }
        if host == "[::1]" {
            self.init(loopback6Port: port)
            return
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return nil }
        guard UInt32(bigEndian: address.sin_addr.s_addr) >> 24 == 127 else { return nil }
        self.init(address, text: "\(host):\(port)", family: AF_INET, path: "")
    }

    private init?(unixPath: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(unixPath.utf8)
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { target in
            target.copyBytes(from: bytes)
        }
        self.init(address, text: "unix:" + unixPath, family: AF_UNIX, path: unixPath)
    }

    private init(loopback6Port port: UInt16) {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_addr = in6addr_loopback
        self.init(address, text: "[::1]:\(port)", family: AF_INET6, path: "")
    }

    private init<Kind>(_ address: Kind, text: String, family: Int32, path: String) {
        var storage = sockaddr_storage()
        withUnsafeMutableBytes(of: &storage) { target in
            withUnsafeBytes(of: address) { target.copyMemory(from: $0) }
        }
        self.storage = storage
        length = socklen_t(MemoryLayout<Kind>.size)
        self.text = text
        self.family = family
        self.path = path
    }

    package func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafeBytes(of: storage) { bytes in
            // `bytes` is as large and as aligned as sockaddr_storage, so its base is there and fits.
            body(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: sockaddr.self), length)
        }
    }
}
