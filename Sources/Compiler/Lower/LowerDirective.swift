import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// One line of a proxy or defaults section.
    mutating func apply(_ directive: DirectiveRow, _ row: Int, to state: inout ProxyState) {
        switch directive.id {
        case .bind:
            state.binds.append(row)
            return
        case .server:
            state.serverLines.append(row)
            return
        case .defaultServer:
            applyDefaultServer(directive, to: &state.servers)
            return
        default: break
        }
        if directive.id == .errorfile {
            applyErrorFile(directive, configuration.captures(of: directive), to: &state)
            return
        }
        let text = record(directive, in: &state.settings)
        if let kind = RuleSetKind(directive: directive.id) {
            state.rules.append(ProxyState.RuleLine(kind: kind, directive: row, text: text))
            return
        }
        if let option = ProxyOptions(directive.id) {
            applyOption(option, directive, to: &state)
            return
        }
        let captures = configuration.captures(of: directive)
        let isPlain = directive.form == .plain
        if let timeout = WritableKeyPath.timeout(directive.id) {
            state.record.timeouts[keyPath: timeout] = milliseconds(captures.first)
            return
        }
        switch directive.id {
        case .acl, .mode, .defaultBackend, .proxyDescription, .disabled, .enabled: break
        case .id: state.record.numericID = number(captures.first)
        case .guid: state.record.guid = captures.first.map { intern(configuration.text($0, of: directive)) } ?? .none
        case .maxconn: state.record.maxconn = number(captures.first)
        case .fullconn: state.record.fullconn = number(captures.first)
        case .backlog: state.record.backlog = number(captures.first)
        case .retries: state.record.retries = number(captures.first)
        case .balance: applyBalance(directive, captures, to: &state)
        case .log: applyLog(directive, to: &state.logTargets)
        case .logTag: state.record.logTag = captures.first.map { intern(configuration.text($0, of: directive)) } ?? .none
        case .optionHttplog: state.logFormat = isPlain ? (captures.isEmpty ? .http : .httpCLF) : .standard
        case .optionTcplog: state.logFormat = isPlain ? (captures.isEmpty ? .tcp : .tcpCLF) : .standard
        case .logFormat: state.logFormat = .custom(row)
        case .errorLogFormat: state.errorLogFormat = row
        case .logFormatSd: state.structuredDataFormat = row
        case .uniqueIdFormat: state.uniqueIDFormat = row
        case .optionHttpchk, .httpCheckSend, .httpCheckExpect, .httpCheckSendState, .httpCheckDisableOn404, .optionTcpCheck:
            applyCheck(directive, captures, to: &state.check)
        default:
            // Words that the grammar says run and that have no row here would be lost: say so instead.
            refuse("'\(directive.id)'", at: configuration.keywordRange(of: directive))
        }
    }

    func number(_ capture: Capture?) -> UInt32 { UInt32(truncatingIfNeeded: capture?.value ?? 0) }

    /// A timeout of 0 means no timeout, as none given.
    func milliseconds(_ capture: Capture?) -> UInt32 {
        guard let value = capture?.value, value > 0 else { return Timeouts.unset }
        return UInt32(truncatingIfNeeded: min(value, UInt64(Int32.max)))
    }

    private mutating func applyOption(_ option: ProxyOptions, _ directive: DirectiveRow, to state: inout ProxyState) {
        var options = ProxyOptions(rawValue: state.record.optionsRaw)
        defer { state.record.optionsRaw = options.rawValue }
        guard directive.form == .plain else {
            options.subtract(option)
            return
        }
        // Of the connection modes the last one given counts.
        if ProxyOptions.connectionModes.contains(option) { options.subtract(.connectionModes) }
        options.insert(option)
        let captures = configuration.captures(of: directive)
        switch directive.id {
        case .optionForwardfor: applyForwardfor(directive, captures, &options, &state.record)
        case .optionRedispatch: state.record.redispatchInterval = captures.first.map { Int32(truncatingIfNeeded: $0.integer) } ?? -1
        default: break
        }
    }

    private mutating func applyForwardfor(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ options: inout ProxyOptions, _ record: inout ProxyRecord
    ) {
        record.forwardforHeader = builder.intern("x-forwarded-for")
        record.forwardforExcept = .none
        options.remove(.forwardforIfNone)
        for capture in captures {
            switch capture.slot {
            case .header: record.forwardforHeader = intern(configuration.text(capture, of: directive))
            case .network: record.forwardforExcept = address(network: configuration.text(capture, of: directive))
            case .word where capture.literal == .ifNone: options.insert(.forwardforIfNone)
            default: break
            }
        }
    }

    /// A network as an address whose port is the length of its prefix.
    mutating func address(network text: WordBytes) -> Address {
        var pattern = PlanPatternRecord()
        network(text, &pattern)
        let bytes = builder.withBytes(pattern.text) { Array($0) }
        var words: [UInt32] = [0, 0, 0, 0]
        for (index, byte) in bytes.prefix(16).enumerated() { words[index / 4] |= UInt32(byte) << (8 * UInt32(index % 4)) }
        return Address(
            family: bytes.count == 4 ? .ipv4 : .ipv6, port: UInt32(truncatingIfNeeded: pattern.low),
            words: (words[0], words[1], words[2], words[3]))
    }

    private mutating func applyBalance(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, to state: inout ProxyState
    ) {
        guard let capture = captures.first else { return }
        state.hasBalance = true
        state.record.balanceArgument = 0
        let algorithm: BalanceAlgorithm
        switch capture.keyword(BalanceID.self) {
        case .roundrobin: algorithm = .roundrobin
        case .staticRr: algorithm = .staticRoundRobin
        case .leastconn: algorithm = .leastconn
        case .first: algorithm = .first
        case .random:
            algorithm = .random
            state.record.balanceArgument = captures.count > 1 ? number(captures[1]) : 2
        case .source: algorithm = .source
        default:
            refuse("'balance \(capture.keyword(BalanceID.self))'", at: configuration.range(capture, of: directive))
            return
        }
        state.record.balanceRaw = algorithm.rawValue
    }

    private mutating func applyErrorFile(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, to state: inout ProxyState
    ) {
        guard captures.count >= 2 else { return }
        var file = ErrorFileRecord()
        file.status = number(captures[0])
        file.asset = asset(captures[1], of: directive)
        if file.asset.isNone { return }
        state.errorFiles.removeAll { $0.status == file.status }
        state.errorFiles.append(file)
        // The setting names the content, so that a changed file is a changed setting.
        joinWords(Int(directive.nameEnd), Int(directive.wordCount), of: directive)
        append(" sha256:")
        let digest = builder.assets[file.asset.index].digest.hexadecimal
        scratch.append(contentsOf: digest.utf8.prefix(16))
        let value = internScratch()
        state.settings.removeAll { entry in
            guard entry.id == directive.id else { return false }
            return builder.withBytes(builder.settings[entry.setting.index].value) { $0.starts(with: String(file.status).utf8) }
        }
        let setting = self.setting(directive.id.row, value: value)
        state.settings.append(EffectiveSetting(id: directive.id, setting: setting, location: place(of: directive)))
    }
}

