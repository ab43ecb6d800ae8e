import Glibc

/// Between ``PeerAddress`` and the kernel's `sockaddr`s.
extension PeerAddress {
    package init(_ storage: UnsafePointer<sockaddr_storage>) {
        self.init()
        let raw = UnsafeRawPointer(storage)
        switch Int32(storage.pointee.ss_family) {
        case AF_INET:
            let address = raw.load(as: sockaddr_in.self)
            family = 4
            port = UInt16(bigEndian: address.sin_port)
            high = UInt64(address.sin_addr.s_addr)
        case AF_INET6:
            let address = raw.load(as: sockaddr_in6.self)
            port = UInt16(bigEndian: address.sin6_port)
            let (first, second) = withUnsafeBytes(of: address.sin6_addr) {
                ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self))
            }
            // A v4-mapped peer of a dual-stack socket is an IPv4 peer, as in HAProxy.
            if first == 0 && UInt32(truncatingIfNeeded: second) == 0xFFFF_0000 {
                family = 4
                high = second >> 32
            } else {
                family = 6
                high = first
                low = second
            }
        case AF_UNIX:
            family = 1
        default:
            break
        }
    }

    /// Writes the address into `storage` and answers its length; 0 where it has no form. `path` is for unix sockets; a leading NUL
    /// means the abstract namespace.
    package func fill(_ storage: UnsafeMutablePointer<sockaddr_storage>, path: UnsafeRawBufferPointer) -> socklen_t {
        let raw = UnsafeMutableRawPointer(storage)
        switch family {
        case 4:
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = ipv4Word
            raw.storeBytes(of: address, as: sockaddr_in.self)
            return socklen_t(MemoryLayout<sockaddr_in>.size)
        case 6:
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &address.sin6_addr) {
                $0.storeBytes(of: high, as: UInt64.self)
                $0.storeBytes(of: low, toByteOffset: 8, as: UInt64.self)
            }
            raw.storeBytes(of: address, as: sockaddr_in6.self)
            return socklen_t(MemoryLayout<sockaddr_in6>.size)
        case 1:
            // sun_path has 108 bytes.
            guard path.count > 0, path.count < 108, let base = path.baseAddress else { return 0 }
            storage.pointee.ss_family = sa_family_t(AF_UNIX)
            (raw + 2).copyMemory(from: base, byteCount: path.count)
            let abstract = path[0] == 0
            if !abstract { (raw + 2 + path.count).storeBytes(of: 0, as: UInt8.self) }
            return socklen_t(2 + path.count + (abstract ? 0 : 1))
        default:
            return 0
        }
    }
}
