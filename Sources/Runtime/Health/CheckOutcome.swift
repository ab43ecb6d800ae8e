/// How a health check ended, as `show stat` and logs name it (manual section 9.1, check_status).
package enum CheckOutcome: UInt32 {
    case none = 0
    case l4ok = 1
    case l4timeout = 2
    case l4connect = 3
    case l7ok = 4
    case l7okConditional = 5
    case l7timeout = 6
    case l7response = 7
    case l7status = 8
    case socketError = 9

    package var passed: Bool { self == .l4ok || self == .l7ok || self == .l7okConditional }

    package var name: StaticString {
        switch self {
        case .none: "INI"
        case .l4ok: "L4OK"
        case .l4timeout: "L4TOUT"
        case .l4connect: "L4CON"
        case .l7ok: "L7OK"
        case .l7okConditional: "L7OKC"
        case .l7timeout: "L7TOUT"
        case .l7response: "L7RSP"
        case .l7status: "L7STS"
        case .socketError: "SOCKERR"
        }
    }

    package var text: StaticString {
        switch self {
        case .none: "Initializing"
        case .l4ok: "Layer4 check passed"
        case .l4timeout: "Layer4 timeout"
        case .l4connect: "Layer4 connection problem"
        case .l7ok: "Layer7 check passed"
        case .l7okConditional: "Layer7 check conditionally passed"
        case .l7timeout: "Layer7 timeout"
        case .l7response: "Layer7 invalid response"
        case .l7status: "Layer7 wrong status"
        case .socketError: "Socket error"
        }
    }
}

/// The counter behind UP and DOWN (manual section 5.2, `rise` and `fall`): 0 is down, `rise + fall - 1` is as healthy as can be, and
/// `rise` is the least that counts as up.
package struct HealthCounter {
    package private(set) var value: UInt32

    /// A server begins up, and one failure away from down, as in HAProxy.
    package init(rise: UInt32) { value = rise }

    package static func isUp(_ value: UInt32, rise: UInt32) -> Bool { value >= rise }

    /// Answers true when the server goes up with this success.
    package mutating func succeed(rise: UInt32, fall: UInt32) -> Bool {
        let wasUp = value >= rise
        let top = max(rise &+ fall, 1) &- 1
        if value < top { value &+= 1 }
        if !wasUp && value >= rise {
            value = top
            return true
        }
        value = min(value, top)
        return false
    }

    /// Answers true when the server goes down with this failure.
    package mutating func fail(rise: UInt32, fall: UInt32) -> Bool {
        let wasUp = value >= rise
        if value > rise {
            value = min(value, max(rise &+ fall, 1) &- 1) &- 1
            if value >= rise { return false }
        }
        value = 0
        return wasUp
    }
}
