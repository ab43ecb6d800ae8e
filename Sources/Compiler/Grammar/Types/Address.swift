import GrammarFormat

/// A captured address, decoded: which family and socket it names, its ports, and where in the word its host or path stands.
package struct AddressValue: Equatable, Sendable {
    /// `.any` for a host name.
    package var family: AddressFamily
    package var socket: SocketKind
    /// 0 where none is given. With `portSign` not 0, an offset.
    package var portFirst: UInt16
    package var portLast: UInt16
    /// -1 or 1 for an offset from the port that the connection came to.
    package var portSign: Int8
    package var hasPort: Bool
    /// The host must be resolved.
    package var isHostName: Bool
    /// The host, path or name: its bytes in the word. Brackets of IPv6 are not included.
    package var hostStart: Int
    package var hostCount: Int

    package init(_ capture: Capture) {
        family = AddressFamily(rawValue: UInt8(truncatingIfNeeded: capture.value & 15)) ?? .any
        socket = SocketKind(rawValue: UInt8(truncatingIfNeeded: capture.value &>> 4 & 15)) ?? .standard
        portFirst = UInt16(truncatingIfNeeded: capture.value &>> 16)
        portLast = UInt16(truncatingIfNeeded: capture.value &>> 32)
        let flags = capture.value &>> 8 & 255
        portSign = flags & 1 != 0 ? -1 : flags & 2 != 0 ? 1 : 0
        hasPort = flags & 4 != 0
        isHostName = flags & 8 != 0
        hostStart = Int(capture.aux & 0xFFFF_FFFF)
        hostCount = Int(capture.aux &>> 32)
    }
}

extension ValueReader {
    /// Reads an address in any form of manual 2.9. `capture.start` must be set: host positions count from the word's first byte.
    static func address(_ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        let flags = type.flags
        if flags & TypeFlag.fromHeader != 0 {
            let name: StaticString = "hdr_ip("
            let count = name.utf8CodeUnitCount
            if bytes.count >= count, bytes.slice(0, count).equals(WordBytes(base: name.utf8Start, count: count)) {
                return finish(&capture, .unix, .standard, 0, bytes.count)
            }
        }
        var family = AddressFamily.any
        var socket = SocketKind.standard
        var at = 0
        // At most two prefixes: a kind of socket, then a family. A prefix ends in '+' or '@'.
        var index = 0
        while index < bytes.count, index < 9 {
            let byte = bytes.base[index]
            if byte == 0x2B || byte == 0x40 {
                guard let row = Grammar.find(bytes.slice(at, index &+ 1 &- at), in: .addressPrefix) else { break }
                if row.socketKind != .standard { socket = row.socketKind }
                family = row.addressFamily
                at = index &+ 1
                if byte == 0x40 { break }
            }
            index &+= 1
        }
        // The reference puts environment variables into addresses itself, when they are looked up.
        if let dollar = bytes.first(0x24), dollar &+ 1 < bytes.count, bytes.base[dollar &+ 1] == 0x7B {
            let isIP = family == .any || family == .ipv4 || family == .ipv6
            capture.value = UInt64(family.rawValue) | UInt64(socket.rawValue) &<< 4 | (isIP ? 8 &<< 8 : 0)
            capture.aux = UInt64(Int(capture.start) &+ at) | UInt64(bytes.count &- at) &<< 32
            return .none
        }
        if at == 0 || bytes.base[at &- 1] == 0x2B, at < bytes.count, bytes.base[at] == 0x2F { family = .unix }
        let rest = bytes.dropping(at)
        switch family {
        case .fd, .sockpair:
            if flags & TypeFlag.ipOnly != 0 { return ReadProblem(kind: .familyNotAllowed, count: bytes.count) }
            var digits = 0
            while digits < rest.count, isDigit(rest.base[digits]) { digits &+= 1 }
            if digits == 0 || digits < rest.count || digits > 9 { return ReadProblem(kind: .badDescriptor, start: at, count: rest.count) }
            return finish(&capture, family, socket, at, rest.count)
        case .unix, .abns, .abnsz, .rhttp:
            if flags & TypeFlag.ipOnly != 0 { return ReadProblem(kind: .familyNotAllowed, count: bytes.count) }
            // sockaddr_un holds 108 bytes; the reference keeps ten for the names it binds while starting.
            let room = family == .unix ? 107 - 10 : 107
            if family != .rhttp, rest.count > room { return ReadProblem(kind: .pathTooLong, start: at, count: rest.count) }
            return finish(&capture, family, socket, at, rest.count)
        case .any, .ipv4, .ipv6: break
        }
        // A prefix alone: any address.
        if rest.count == 0 {
            if flags & TypeFlag.portRequired != 0 { return ReadProblem(kind: .missingPort, count: bytes.count) }
            if family == .any { family = IPText.family(rest) }
            return finish(&capture, family, socket, at, 0)
        }
        // The last colon that no closing bracket follows separates the port.
        var colon = rest.count &- 1
        while colon > 0, rest.base[colon] != 0x5D, rest.base[colon] != 0x3A { colon &-= 1 }
        var hostCount = rest.count
        var ports: UInt64 = 0
        var bits: UInt64 = 0
        if rest.base[colon] == 0x3A {
            if flags & TypeFlag.port == 0 { return ReadProblem(kind: .portNotAllowed, start: at &+ colon, count: rest.count &- colon) }
            hostCount = colon
            let problem = port(flags, rest.dropping(colon &+ 1), at &+ colon &+ 1, &ports, &bits)
            if problem.kind != .none { return problem }
        } else if flags & TypeFlag.portRequired != 0 {
            return ReadProblem(kind: .missingPort, count: bytes.count)
        }
        var hostStart = at
        var host = rest.slice(0, hostCount)
        if hostCount >= 2, host.base[0] == 0x5B, host.base[hostCount &- 1] == 0x5D {
            host = host.slice(1, hostCount &- 2)
            hostStart &+= 1
        }
        var found = IPText.family(host)
        if found == .any, IPText.olderIPv4(host) != nil { found = .ipv4 }
        if family == .any {
            family = found
        } else if family != found, host.count > 0, !(host.count == 1 && host.base[0] == 0x2A) {
            if flags & TypeFlag.host == 0 || found != .any { return ReadProblem(kind: .badAddress, start: hostStart, count: host.count) }
        }
        if found == .any {
            bits |= 8
            if flags & TypeFlag.host == 0 || host.first(0x2F) != nil {
                return ReadProblem(kind: .badAddress, start: hostStart, count: host.count)
            }
        }
        capture.value = UInt64(family.rawValue) | UInt64(socket.rawValue) &<< 4 | bits &<< 8 | ports &<< 16
        capture.aux = UInt64(Int(capture.start) &+ hostStart) | UInt64(host.count) &<< 32
        return .none
    }

