/// What a proxy does (manual section 4).
@frozen public struct ProxyCapabilities: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable public static var frontend: ProxyCapabilities { .init(rawValue: 1) }
    @inlinable public static var backend: ProxyCapabilities { .init(rawValue: 2) }
    /// A `listen` section has both and this.
    @inlinable public static var listen: ProxyCapabilities { .init(rawValue: 4) }
}

/// `mode` (manual section 4.2).
@frozen public enum ProxyMode: UInt32, Sendable {
    case tcp = 0
    case http = 1
}

/// The `option`s that are on after inheritance.
@frozen public struct ProxyOptions: OptionSet, Sendable {
    public let rawValue: UInt64
    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
    @inlinable public static var forwardfor: ProxyOptions { .init(rawValue: 1 << 0) }
    /// `option forwardfor if-none`
    @inlinable public static var forwardforIfNone: ProxyOptions { .init(rawValue: 1 << 1) }
    @inlinable public static var httpclose: ProxyOptions { .init(rawValue: 1 << 2) }
    @inlinable public static var httpServerClose: ProxyOptions { .init(rawValue: 1 << 3) }
    @inlinable public static var httpKeepAlive: ProxyOptions { .init(rawValue: 1 << 4) }
    @inlinable public static var httplog: ProxyOptions { .init(rawValue: 1 << 5) }
    @inlinable public static var tcplog: ProxyOptions { .init(rawValue: 1 << 6) }
    @inlinable public static var dontlognull: ProxyOptions { .init(rawValue: 1 << 7) }
    @inlinable public static var dontlogNormal: ProxyOptions { .init(rawValue: 1 << 8) }
    @inlinable public static var logSeparateErrors: ProxyOptions { .init(rawValue: 1 << 9) }
    @inlinable public static var logasap: ProxyOptions { .init(rawValue: 1 << 10) }
    @inlinable public static var redispatch: ProxyOptions { .init(rawValue: 1 << 11) }
    @inlinable public static var abortonclose: ProxyOptions { .init(rawValue: 1 << 12) }
    @inlinable public static var logHealthChecks: ProxyOptions { .init(rawValue: 1 << 13) }
    @inlinable public static var allbackups: ProxyOptions { .init(rawValue: 1 << 14) }
    @inlinable public static var tcpka: ProxyOptions { .init(rawValue: 1 << 15) }
    @inlinable public static var clitcpka: ProxyOptions { .init(rawValue: 1 << 16) }
    @inlinable public static var srvtcpka: ProxyOptions { .init(rawValue: 1 << 17) }
    @inlinable public static var httpNoDelay: ProxyOptions { .init(rawValue: 1 << 18) }
    @inlinable public static var httpIgnoreProbes: ProxyOptions { .init(rawValue: 1 << 19) }
    @inlinable public static var nolinger: ProxyOptions { .init(rawValue: 1 << 20) }
    @inlinable public static var persist: ProxyOptions { .init(rawValue: 1 << 21) }
    @inlinable public static var disabled: ProxyOptions { .init(rawValue: 1 << 22) }
    @inlinable public static var spliceAuto: ProxyOptions { .init(rawValue: 1 << 23) }
    @inlinable public static var spliceRequest: ProxyOptions { .init(rawValue: 1 << 24) }
    @inlinable public static var spliceResponse: ProxyOptions { .init(rawValue: 1 << 25) }
    @inlinable public static var originalto: ProxyOptions { .init(rawValue: 1 << 26) }
}

/// Milliseconds; ``unset`` means the directive was not given (no limit), as in HAProxy.
@frozen public struct Timeouts: Sendable {
    @inlinable public static var unset: UInt32 { UInt32.max }
    public var connectMs: UInt32 = UInt32.max
    public var clientMs: UInt32 = UInt32.max
    public var serverMs: UInt32 = UInt32.max
    public var queueMs: UInt32 = UInt32.max
    public var httpRequestMs: UInt32 = UInt32.max
    public var httpKeepAliveMs: UInt32 = UInt32.max
    public var tunnelMs: UInt32 = UInt32.max
    public var checkMs: UInt32 = UInt32.max
    public var clientFinMs: UInt32 = UInt32.max
    public var serverFinMs: UInt32 = UInt32.max
    public var tarpitMs: UInt32 = UInt32.max
    public init() {}
}

/// `balance` (manual section 4.2).
@frozen public enum BalanceAlgorithm: UInt32, Sendable {
    case roundrobin = 0
    case staticRoundRobin = 1
    case leastconn = 2
    case first = 3
    case random = 4
    case source = 5
}

/// A frontend, backend or listen section after inheritance from its defaults.
@frozen public struct ProxyRecord: Sendable {
    /// The section's name.
    public var name: Text = .none
    /// The stable key: `proxy:NAME/frontend`, `/backend` or `/listen`, or `guid:GUID`.
    public var key: Text = .none
    public var guid: Text = .none
    /// `id`, or the number that HAProxy would give.
    public var numericID: UInt32 = 0
    public var capabilitiesRaw: UInt32 = 0
    public var modeRaw: UInt32 = 0
    public var balanceRaw: UInt32 = 0
    public var optionsRaw: UInt64 = 0
    /// Frontend connections; 0: the global one.
    public var maxconn: UInt32 = 0
    public var fullconn: UInt32 = 0
    public var backlog: UInt32 = 0
    public var retries: UInt32 = 3
    /// `option redispatch <interval>`
    public var redispatchInterval: Int32 = -1
    /// Argument of the balance algorithm, such as `random(2)`.
    public var balanceArgument: UInt32 = 0
    public var defaultBackend: ProxyID = .none
    public var check: CheckID = .none
    public var timeouts: Timeouts = Timeouts()
    public var listeners: Rows<ListenerID> = Rows()
    public var servers: Rows<ServerID> = Rows()
    /// In the order of ``RuleSetKind``.
    public var ruleSets: Rows<RuleSetID> = Rows()
    public var logTargets: Rows<LogTargetID> = Rows()
    public var errorFiles: Rows<ErrorFileID> = Rows()
    public var logTag: Text = .none
    public var text: Text = .none
    /// Header that `option forwardfor` writes.
    public var forwardforHeader: Text = .none
    /// `option forwardfor except <network>`; family none where not given; `port` holds the prefix length.
    public var forwardforExcept: Address = .none
    public var object: ObjectID = .none
    public init() {}

    @inlinable public var capabilities: ProxyCapabilities { ProxyCapabilities(rawValue: capabilitiesRaw) }
    @inlinable public var mode: ProxyMode { modeRaw == 1 ? .http : .tcp }
    @inlinable public var options: ProxyOptions { ProxyOptions(rawValue: optionsRaw) }
    @inlinable public var balance: BalanceAlgorithm { BalanceAlgorithm(rawValue: balanceRaw) ?? .roundrobin }
}

/// `errorfile <status> <file>`
@frozen public struct ErrorFileRecord: Sendable {
    public var status: UInt32 = 0
    public var asset: AssetID = .none
    public init() {}
}
