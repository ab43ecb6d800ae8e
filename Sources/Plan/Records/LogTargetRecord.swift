@frozen public enum LogTargetKind: UInt32, Sendable {
    /// UDP, to an IPv4 or IPv6 address or a name.
    case udp = 0
    /// A datagram unix socket.
    case unix = 1
    case stdout = 2
    case stderr = 3
    case descriptor = 4
}

/// `format` of a log line's envelope (manual section 4.2, `log`).
@frozen public enum LogEnvelope: UInt32, Sendable {
    case rfc3164 = 0
    case rfc5424 = 1
    case raw = 2
    case short = 3
    case priority = 4
    case timed = 5
    case iso = 6
    case local = 7
}

/// One `log` line after `log global` is expanded.
@frozen public struct LogTargetRecord: Sendable {
    public var kindRaw: UInt32 = 0
    public var envelopeRaw: UInt32 = 0
    public var address: Address = .none
    /// Syslog's number, 0 to 23.
    public var facility: UInt32 = 16
    /// Lines above this level are not sent; 0 (emerg) to 7 (debug).
    public var maxLevel: UInt32 = 7
    /// Lines below this level are raised to it.
    public var minLevel: UInt32 = 0
    /// Bytes of one line.
    public var length: UInt32 = 1024
    public init() {}

    @inlinable public var kind: LogTargetKind { LogTargetKind(rawValue: kindRaw) ?? .udp }
    @inlinable public var envelope: LogEnvelope { LogEnvelope(rawValue: envelopeRaw) ?? .rfc3164 }
}
