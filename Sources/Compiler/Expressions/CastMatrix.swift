import GrammarFormat

/// Which type of sample can become which (manual 7.2).
enum CastMatrix {
    /// Whether a sample of type `from` can be used where `to` is asked for.
    static func allows(_ from: SampleType, _ to: SampleType) -> Bool { row(from).possible & bit(to) != 0 }

    /// Whether it can, and its bytes stay as they are.
    static func isFree(_ from: SampleType, _ to: SampleType) -> Bool { row(from).free & bit(to) != 0 }

    private static func bit(_ type: SampleType) -> UInt16 { 1 << UInt16(type.rawValue) }
    private static func set(_ types: SampleType...) -> UInt16 { types.reduce(0) { $0 | bit($1) } }

    private static func row(_ from: SampleType) -> (possible: UInt16, free: UInt16) {
        switch from {
        case .any: (set(.any, .bool, .sint, .addr, .ipv4, .ipv6, .str, .bin, .meth), set(.any))
        case .bool: (set(.any, .bool, .sint, .str, .bin), set(.any, .bool, .sint))
        case .sint: (set(.any, .bool, .sint, .addr, .ipv4, .ipv6, .str, .bin), set(.any, .bool, .sint))
        case .addr: (set(.any, .addr, .ipv4, .ipv6, .str, .bin), set(.any))
        case .ipv4: (set(.any, .sint, .addr, .ipv4, .ipv6, .str, .bin), set(.any, .addr, .ipv4))
        case .ipv6: (set(.any, .addr, .ipv4, .ipv6, .str, .bin), set(.any, .addr, .ipv6))
        case .str: (set(.any, .bool, .sint, .addr, .ipv4, .ipv6, .str, .bin, .meth), set(.any, .str, .bin))
        case .bin: (set(.any, .str, .bin, .meth), set(.any, .bin))
        case .meth: (set(.any, .str, .bin, .meth), set(.any, .meth))
        case .none, .same: (0, 0)
        }
    }
}

extension SampleType {
    /// For messages.
    var title: String {
        switch self {
        case .none: "nothing"
        case .any, .same: "any type"
        case .bool: "a boolean"
        case .sint: "an integer"
        case .addr: "an address"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .str: "a string"
        case .bin: "a binary"
        case .meth: "a method"
        }
    }
}
