import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// The rule sets and formats of a proxy, in the order of ``RuleSetKind``.
    mutating func lowerRules(of proxy: ProxyID, _ state: ProxyState) {
        let first = builder.ruleSets.count
        let isFrontend = builder.proxies[proxy.index].capabilities.contains(.frontend)
        for kind in RuleSetKind.allCases {
            switch kind {
            case .logFormat: if isFrontend { lowerLogFormat(of: proxy, state) }
            case .errorLogFormat: if isFrontend { lowerFormat(kind, state.errorLogFormat, proxy) }
            case .logFormatStructuredData: if isFrontend { lowerFormat(kind, state.structuredDataFormat, proxy) }
            case .uniqueIDFormat: if isFrontend { lowerFormat(kind, state.uniqueIDFormat, proxy) }
            case .tcpRequestConnection, .tcpRequestSession, .useBackend: if isFrontend { lowerSet(kind, state.rules, proxy) }
            case .tcpRequestContent, .httpRequest, .useServer, .tcpResponseContent, .httpResponse, .httpAfterResponse:
                lowerSet(kind, state.rules, proxy)
            }
        }
        builder.proxies[proxy.index].ruleSets = Rows(
            first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: builder.ruleSets.count &- first))
    }

    private mutating func lowerSet(_ kind: RuleSetKind, _ rules: [ProxyState.RuleLine], _ proxy: ProxyID) {
        let entry = builder.here
        let firstRule = builder.rules.count
        if kind == .useBackend {
            lowerUseBackends(rules.filter { $0.kind == kind }, proxy)
        } else {
            for rule in rules where rule.kind == kind {
                lowerRule(rule, proxy)
            }
        }
        // No rules: no program.
        if builder.rules.count > firstRule { builder.endRuleSet(kind, entry: entry, firstRule: firstRule) }
    }

    /// Rules that choose a backend, a hash in front of those that compare one sample with strings.
    private mutating func lowerUseBackends(_ lines: [ProxyState.RuleLine], _ proxy: ProxyID) {
        var index = 0
        while index < lines.count {
            guard let chain = dispatchChain(lines, from: index) else {
                lowerRule(lines[index], proxy)
                index &+= 1
                continue
            }
            let members = lines[index..<index &+ chain.count]
            emit(chain) { lowerer in
                members.map { line in
                    let start = lowerer.builder.here
                    lowerer.lowerRule(line, proxy)
                    return start
                }
            }
            index &+= chain.count
        }
    }

    private mutating func lowerRule(_ line: ProxyState.RuleLine, _ proxy: ProxyID) {
        let kind = line.kind
        let directive = configuration.directives[line.directive]
        let use = SampleUse(isResponse: kind.isResponse, everyValue: false)
        builder.beginRule(proxy: proxy, kind: kind, text: line.text, at: place(of: directive))
        let captures = configuration.captures(of: directive)
        var mark = waiting.count
        if let condition = captures.last, condition.slot == .cond, condition.value != Expressions.broken {
            mark = emitCondition(Int(truncatingIfNeeded: condition.value), use)
        }
        switch kind {
        case .useBackend: emitUseBackend(directive, captures)
        case .useServer: emitUseServer(directive, captures, proxy)
        default: emitAction(directive, captures, use)
        }
        land(from: mark)
    }

    private mutating func emitUseBackend(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>) {
        guard let capture = captures.first, capture.value != Expressions.broken else { return }
        let format = Int(truncatingIfNeeded: capture.value)
        if let text = constantText(format), let backend = backend(named: bytes(text)) {
            builder.emit(.useBackend, a: backend.raw)
            return
        }
        emitFormat(format, SampleUse(isResponse: false, everyValue: false))
        builder.emit(.useBackendNamed, a: 0)
    }

    private mutating func emitUseServer(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ proxy: ProxyID) {
        guard let capture = captures.first else { return }
        if let server = server(named: configuration.text(capture, of: directive), of: proxy) {
            builder.emit(.useServer, a: server.raw)
        } else {
            refuse("servers named by an expression", at: configuration.range(capture, of: directive))
        }
    }

    // MARK: Formats

    private mutating func lowerFormat(_ kind: RuleSetKind, _ row: Int, _ proxy: ProxyID) {
        guard row >= 0 else { return }
        let directive = configuration.directives[row]
        let captures = configuration.captures(of: directive)
        guard let capture = captures.first, capture.value != Expressions.broken else { return }
        let entry = builder.here
        emitFormat(
            Int(truncatingIfNeeded: capture.value), SampleUse(isResponse: false, everyValue: false), isLog: kind != .uniqueIDFormat)
        builder.endRuleSet(kind, entry: entry, firstRule: builder.rules.count)
    }

    /// A frontend without log targets writes no line and needs no program.
    private mutating func lowerLogFormat(of proxy: ProxyID, _ state: ProxyState) {
        if state.logTargets.isEmpty { return }
        let isHTTP = builder.proxies[proxy.index].mode == .http
        let entry = builder.here
        switch state.logFormat {
        case .custom(let row):
            lowerFormat(.logFormat, row, proxy)
            return
        case .standard:
            builder.emit(.begin, a: 0)
            builder.emit(.appendAlias, a: LogAlias.originConnect.rawValue)
        // The reference takes the TCP form where the HTTP one is asked for outside of HTTP mode, and warns.
        case .http: emit(standard: isHTTP ? StandardLogFormat.http : StandardLogFormat.tcp)
        case .httpCLF: emit(standard: isHTTP ? StandardLogFormat.httpCLF : StandardLogFormat.tcp)
        case .tcp: emit(standard: StandardLogFormat.tcp)
        case .tcpCLF: emit(standard: StandardLogFormat.tcpCLF)
        }
        builder.endRuleSet(.logFormat, entry: entry, firstRule: builder.rules.count)
    }

    /// A format of ours: text and codes, all of them mandatory.
    private mutating func emit(standard pieces: [StandardLogFormat.Piece]) {
        builder.emit(.begin, a: 0)
        for piece in pieces {
            switch piece {
            case .text(let text): builder.emit(.appendText, text: builder.intern(text))
            case .alias(let alias, let flags):
                builder.emit(.appendAlias, flags: flags.union(.mandatory).rawValue, a: alias.rawValue)
            }
        }
    }
}
