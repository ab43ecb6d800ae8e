/// A loaded plan: typed tables over one mapped file (DESIGN section 5). Immutable; usable from any thread.
/// The memory belongs to the ``PlanImage`` that it came from and must not be used after that is unmapped.
@frozen public struct Plan: @unchecked Sendable {
    public let global: UnsafePointer<GlobalRecord>
    public let proxies: Table<ProxyRecord, ProxyID>
    public let listeners: Table<ListenerRecord, ListenerID>
    public let servers: Table<ServerRecord, ServerID>
    public let checks: Table<CheckRecord, CheckID>
    public let checkHeaders: Table<CheckHeaderRecord, CheckHeaderID>
    public let logTargets: Table<LogTargetRecord, LogTargetID>
    public let errorFiles: Table<ErrorFileRecord, ErrorFileID>
    public let ruleSets: Table<RuleSetRecord, RuleSetID>
    public let rules: Table<RuleRecord, RuleID>
    public let code: Table<Instruction, CodeIndex>
    public let operands: Table<Operand, OperandID>
    public let patternSets: Table<PatternSetRecord, PatternSetID>
    public let patterns: Table<PatternRecord, PatternID>
    public let followedFiles: Table<FollowedFileRecord, FollowedFileID>
    public let assets: Table<AssetRecord, AssetID>
    public let objects: Table<ObjectRecord, ObjectID>
    public let settings: Table<SettingRecord, SettingID>
    public let settingReferences: Table<SettingID, SettingReferenceID>
    /// Source map. Parallel tables; empty when the plan was written without one.
    public let sourceFiles: Table<Text, SourceFileID>
    public let proxyLocations: Table<SourceLocation, ProxyID>
    public let listenerLocations: Table<SourceLocation, ListenerID>
    public let serverLocations: Table<SourceLocation, ServerID>
    public let ruleLocations: Table<SourceLocation, RuleID>
    public let settingLocations: Table<SourceLocation, SettingReferenceID>
    public let pool: UnsafeRawBufferPointer
    public let assetBytes: UnsafeRawBufferPointer
    /// SHA-256 over everything that has an effect: without source map, comments and paths.
    public let meaningDigest: PlanDigest
    /// SHA-256 over the whole file.
    public let bytesDigest: PlanDigest

    /// The bytes of `text`; empty for ``Text/none``.
    @inlinable public func bytes(_ text: Text) -> UnsafeRawBufferPointer {
        if text.length == 0 { return UnsafeRawBufferPointer(start: pool.baseAddress, count: 0) }
        return UnsafeRawBufferPointer(rebasing: pool[Int(text.offset)..<Int(text.offset) &+ Int(text.length)])
    }

    /// For people: not for hot paths.
    public func string(_ text: Text) -> String { String(decoding: bytes(text), as: UTF8.self) }
}

/// 256 bits.
@frozen public struct PlanDigest: Hashable, Sendable {
    public var word0: UInt64
    public var word1: UInt64
    public var word2: UInt64
    public var word3: UInt64

    @inlinable public init(_ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }
}
