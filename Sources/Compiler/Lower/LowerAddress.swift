import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// The address of a capture, with `port` instead of its own where one is given.
    mutating func address(_ capture: Capture, of directive: DirectiveRow, port: UInt32? = nil) -> Address {
        let value = AddressValue(capture)
        let word = configuration.bytes(Int(capture.word), of: directive)
        let host = word.slice(value.hostStart, value.hostCount)
        let port = port ?? UInt32(value.portFirst)
        switch value.family {
        case .ipv4, .ipv6, .any:
            if value.isHostName { return Address(family: .name, port: port, text: intern(host)) }
            if value.family == .ipv6 {
                let halves = IPText.ipv6(host) ?? (0, 0)
                return Address(
                    family: .ipv6, port: port,
                    words: (
                        UInt32(truncatingIfNeeded: halves.high >> 32).bigEndian, UInt32(truncatingIfNeeded: halves.high).bigEndian,
                        UInt32(truncatingIfNeeded: halves.low >> 32).bigEndian, UInt32(truncatingIfNeeded: halves.low).bigEndian
                    ))
            }
            // Empty and `*`: every address.
            return Address(family: .ipv4, port: port, words: ((IPText.ipv4(host) ?? IPText.olderIPv4(host) ?? 0).bigEndian, 0, 0, 0))
        case .unix: return Address(family: .unix, text: intern(host))
        case .abns: return Address(family: .abstractUnix, text: intern(host))
        case .fd: return Address(family: .descriptor, port: descriptor(host))
        case .abnsz, .sockpair, .rhttp:
            refuse("addresses of this family", at: configuration.range(capture, of: directive))
            return .none
        }
    }

    private func descriptor(_ digits: WordBytes) -> UInt32 {
        var value: UInt32 = 0
        for index in 0..<digits.count { value = value &* 10 &+ UInt32(digits.base[index] &- 0x30) }
        return value
    }

    /// Appends an address as it stands in keys: the same text for the same socket, however it was written.
    mutating func append(_ address: Address) {
        switch address.family {
        case .none: append("none")
        case .ipv4:
            append("ipv4:")
            appendIPv4(address.word0)
            scratch.append(0x3A)
            append(number: address.port)
        case .ipv6:
            append("ipv6:[")
            for (index, word) in [address.word0, address.word1, address.word2, address.word3].enumerated() {
                let host = word.bigEndian
                if index > 0 { scratch.append(0x3A) }
                append(hexadecimal: host >> 16)
                scratch.append(0x3A)
                append(hexadecimal: host & 0xffff)
            }
            append("]:")
            append(number: address.port)
        case .unix:
            append("unix:")
            append(address.text)
        case .abstractUnix:
            append("abns:")
            append(address.text)
        case .name:
            append("name:")
            append(address.text)
            scratch.append(0x3A)
            append(number: address.port)
        case .descriptor:
            append("fd:")
            append(number: address.port)
        }
    }

    private mutating func appendIPv4(_ word: UInt32) {
        for shift in stride(from: 0 as UInt32, through: 24, by: 8) {
            if shift > 0 { scratch.append(0x2E) }
            append(number: word >> shift & 255)
        }
    }

    private mutating func append(hexadecimal value: UInt32) {
        if value >= 16 { append(hexadecimal: value >> 4) }
        let digit = UInt8(truncatingIfNeeded: value & 15)
        scratch.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
    }
}
