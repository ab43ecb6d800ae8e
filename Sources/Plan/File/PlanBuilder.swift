/// Collects the rows of a plan. The compiler's last phase fills one; tests write plans by hand with it.
/// Row order is the caller's and is kept, texts and settings stand in the order of first use: the same calls give the same bytes.
public struct PlanBuilder: Sendable {
    public var global = GlobalRecord()
    public var proxies: [ProxyRecord] = []
    public var listeners: [ListenerRecord] = []
    public var servers: [ServerRecord] = []
    public var checks: [CheckRecord] = []
    public var checkHeaders: [CheckHeaderRecord] = []
    public var logTargets: [LogTargetRecord] = []
    public var errorFiles: [ErrorFileRecord] = []
    public var ruleSets: [RuleSetRecord] = []
    public var rules: [RuleRecord] = []
    public var code: [Instruction] = []
    public var operands: [Operand] = []
    public var patternSets: [PatternSetRecord] = []
    public var patterns: [PatternRecord] = []
    public var followedFiles: [FollowedFileRecord] = []
    public var objects: [ObjectRecord] = []
    public var settingReferences: [SettingID] = []
    public var sourceFiles: [Text] = []
    public var proxyLocations: [SourceLocation] = []
    public var listenerLocations: [SourceLocation] = []
    public var serverLocations: [SourceLocation] = []
    public var ruleLocations: [SourceLocation] = []
    public var settingLocations: [SourceLocation] = []

    /// Written into the header; at most ``PlanLimits/headerText`` bytes each.
    public var compilerVersion = "0.1.0"
    public var target = "baton"
    /// Without a source map the location tables and the names of files are left out.
    public var writesSourceMap = true

    public internal(set) var settings: [SettingRecord] = []
    public internal(set) var assets: [AssetRecord] = []
    var pool = BytePool()
    var sourcePool = BytePool()
    var assetBytes: [UInt8] = []
    /// The objects are sorted and digested: nothing is added after that.
    var isComplete = false
    var settingIndex = RunIndex(capacity: 1024)
    var settingListIndex = RunIndex()
    var settingLists: [SettingList] = []
    var operandIndex = RunIndex()
    var patternSetIndex = RunIndex()

    public init() {}
}

extension PlanBuilder {
    /// Makes room for a configuration of so many servers and directives: tables that grow by doubling are copied again and again.
    public mutating func reserve(servers count: Int, directives: Int) {
        let total = count &+ directives
        LargeMemory.reserve(&servers, count)
        LargeMemory.reserve(&serverLocations, count)
        LargeMemory.reserve(&objects, count &+ directives / 8)
        LargeMemory.reserve(&settings, total)
        LargeMemory.reserve(&settingReferences, total)
        LargeMemory.reserve(&settingLocations, total)
        LargeMemory.reserve(&rules, directives / 2)
        LargeMemory.reserve(&ruleLocations, directives / 2)
        LargeMemory.reserve(&ruleSets, directives / 4)
        LargeMemory.reserve(&code, directives &* 4)
        LargeMemory.reserve(&patterns, directives / 2)
        LargeMemory.reserve(&patternSets, directives / 2)
        LargeMemory.reserve(&proxies, directives / 8)
        LargeMemory.reserve(&proxyLocations, directives / 8)
        LargeMemory.reserve(&checks, directives / 8)
        LargeMemory.reserve(&checkHeaders, directives / 8)
        pool.reserve(bytes: total &* 48, texts: directives)
        settingIndex.reserve(directives)
    }
}

// MARK: Texts

extension PlanBuilder {
    /// The text in the plan's pool, stored once.
    public mutating func intern(_ bytes: UnsafeRawBufferPointer) -> Text { pool.intern(bytes) }

    public mutating func intern(_ bytes: [UInt8]) -> Text { bytes.withUnsafeBytes { pool.intern($0) } }

