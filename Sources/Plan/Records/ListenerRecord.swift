/// What a listening address is for.
@frozen public enum ListenerPurpose: UInt32, Sendable {
    /// `bind` of a frontend or listen section.
    case proxy = 0
    /// `stats socket` of the global section.
    case command = 1
}

@frozen public struct ListenerFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable public static var v4v6: ListenerFlags { .init(rawValue: 1) }
    @inlinable public static var v6only: ListenerFlags { .init(rawValue: 2) }
    @inlinable public static var acceptProxy: ListenerFlags { .init(rawValue: 4) }
    @inlinable public static var transparent: ListenerFlags { .init(rawValue: 8) }
    @inlinable public static var deferAccept: ListenerFlags { .init(rawValue: 16) }
    @inlinable public static var tfo: ListenerFlags { .init(rawValue: 32) }
    @inlinable public static var exposeListeners: ListenerFlags { .init(rawValue: 64) }
}

/// Access of a command socket (manual section 3.1, `level`).
@frozen public enum CommandLevel: UInt32, Sendable {
    case user = 1
    case `operator` = 2
    case admin = 3
}

/// One listening address (manual section 5.1). A `bind` with several addresses or a port range gives several rows.
@frozen public struct ListenerRecord: Sendable {
    public var proxy: ProxyID = .none
    public var purposeRaw: UInt32 = 0
    public var address: Address = .none
    /// The stable key of the socket: family, address, port, namespace and interface, and nothing else.
    public var key: Text = .none
    public var name: Text = .none
    public var interface: Text = .none
    public var flagsRaw: UInt32 = 0
    /// 0: the frontend's `backlog`, else its maxconn.
    public var backlog: UInt32 = 0
    /// 0: no limit of its own.
    public var maxconn: UInt32 = 0
    public var numericID: UInt32 = 0
    /// Permission bits of a unix socket, or UInt32.max.
    public var unixMode: UInt32 = UInt32.max
    public var unixUID: UInt32 = UInt32.max
    public var unixGID: UInt32 = UInt32.max
    public var levelRaw: UInt32 = 2
    /// Names stay names until the master looks them up.
    public var unixUser: Text = .none
    public var unixGroup: Text = .none
    /// Equal digests: a new connection would be set up the same way (fresh-connection rule, DESIGN section 7).
    public var setupDigest: ObjectDigest = ObjectDigest(high: 0, low: 0)
    public var object: ObjectID = .none
    public var reserved: UInt32 = 0
    public init() {}

    @inlinable public var purpose: ListenerPurpose { ListenerPurpose(rawValue: purposeRaw) ?? .proxy }
    @inlinable public var flags: ListenerFlags { ListenerFlags(rawValue: flagsRaw) }
    @inlinable public var level: CommandLevel { CommandLevel(rawValue: levelRaw) ?? .operator }
}
