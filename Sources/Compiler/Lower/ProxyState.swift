import Plan

/// What a proxy, or the `defaults` sections that it starts from, come to so far. Copied from defaults to proxy, then changed by the
/// proxy's own lines.
struct ProxyState: Sendable {
    /// One rule as it will be lowered: the directive, by row, and its text behind the keyword.
    struct RuleLine: Sendable {
        var kind: RuleSetKind
        var directive: Int
        var text: Text
    }

    /// Where the log line's format comes from.
    enum LogFormat: Sendable {
        /// None asked for: the line that says who connected where.
        case standard
        case http
        case httpCLF
        case tcp
        case tcpCLF
        /// `log-format`: the directive, by row.
        case custom(Int)
    }

    var record = ProxyRecord()
    var settings: [EffectiveSetting] = []
    var rules: [RuleLine] = []
    var logTargets: [LogTargetRecord] = []
    var logFormat = LogFormat.standard
    /// Directives, by row; -1: none.
    var errorLogFormat = -1
    var structuredDataFormat = -1
    var uniqueIDFormat = -1
    var errorFiles: [ErrorFileRecord] = []
    var check = CheckState()
    var servers = ServerDefaults()
    /// Own lines only: `bind` and `server` directives, by row.
    var binds: [Int] = []
    var serverLines: [Int] = []
    /// Whether `balance` was given.
    var hasBalance = false
}
