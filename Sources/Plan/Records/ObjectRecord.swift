/// What kind of object an ``ObjectRecord`` is.
@frozen public enum ObjectKind: UInt32, Sendable {
    case global = 0
    case proxy = 1
    case listener = 2
    case server = 3
    case commandSocket = 4
}

/// What a change of a setting needs, least first (grammar's `apply`, DESIGN section 7).
@frozen public enum Apply: UInt32, Sendable, Comparable {
    /// Taken by the running loops; connections notice nothing.
    case live = 0
    /// New connections only: those set up the old way are drained.
    case drain = 1
    /// A listening socket is opened, closed or replaced.
    case listener = 2
    /// A new worker process.
    case process = 3

    @inlinable public static func < (a: Apply, b: Apply) -> Bool { a.rawValue < b.rawValue }
}

/// What the difference and the handover compare. Sorted by kind, then by key bytes.
@frozen public struct ObjectRecord: Sendable {
    public var kindRaw: UInt32 = 0
    /// Row of the kind's own table (0 for global).
    public var row: UInt32 = 0
    public var key: Text = .none
    /// The object's own settings.
    public var settings: Rows<SettingReferenceID> = Rows()
    /// Settings that it shares with other objects written the same way; their place is the object's.
    public var common: Rows<SettingReferenceID> = Rows()
    /// Over the key and the settings' words and values, in order.
    public var digest: ObjectDigest = ObjectDigest(high: 0, low: 0)
    public init() {}

    @inlinable public var kind: ObjectKind { ObjectKind(rawValue: kindRaw) ?? .global }
}

@frozen public struct SettingFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The order among settings of the same word matters (rules).
    @inlinable public static var ordered: SettingFlags { .init(rawValue: 1) }
    /// Several of the same word may stand together (`log`, `acl`).
    @inlinable public static var repeats: SettingFlags { .init(rawValue: 2) }
    /// The value is never printed.
    @inlinable public static var secret: SettingFlags { .init(rawValue: 4) }
    /// Came from a defaults section.
    @inlinable public static var inherited: SettingFlags { .init(rawValue: 8) }
    /// A change of this setting drops run-time state (``DroppedState``, from bit 8).
    @inlinable public static func drops(_ state: DroppedState) -> SettingFlags { .init(rawValue: state.rawValue << 8) }
    @inlinable public var drops: DroppedState { DroppedState(rawValue: rawValue >> 8 & 0xff) }
}

/// What run-time state a change does not carry over: the bits of grammar's `drops`.
@frozen public struct DroppedState: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The last verdict of health checks.
    @inlinable public static var health: DroppedState { .init(rawValue: 1) }
    /// Entries of stick tables.
    @inlinable public static var tables: DroppedState { .init(rawValue: 2) }
    /// Idle connections to servers.
    @inlinable public static var idleConnections: DroppedState { .init(rawValue: 4) }
    /// Connections of clients, in good order: each ends with its next response.
    @inlinable public static var sessions: DroppedState { .init(rawValue: 8) }
    @inlinable public static var counters: DroppedState { .init(rawValue: 16) }
    /// Weights and states that were set on the command socket.
    @inlinable public static var weights: DroppedState { .init(rawValue: 32) }
    @inlinable public static var cache: DroppedState { .init(rawValue: 64) }
    /// Keys of TLS tickets.
    @inlinable public static var tickets: DroppedState { .init(rawValue: 128) }

    /// The words for people, in this order.
    public static let names: [(state: DroppedState, name: String)] = [
        (.health, "health"), (.tables, "table entries"), (.idleConnections, "idle connections"), (.sessions, "sessions"),
        (.counters, "counters"), (.weights, "weights set at run time"), (.cache, "cache"), (.tickets, "TLS tickets"),
    ]
}

/// One distinct effective setting: `timeout connect` / `5s`, `http-request set-header` / `X-A b if c`.
@frozen public struct SettingRecord: Hashable, Sendable {
    public var word: Text = .none
    public var value: Text = .none
    public var applyRaw: UInt32 = 0
    public var flagsRaw: UInt32 = 0
    public init() {}

    @inlinable public var apply: Apply { Apply(rawValue: applyRaw) ?? .process }
    @inlinable public var flags: SettingFlags { SettingFlags(rawValue: flagsRaw) }
}

/// A file whose first line is read while running (`file(<path>)`).
@frozen public struct FollowedFileRecord: Sendable {
    public var path: Text = .none
    public init() {}
}

/// The bytes of a file that the configuration names, inside the plan.
@frozen public struct AssetRecord: Sendable {
    /// Offset and length in the assets section.
    public var offset: UInt32 = 0
    public var length: UInt32 = 0
    /// SHA-256.
    public var digest0: UInt64 = 0
    public var digest1: UInt64 = 0
    public var digest2: UInt64 = 0
    public var digest3: UInt64 = 0
    public init() {}
}
