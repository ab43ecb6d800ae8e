/// Collects the rows of a plan. The compiler's last phase fills one; tests write plans by hand with it.
/// Row order is the caller's and is kept: the same calls give the same bytes.
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
    public init() {}
}