    private static func finish(
        _ capture: inout Capture, _ family: AddressFamily, _ socket: SocketKind, _ start: Int, _ count: Int
    ) -> ReadProblem {
        capture.value = UInt64(family.rawValue) | UInt64(socket.rawValue) &<< 4
        capture.aux = UInt64(Int(capture.start) &+ start) | UInt64(count) &<< 32
        return .none
    }

    /// A port, a range of them, or an offset.
    private static func port(_ flags: Int, _ text: WordBytes, _ at: Int, _ ports: inout UInt64, _ bits: inout UInt64) -> ReadProblem {
        let required = flags & TypeFlag.portRequired != 0
        if text.count == 0 { return required ? ReadProblem(kind: .missingPort, start: at &- 1, count: 1) : .none }
        var index = 0
        if text.base[0] == 0x2D || text.base[0] == 0x2B {
            if flags & TypeFlag.portOffset == 0 { return ReadProblem(kind: .portOffsetNotAllowed, start: at, count: text.count) }
            bits |= text.base[0] == 0x2D ? 1 : 2
            index = 1
            let offset = digits(text, &index)
            if offset < 0 || index < text.count { return ReadProblem(kind: .badPort, start: at, count: text.count) }
            ports = UInt64(offset) | UInt64(offset) &<< 16
            bits |= 4
            return .none
        }
        let first = digits(text, &index)
        if first < 0 { return ReadProblem(kind: .badPort, start: at, count: text.count) }
        var last = first
        if index < text.count, text.base[index] == 0x2D {
            if flags & TypeFlag.portRange == 0 { return ReadProblem(kind: .portRangeNotAllowed, start: at, count: text.count) }
            index &+= 1
            last = digits(text, &index)
        }
        if index < text.count || last < 0 { return ReadProblem(kind: .badPort, start: at, count: text.count) }
        if first > 65535 || last > 65535 || (required && (first == 0 || last == 0)) {
            return ReadProblem(kind: .badPort, start: at, count: text.count)
        }
        if first > last { return ReadProblem(kind: .badPortRange, start: at, count: text.count) }
        ports = UInt64(first) | UInt64(last) &<< 16
        bits |= 4
        return .none
    }

    /// An address with an optional mask or prefix length.
    static func network(_ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        let slash = bytes.first(0x2F)
        let host = bytes.slice(0, slash ?? bytes.count)
        let family = IPText.family(host)
        if family == .any || host.count == 0 || host.base[0] == 0x2A { return ReadProblem(kind: .badAddress, count: host.count) }
        capture.value = UInt64(family.rawValue)
        capture.aux = UInt64(family == .ipv4 ? 32 : 128)
        guard let slash else { return .none }
        let mask = bytes.dropping(slash &+ 1)
        if family == .ipv4, mask.first(0x2E) != nil {
            guard let text = IPText.ipv4(mask) else { return ReadProblem(kind: .badMask, start: slash &+ 1, count: mask.count) }
            let inverted = ~text
            if inverted & (inverted &+ 1) != 0 { return ReadProblem(kind: .badMask, start: slash &+ 1, count: mask.count) }
            capture.aux = UInt64(text.nonzeroBitCount)
            return .none
        }
        var index = 0
        let length = digits(mask, &index)
        if length < 0 || index < mask.count || length > Int(capture.aux) {
            return ReadProblem(kind: .badMask, start: slash &+ 1, count: mask.count)
        }
        capture.aux = UInt64(length)
        return .none
    }
}
