import GrammarFormat

/// The lines that rules look at, by what they are about, found in one pass: most lines of a large configuration are none of them.
struct LintLines {
    enum Topic: Int, CaseIterable {
        /// Rules of all sets, `use_backend` and `redirect`: what has an action or a target, and a condition.
        case rule
        /// Other lines that end with a condition.
        case conditional
        case defaultBackend, bind, timeout, option, secret, checkVariable, filter, lua
    }

    private var lines = [[Int32]](repeating: [], count: Topic.allCases.count)

    /// Indices of known directives, in order.
    subscript(_ topic: Topic) -> [Int32] { lines[topic.rawValue] }

    /// Whether a line could not be read at all.
    private(set) var hasUnknown = false

    init(_ configuration: Configuration) {
        let topics = Self.topics
        let directives = configuration.allDirectives
        for at in 0..<directives.count {
            if directives[at].isUnknown {
                hasUnknown = true
                continue
            }
            let topic = Int(topics[Int(directives[at].id.rawValue)])
            if topic > 0 { lines[topic &- 1].append(Int32(truncatingIfNeeded: at)) }
        }
    }

    /// Topic of a directive by the number of its row, plus one; 0: none. Built once.
    private static let topics: [UInt8] = {
        var table = [UInt8](repeating: 0, count: KeywordTable.directive.rows.upperBound + 1)
        func set(_ topic: Topic, _ ids: DirectiveID...) {
            for id in ids { table[Int(id.rawValue)] = UInt8(topic.rawValue + 1) }
        }
        set(
            .rule, .useBackend, .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestConnection, .tcpRequestSession,
            .tcpRequestContent, .tcpResponseContent, .redirect)
        set(.conditional, .useServer, .forcePersist, .ignorePersist, .monitorFail, .statsAdmin, .statsHttpRequest, .forceBeSwitch)
        set(.defaultBackend, .defaultBackend)
        set(.bind, .bind)
        set(
            .timeout, .timeoutClient, .timeoutServer, .timeoutConnect, .timeoutHttpRequest, .timeoutHttpKeepAlive, .timeoutQueue,
            .timeoutCheck, .timeoutTunnel)
        set(
            .option, .optionHttpclose, .optionHttpServerClose, .optionHttpKeepAlive, .optionHttpchk, .optionHttpchkUntil30, .optionTcpCheck,
            .optionSmtpchk,
            .optionMysqlCheck, .optionPgsqlCheck, .optionRedisCheck, .optionLdapCheck, .optionSslHelloChk, .optionSpopCheck,
            .optionExternalCheck)
        set(.secret, .statsAuth, .userlistUser)
        set(.checkVariable, .httpCheckSetVar, .httpCheckSetVarFmt, .tcpCheckSetVar, .tcpCheckSetVarFmt)
        set(.filter, .filter)
        set(.lua, .luaLoad, .luaLoadPerThread)
        return table
    }()
}

extension Configuration {
    /// Whether something that is not read here can name backends and set variables: agents, tracers, filters in Lua.
    func hasAgents(_ lines: LintLines) -> Bool {
        for at in lines[.filter] {
            guard let filter = captures(of: directives[Int(at)]).first, filter.type == .keyword, filter.isValid else { return true }
            switch filter.keyword(FilterID.self) {
            case .bwlimIn, .bwlimOut, .cache, .compReq, .compRes, .compression, .fcgiApp, .trace: break
            default: return true
            }
        }
        return false
    }
}
