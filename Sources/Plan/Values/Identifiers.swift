/// A row number in one table of a plan. The types keep a server's number out of a table of proxies.
/// Row numbers are local to one plan: state that outlives a plan is addressed by keys (DESIGN section 5).
public protocol PlanIndex: Hashable, Comparable, Sendable {
    var raw: UInt32 { get }
    init(_ raw: UInt32)
}

extension PlanIndex {
    @inlinable public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
    /// The value stored where there is no row.
    @inlinable public static var none: Self { Self(UInt32.max) }
    @inlinable public var isNone: Bool { raw == UInt32.max }
    @inlinable public var index: Int { Int(raw) }
}

/// A row of ``Plan/proxies``: a frontend, backend or listen section.
@frozen public struct ProxyID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/servers``.
@frozen public struct ServerID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/listeners``: one listening address (port ranges are expanded).
@frozen public struct ListenerID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/rules``.
@frozen public struct RuleID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/ruleSets``.
@frozen public struct RuleSetID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A place in ``Plan/code``.
@frozen public struct CodeIndex: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/operands``.
@frozen public struct OperandID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/patternSets``: what one ACL or map compares with.
@frozen public struct PatternSetID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/patterns``.
@frozen public struct PatternID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/checks``: how a backend's servers are checked.
@frozen public struct CheckID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/checkHeaders``.
@frozen public struct CheckHeaderID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/logTargets``.
@frozen public struct LogTargetID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/followedFiles``: files whose contents are read while running.
@frozen public struct FollowedFileID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/assets``: the bytes of a file that the configuration names.
@frozen public struct AssetID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/errorFiles``.
@frozen public struct ErrorFileID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/objects``: what the difference and the handover compare.
@frozen public struct ObjectID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/settings``: one distinct (word, value) pair.
@frozen public struct SettingID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/settingReferences``: one use of a setting by an object.
@frozen public struct SettingReferenceID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A row of ``Plan/sourceFiles``.
@frozen public struct SourceFileID: PlanIndex {
    public let raw: UInt32
    @inlinable public init(_ raw: UInt32) { self.raw = raw }
}
