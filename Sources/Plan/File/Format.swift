/// The layout of a plan file: a header, the table of sections, and the sections, each at the next multiple of
/// ``PlanFormat/alignment`` with zeros between, except the pool of source texts, which continues the pool.
/// Numbers are little-endian. Nothing is left to choose, so every byte of a file is either checked or digested.
enum PlanFormat {
    /// First a byte that no text begins with, last a line end that a transfer as text would change.
    static let magic: UInt64 = 0x0a0d_4e4f_5441_4289
    /// Raised with every change of a record, a code or the layout.
    static let version: UInt32 = 1
    static let alignment = 64
    static let headerBytes = 128
    static let entryBytes = 64

    /// Offsets in the header.
    enum Header {
        static let magic = 0
        static let version = 8
        static let sections = 12
        static let fileBytes = 16
        static let compilerVersion = 24
        static let target = 40
        static let meaningDigest = 56
        static let bytesDigest = 88
        static let reserved = 120
    }

    /// Offsets in an entry of the section table.
    enum Entry {
        static let id = 0
        static let flags = 4
        static let rowBytes = 8
        static let rows = 12
        static let offset = 16
        static let bytes = 24
        static let digest = 32
    }
}

/// The sections, in file order.
enum PlanSection: UInt32, CaseIterable {
    case global = 1
    case proxies
    case listeners
    case servers
    case checks
    case checkHeaders
    case logTargets
    case errorFiles
    case ruleSets
    case rules
    case code
    case operands
    case patternSets
    case patterns
    case followedFiles
    case assets
    case objects
    case settings
    case settingReferences
    case assetBytes
    case pool
    case sourcePool
    case sourceFiles
    case proxyLocations
    case listenerLocations
    case serverLocations
    case ruleLocations
    case settingLocations

    /// Bytes of one row.
    var rowBytes: Int {
        switch self {
        case .global: MemoryLayout<GlobalRecord>.stride
        case .proxies: MemoryLayout<ProxyRecord>.stride
        case .listeners: MemoryLayout<ListenerRecord>.stride
        case .servers: MemoryLayout<ServerRecord>.stride
        case .checks: MemoryLayout<CheckRecord>.stride
        case .checkHeaders: MemoryLayout<CheckHeaderRecord>.stride
        case .logTargets: MemoryLayout<LogTargetRecord>.stride
        case .errorFiles: MemoryLayout<ErrorFileRecord>.stride
        case .ruleSets: MemoryLayout<RuleSetRecord>.stride
        case .rules: MemoryLayout<RuleRecord>.stride
        case .code: MemoryLayout<Instruction>.stride
        case .operands: MemoryLayout<Operand>.stride
        case .patternSets: MemoryLayout<PatternSetRecord>.stride
        case .patterns: MemoryLayout<PatternRecord>.stride
        case .followedFiles: MemoryLayout<FollowedFileRecord>.stride
        case .assets: MemoryLayout<AssetRecord>.stride
        case .objects: MemoryLayout<ObjectRecord>.stride
        case .settings: MemoryLayout<SettingRecord>.stride
        case .settingReferences: MemoryLayout<SettingID>.stride
        case .assetBytes, .pool, .sourcePool: 1
        case .sourceFiles: MemoryLayout<Text>.stride
        case .proxyLocations, .listenerLocations, .serverLocations, .ruleLocations, .settingLocations:
            MemoryLayout<SourceLocation>.stride
        }
    }

    /// Bit 0: this section is source map only and does not count for the meaning.
    var flags: UInt32 { rawValue >= PlanSection.sourcePool.rawValue ? 1 : 0 }
    var isMeaning: Bool { flags == 0 }

    /// Where the section begins when the one before it ends at `end`.
    func start(after end: Int) -> Int {
        self == .sourcePool ? end : (end &+ PlanFormat.alignment &- 1) & ~(PlanFormat.alignment &- 1)
    }
}

extension PlanFormat {
    /// Where the first section may begin.
    static var tableEnd: Int { headerBytes + PlanSection.allCases.count * entryBytes }

    /// The meaning digest: over format version, ids and digests of the sections that have an effect.
    static func meaningDigest(_ digests: [PlanDigest]) throws(DigestUnavailable) -> PlanDigest {
        var hasher = try SHA256()
        hasher.update(version)
        for (section, digest) in zip(PlanSection.allCases, digests) where section.isMeaning {
            hasher.update(section.rawValue)
            withUnsafeBytes(of: digest) { hasher.update($0) }
        }
        return hasher.finish()
    }

    /// The bytes digest: over header and section table, where it is itself taken as zeros. The table holds every section's digest.
    static func bytesDigest(_ head: UnsafeRawBufferPointer) throws(DigestUnavailable) -> PlanDigest {
        var hasher = try SHA256()
        let end = Header.bytesDigest + MemoryLayout<PlanDigest>.size
        hasher.update(UnsafeRawBufferPointer(rebasing: head[..<Header.bytesDigest]))
        let zeros = PlanDigest(0, 0, 0, 0)
        withUnsafeBytes(of: zeros) { hasher.update($0) }
        hasher.update(UnsafeRawBufferPointer(rebasing: head[end...]))
        return hasher.finish()
    }
}
