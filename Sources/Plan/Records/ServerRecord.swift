@frozen public struct ServerFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable public static var check: ServerFlags { .init(rawValue: 1) }
    @inlinable public static var backup: ServerFlags { .init(rawValue: 2) }
    @inlinable public static var disabled: ServerFlags { .init(rawValue: 4) }
    /// No port given: the one the client connected to.
    @inlinable public static var portFromClient: ServerFlags { .init(rawValue: 8) }
    /// `+100` or `-100`: added to the port the client connected to; the offset is in the address's port as Int32.
    @inlinable public static var portOffset: ServerFlags { .init(rawValue: 16) }
    @inlinable public static var sendProxy: ServerFlags { .init(rawValue: 32) }
    @inlinable public static var sendProxyV2: ServerFlags { .init(rawValue: 64) }
    @inlinable public static var resolvePreferIPv4: ServerFlags { .init(rawValue: 128) }
    @inlinable public static var resolvePreferIPv6: ServerFlags { .init(rawValue: 256) }
}

/// `init-addr` in order, four bits each from the lowest: 1 last, 2 libc, 3 none, 4 the literal in ``ServerRecord/initialAddress``.
@frozen public struct ServerRecord: Sendable {
    public var proxy: ProxyID = .none
    public var flagsRaw: UInt32 = 0
    public var name: Text = .none
    /// The stable key: `PROXY/SERVER`, or `guid:GUID`.
    public var key: Text = .none
    public var address: Address = .none
    /// Where checks go when not to ``address``; family none: the same host.
    public var checkAddress: Address = .none
    /// 0: the server's own port.
    public var checkPort: UInt32 = 0
    public var numericID: UInt32 = 0
    public var weight: UInt32 = 1
    /// 0: no limit.
    public var maxconn: UInt32 = 0
    public var minconn: UInt32 = 0
    /// 0: no limit.
    public var maxqueue: UInt32 = 0
    public var interMs: UInt32 = 2000
    /// 0: as ``interMs``.
    public var fastInterMs: UInt32 = 0
    /// 0: as ``interMs``.
    public var downInterMs: UInt32 = 0
    public var rise: UInt32 = 2
    public var fall: UInt32 = 3
    public var slowStartMs: UInt32 = 0
    public var initAddrMethods: UInt32 = 0
    /// -1: no limit (`pool-max-conn`).
    public var poolMaxConn: Int32 = -1
    public var poolPurgeDelayMs: UInt32 = 5000
    public var object: ObjectID = .none
    public var initialAddress: Address = .none
    public init() {}

    @inlinable public var flags: ServerFlags { ServerFlags(rawValue: flagsRaw) }
}

@frozen public enum CheckKind: UInt32, Sendable {
    case tcp = 0
    case http = 1
}

@frozen public enum CheckExpectation: UInt32, Sendable {
    /// 2xx or 3xx, HAProxy's default.
    case standard = 0
    /// ``CheckRecord/expectPatterns`` over the status code.
    case status = 1
    /// ``CheckRecord/expectPatterns`` over the status code's text (regex).
    case rstatus = 2
    /// ``CheckRecord/expectPatterns`` over the body (substring).
    case string = 3
    /// ``CheckRecord/expectPatterns`` over the body (regex).
    case rstring = 4
}

@frozen public struct CheckFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// `http-check send-state`
    @inlinable public static var sendState: CheckFlags { .init(rawValue: 1) }
    /// `http-check expect !`
    @inlinable public static var negate: CheckFlags { .init(rawValue: 2) }
    /// `http-check disable-on-404`
    @inlinable public static var disableOn404: CheckFlags { .init(rawValue: 4) }
}

/// How a backend's servers are checked (manual section 4.2, `option httpchk`, `http-check`).
@frozen public struct CheckRecord: Sendable {
    public var kindRaw: UInt32 = 0
    public var flagsRaw: UInt32 = 0
    public var method: Text = .none
    public var uri: Text = .none
    public var version: Text = .none
    public var body: Text = .none
    public var headers: Rows<CheckHeaderID> = Rows()
    public var expectRaw: UInt32 = 0
    public var expectPatterns: PatternSetID = .none
    public init() {}

    @inlinable public var kind: CheckKind { kindRaw == 1 ? .http : .tcp }
    @inlinable public var flags: CheckFlags { CheckFlags(rawValue: flagsRaw) }
    @inlinable public var expect: CheckExpectation { CheckExpectation(rawValue: expectRaw) ?? .standard }
}

@frozen public struct CheckHeaderRecord: Sendable {
    public var name: Text = .none
    public var value: Text = .none
    public init() {}
}