extension ProxyOptions {
    /// How connections are used; one of them holds.
    static var connectionModes: ProxyOptions { [.httpclose, .httpServerClose, .httpKeepAlive] }

    /// The options that are on or off.
    init?(_ directive: DirectiveID) {
        switch directive {
        case .optionForwardfor: self = .forwardfor
        case .optionHttpclose: self = .httpclose
        case .optionHttpServerClose: self = .httpServerClose
        case .optionHttpKeepAlive: self = .httpKeepAlive
        case .optionDontlognull: self = .dontlognull
        case .optionDontlogNormal: self = .dontlogNormal
        case .optionLogSeparateErrors: self = .logSeparateErrors
        case .optionLogasap: self = .logasap
        case .optionRedispatch: self = .redispatch
        case .optionAbortonclose: self = .abortonclose
        case .optionLogHealthChecks: self = .logHealthChecks
        case .optionAllbackups: self = .allbackups
        case .optionTcpka: self = .tcpka
        case .optionClitcpka: self = .clitcpka
        case .optionSrvtcpka: self = .srvtcpka
        case .optionHttpNoDelay: self = .httpNoDelay
        case .optionHttpIgnoreProbes: self = .httpIgnoreProbes
        case .optionNolinger: self = .nolinger
        case .optionPersist: self = .persist
        case .optionSpliceAuto: self = .spliceAuto
        case .optionSpliceRequest: self = .spliceRequest
        case .optionSpliceResponse: self = .spliceResponse
        default: return nil
        }
    }
}

extension WritableKeyPath<Timeouts, UInt32> {
    static func timeout(_ directive: DirectiveID) -> WritableKeyPath<Timeouts, UInt32>? {
        switch directive {
        case .timeoutConnect: \.connectMs
        case .timeoutClient: \.clientMs
        case .timeoutServer: \.serverMs
        case .timeoutQueue: \.queueMs
        case .timeoutHttpRequest: \.httpRequestMs
        case .timeoutHttpKeepAlive: \.httpKeepAliveMs
        case .timeoutTunnel: \.tunnelMs
        case .timeoutCheck: \.checkMs
        case .timeoutClientFin: \.clientFinMs
        case .timeoutServerFin: \.serverFinMs
        case .timeoutTarpit: \.tarpitMs
        default: nil
        }
    }
}
