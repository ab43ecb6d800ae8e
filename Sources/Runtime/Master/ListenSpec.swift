import Glibc
import Plan

/// One listening socket that a plan needs, as the worker asks the master for it. The master knows nothing else of a plan.
package struct ListenSpec: Equatable {
    /// The stable key (``ListenerRecord/key``): the same key is the same socket in every plan.
    package var key: [UInt8] = []
    package var family: AddressFamily = .none
    package var port: UInt32 = 0
    /// 16 bytes, network order; IPv4 in the first four.
    package var high: UInt64 = 0
    package var low: UInt64 = 0
    /// Path of a unix socket, or the abstract name without its NUL.
    package var path: [UInt8] = []
    package var interface: [UInt8] = []
    package var flags: ListenerFlags = []
    package var backlog: UInt32 = 1024
    /// `UInt32.max`: not given. Names go before numbers.
    package var unixMode = UInt32.max
    package var unixUID = UInt32.max
    package var unixGID = UInt32.max
    package var unixUser: [UInt8] = []
    package var unixGroup: [UInt8] = []
    /// The worker has the descriptor already; it is not sent again.
    package var isHeld = false
    package init() {}

    /// From a plan's row. `backlog` stands for the row's 0.
    package init(_ record: ListenerRecord, plan: Plan, backlog: UInt32) {
        key = [UInt8](plan.bytes(record.key))
        family = record.address.family
        port = record.address.port
        high = UInt64(record.address.word0) | UInt64(record.address.word1) << 32
        low = UInt64(record.address.word2) | UInt64(record.address.word3) << 32
        path = [UInt8](plan.bytes(record.address.text))
        interface = [UInt8](plan.bytes(record.interface))
        flags = record.flags
        self.backlog = record.backlog == 0 ? backlog : record.backlog
        unixMode = record.unixMode
        unixUID = record.unixUID
        unixGID = record.unixGID
        unixUser = [UInt8](plan.bytes(record.unixUser))
        unixGroup = [UInt8](plan.bytes(record.unixGroup))
    }

    /// A command socket at a path.
    package init(unixPath: [UInt8], mode: UInt32) {
        key = [UInt8]("unix:".utf8) + unixPath
        family = .unix
        path = unixPath
        unixMode = mode
        backlog = 128
    }

    package var isInternet: Bool { family == .ipv4 || family == .ipv6 }

    /// For people: `127.0.0.1:80`, `[::1]:80`, `/run/x.sock`.
    package var description: String {
        switch family {
        case .ipv4, .ipv6:
            var address = PeerAddress()
            address.family = family == .ipv4 ? 4 : 6
            address.port = UInt16(truncatingIfNeeded: port)
            address.high = high
            address.low = low
            return AddressDescription.describe(address)
        case .unix: return String(decoding: path, as: UTF8.self)
        case .abstractUnix: return "abns@" + String(decoding: path, as: UTF8.self)
        case .descriptor: return "fd@\(port)"
        case .name, .none: return String(decoding: key, as: UTF8.self)
        }
    }

    /// Both could hold the same local address and port, so that one's being open says nothing about foreign processes.
    package func overlaps(_ other: ListenSpec) -> Bool {
        if family == .abstractUnix { return other.family == .abstractUnix && path == other.path }
        guard isInternet, other.isInternet, port == other.port else { return false }
        let isAny = high == 0 && low == 0
        let otherIsAny = other.high == 0 && other.low == 0
        if family == other.family { return isAny || otherIsAny || (high == other.high && low == other.low) }
        // An IPv6 wildcard takes IPv4 connections too, unless told otherwise.
        let six = family == .ipv6 ? self : other
        return six.high == 0 && six.low == 0 && !six.flags.contains(.v6only)
    }
}

extension ByteWriter {
    mutating func write(_ spec: ListenSpec) {
        write(spec.key)
        write(spec.family.rawValue)
        write(spec.port)
        write(spec.high)
        write(spec.low)
        write(spec.path)
        write(spec.interface)
        write(spec.flags.rawValue)
        write(spec.backlog)
        write(spec.unixMode)
        write(spec.unixUID)
        write(spec.unixGID)
        write(spec.unixUser)
        write(spec.unixGroup)
        write(spec.isHeld)
    }
}

extension ByteReader {
    mutating func listenSpec() -> ListenSpec {
        var spec = ListenSpec()
        spec.key = string()
        spec.family = AddressFamily(rawValue: number()) ?? .none
        spec.port = number()
        spec.high = number()
        spec.low = number()
        spec.path = string()
        spec.interface = string()
        spec.flags = ListenerFlags(rawValue: number())
        spec.backlog = number()
        spec.unixMode = number()
        spec.unixUID = number()
        spec.unixGID = number()
        spec.unixUser = string()
        spec.unixGroup = string()
        spec.isHeld = flag()
        return spec
    }
}