    public mutating func intern(_ text: StaticString) -> Text {
        pool.intern(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @_disfavoredOverload
    public mutating func intern(_ text: String) -> Text {
        var copy = text
        return copy.withUTF8 { pool.intern(UnsafeRawBufferPointer($0)) }
    }

    /// The bytes of a text of this builder. The buffer is valid inside `body` only.
    public func withBytes<Result>(_ text: Text, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        pool.bytes.withUnsafeBytes { body(text.bytes(in: $0)) }
    }

    /// A text that no other is equal to, such as a key: stored without looking for one.
    public mutating func store(_ bytes: UnsafeRawBufferPointer) -> Text {
        bytes.count == 0 ? .empty : pool.append(bytes)
    }

    /// A setting that no other is equal to, such as a server's address: stored without looking for one.
    public mutating func store(_ setting: SettingRecord) -> SettingID {
        settings.append(setting)
        return SettingID(UInt32(truncatingIfNeeded: settings.count &- 1))
    }

    /// Appends the bytes of a text of this builder. (Mutating, so that calling it borrows the builder in place: a copy of it would
    /// retain forty tables.)
    public mutating func append(_ text: Text, to buffer: inout [UInt8]) {
        if text.length == 0 { return }
        buffer.append(contentsOf: pool.bytes[Int(text.offset)..<Int(text.offset) &+ Int(text.length)])
    }

    /// A file of the source map. Its path counts for the bytes of the plan and not for its meaning.
    public mutating func addSourceFile(_ path: UnsafeRawBufferPointer) -> SourceFileID {
        sourceFiles.append(sourcePool.intern(path))
        return SourceFileID(UInt32(truncatingIfNeeded: sourceFiles.count &- 1))
    }
}

// MARK: Settings, operands, patterns

extension PlanBuilder {
    public mutating func intern(_ setting: SettingRecord) -> SettingID {
        let hash = hashRow(setting)
        let found = settings.withUnsafeBufferPointer { rows in settingIndex.find(hash) { first, _ in rows[Int(first)] == setting } }
        if let found { return SettingID(found.first) }
        let row = UInt32(truncatingIfNeeded: settings.count)
        settingIndex.insert(hash, first: row, count: 1)
        settings.append(setting)
        return SettingID(row)
    }

    /// `intern(setting:)` from its parts.
    public mutating func internSetting(
        _ word: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, apply: Apply, flags: SettingFlags = []
    ) -> SettingID {
        var setting = SettingRecord()
        setting.word = pool.intern(word)
        setting.value = pool.intern(value)
        setting.applyRaw = apply.rawValue
        setting.flagsRaw = flags.rawValue
        return intern(setting)
    }

    /// The operands as consecutive rows, equal runs stored once. Empty: no rows.
    public mutating func intern(operands run: [Operand]) -> (first: OperandID, count: UInt32) {
        if run.isEmpty { return (OperandID(0), 0) }
        let hash = run.withUnsafeBytes { hashBytes($0) }
        let found = operands.withUnsafeBufferPointer { rows in
            operandIndex.find(hash) { first, count in
                Int(count) == run.count && rows[Int(first)..<Int(first) &+ Int(count)].elementsEqual(run)
            }
        }
        if let found { return (OperandID(found.first), found.count) }
        let first = UInt32(truncatingIfNeeded: operands.count)
        let count = UInt32(truncatingIfNeeded: run.count)
        operandIndex.insert(hash, first: first, count: count)
        operands.append(contentsOf: run)
        return (OperandID(first), count)
    }

    /// One set for equal method, flags and patterns, unless it has a key of its own.
    public mutating func internPatternSet(
        _ method: MatchMethod, flags: PatternSetFlags = [], _ run: [PatternRecord], key: Text = .none
    ) -> PatternSetID {
        var set = PatternSetRecord()
        set.methodRaw = method.rawValue
        set.flagsRaw = flags.rawValue
        set.key = key
        let seed = UInt64(method.rawValue) << 32 | UInt64(flags.rawValue)
        let hash = hashPatterns(run[...], seed)
        if key.isNone {
            let found = patternSets.withUnsafeBufferPointer { sets in
                patterns.withUnsafeBufferPointer { rows in
                    patternSetIndex.find(hash) { row, _ in
                        let other = sets[Int(row)]
                        return other.methodRaw == set.methodRaw && other.flagsRaw == set.flagsRaw && other.key.isNone
                            && rows[other.patterns.range].elementsEqual(run) {
                                $0.text == $1.text && $0.low == $1.low && $0.high == $1.high
                            }
                    }
                }
            }
            if let found { return PatternSetID(found.first) }
        }
        set.patterns = Rows(
            first: UInt32(truncatingIfNeeded: patterns.count), count: UInt32(truncatingIfNeeded: run.count))
        let row = UInt32(truncatingIfNeeded: patternSets.count)
        patterns.append(contentsOf: run)
        patternSets.append(set)
        if key.isNone { patternSetIndex.insert(hash, first: row, count: 1) }
        return PatternSetID(row)
    }

    /// A file that is followed while running, stored once per path.
    public mutating func followedFile(_ path: Text) -> FollowedFileID {
        for (row, file) in followedFiles.enumerated() where file.path == path {
            return FollowedFileID(UInt32(truncatingIfNeeded: row))
        }
        var file = FollowedFileRecord()
        file.path = path
        followedFiles.append(file)
        return FollowedFileID(UInt32(truncatingIfNeeded: followedFiles.count &- 1))
    }

    /// The bytes of a file, stored once per content.
    public mutating func addAsset(_ bytes: [UInt8]) throws(DigestUnavailable) -> AssetID {
        var hasher = try SHA256()
        let digest = bytes.withUnsafeBytes { hasher.digest($0) }
        for (row, asset) in assets.enumerated() where asset.digest == digest {
            return AssetID(UInt32(truncatingIfNeeded: row))
        }
        var asset = AssetRecord()
        asset.offset = UInt32(truncatingIfNeeded: assetBytes.count)
        asset.length = UInt32(truncatingIfNeeded: bytes.count)
        asset.digest0 = digest.word0
        asset.digest1 = digest.word1
        asset.digest2 = digest.word2
        asset.digest3 = digest.word3
        assetBytes.append(contentsOf: bytes)
        assets.append(asset)
        return AssetID(UInt32(truncatingIfNeeded: assets.count &- 1))
    }
}

extension AssetRecord {
    @inlinable public var digest: PlanDigest { PlanDigest(digest0, digest1, digest2, digest3) }
}

private func hashRow(_ setting: SettingRecord) -> UInt64 {
    withUnsafeBytes(of: setting) { hashBytes($0) }
}

private func hashPatterns(_ run: ArraySlice<PatternRecord>, _ seed: UInt64) -> UInt64 {
    var hash = seed &* 0x9e37_79b9_7f4a_7c15
    for pattern in run {
        hash = (hash ^ withUnsafeBytes(of: pattern) { hashBytes($0) }) &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 32
    }
    return hash
}
