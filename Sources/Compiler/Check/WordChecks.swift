import GrammarFormat
import Lexer

/// What the words of one rule or line say together: words that exclude each other, words that need another one. The signatures take them
/// in any order.
struct WordChecks {
    private let context: CheckContext
    private let configuration: Configuration
    /// How many counters a stream tracks: the last `tune.stick-counters`.
    private let counters: Int

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
        counters = Self.stickCounters(context.configuration)
    }

    private static func stickCounters(_ configuration: Configuration) -> Int {
        var counters = 3
        for directive in configuration.globalDirectives where directive.id == .tuneStickCounters {
            if let capture = configuration.captures(of: directive).first, capture.isValid { counters = capture.integer }
        }
        return counters
    }

    func check(_ directive: DirectiveRow) {
        switch directive.id {
        case .httpRequest, .httpResponse, .httpAfterResponse, .statsHttpRequest, .tcpRequestConnection, .tcpRequestSession,
            .tcpRequestContent, .tcpResponseContent:
            if !directive.isBroken { action(directive) }
        case .httpError: if !directive.isBroken { body(directive, 0, Int(directive.captureCount)) }
        case .filter: if !directive.isBroken { filter(directive) }
        case .server, .serverTemplate, .defaultServer: if !directive.isBroken { source(directive) }
        case .tuneH2FeMaxConcurrentStreams: if !directive.isBroken { concurrentStreams(directive) }
        case .tuneStreamsElasticity: if !directive.isBroken { elasticity(directive) }
        case .globalMaxconn, .globalMaxconnUntil26: if !directive.isBroken { connections(directive) }
        case .captureRequestHeader, .captureResponseHeader: if !directive.isBroken { captureLength(directive) }
        case .cookie: if !directive.isBroken { cookie(directive) }
        case .log: if !directive.isBroken { log(directive) }
        case .h1CaseAdjust: if !directive.isBroken { headerCase(directive) }
        default: break
        }
    }

    private func add(_ id: FindingID, _ capture: Capture, _ directive: DirectiveRow, _ message: String, help: [String] = []) {
        context.add(Finding(id, at: configuration.range(capture, of: directive), message, help: help))
    }

    // MARK: rules

    private func action(_ directive: DirectiveRow) {
        let captures = configuration.captures(of: directive)
        guard let action = captures.first, action.slot == .action, action.isValid else { return }
        switch action.keyword(ActionID.self) {
        case .return, .deny, .tarpit: body(directive, 1, action.argumentsEnd)
        case .redirect: redirect(directive, captures)
        case .scIncGpc, .scIncGpcInHttpAfterResponse, .scAddGpc, .scSetGpt, .scSetGptInHttpAfterResponse:
            counter(directive, captures, .counter)
        case .scIncGpc0, .scIncGpc0InHttpAfterResponse, .scIncGpc1, .scIncGpc1InHttpAfterResponse, .scSetGpt0,
            .scSetGpt0InHttpAfterResponse:
            counter(directive, captures, .index)
        case .sendSpoeGroup: context.spoeRules.append(directive)
        case .trackSc: counter(directive, captures, .number)
        case .doResolve: family(directive, captures)
        case .setVarFmt: variable(directive, captures, action)
        case .setMarkUntil28, .setTosUntil28: mark(directive, captures)
        case .useService:
            guard directive.id == .tcpRequestContent,
                let service = captures.first(where: { $0.slot == .service }), service.keyword(ServiceID.self) == .prometheusExporter
            else { return }
            add(.actionNotHere, service, directive, "service '\(ServiceID.prometheusExporter)' is for '\(DirectiveID.httpRequest)' rules")
        default: break
        }
    }

    /// The number of the counter that a rule means.
    private func counter(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ slot: SlotID) {
        guard let capture = captures.first(where: { $0.slot == slot }), capture.isValid, capture.integer >= counters else { return }
        let help = counters == 0 ? "'\(DirectiveID.tuneStickCounters) 0' allows none" : "they are numbered from 0 to \(counters - 1)"
        add(
            .invalidValue, capture, directive, "a stream does not track a counter with number \(capture.integer)",
            help: [help, "'\(DirectiveID.tuneStickCounters)' in the global section says how many there are"])
    }

    /// A condition cannot follow the name at once: its first word would be the value.
    private func variable(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ action: Capture) {
        if captures.contains(where: { $0.slot == .value }) { return }
        guard let condition = captures.first(where: { $0.type.kind == .condition }) else { return }
        add(
            .missingArgument, action, directive, "'\(action.keyword(ActionID.self))' lacks its value before the condition",
            help: [
                "write the value, a log-format string, before '\(configuration.bytes(Int(condition.word), of: directive).string)'"
            ])
    }

    private func family(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>) {
        guard let family = captures.first(where: { $0.slot == .family }) else { return }
        let text = configuration.text(family, of: directive)
        if text.equals(WordID.ipv4.bytes) || text.equals(WordID.ipv6.bytes) { return }
        add(.invalidValue, family, directive, "'\(context.text(text))' is not a family of addresses", help: ["expected ipv4 or ipv6"])
    }

    /// Until 2.8 these take a number, decimal, octal or hexadecimal, and no sample.
    private func mark(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>) {
        guard let value = captures.first(where: { $0.slot == .value }) else { return }
        var text = configuration.text(value, of: directive)
        let isHex = text.count > 2 && text.base[0] == 0x30 && text.base[1] | 0x20 == 0x78
        if isHex { text = text.dropping(2) }
        let isNumber = (0..<text.count).allSatisfy { index in
            let byte = text.base[index]
            return byte &- 0x30 < 10 || isHex && (byte | 0x20) &- 0x61 < 6
        }
        if isNumber, text.count > 0 { return }
        add(
            .invalidValue, value, directive, "'\(context.text(text))' is not a number",
            help: ["samples can stand here since HAProxy 3.0"])
    }

    /// Codes of redirections.
    private func redirect(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>) {
        guard let code = captures.first(where: { $0.slot == .code && $0.type.kind == .integer }), code.isValid else { return }
        switch code.integer {
        case 301, 302, 303, 307, 308: return
        default:
            add(
                .invalidValue, code, directive, "\(code.integer) is not the code of a redirection",
                help: ["expected 301, 302, 303, 307 or 308"])
        }
    }

    /// An answer described in place has one body at most, and one that is written there needs a content type.
    private func body(_ directive: DirectiveRow, _ first: Int, _ end: Int) {
        let captures = configuration.captures(of: directive)
        var source: Capture?
        var hasType = false
        var needsType: Capture?
        for at in first..<min(end, captures.count) where captures[at].type == .keyword && captures[at].slot == .word {
            switch captures[at].literal {
            case .contentType: hasType = true
            case .errorfile, .errorfiles, .file, .lfFile, .string, .lfString, .defaultErrorfiles:
                if let source {
                    add(
                        .unexpectedArgument, captures[at], directive,
                        "'\(captures[at].literal)' excludes '\(source.literal)': an answer has one body", help: ["keep one of them"])
                    return
                }
                source = captures[at]
                switch captures[at].literal {
                case .string, .lfString, .lfFile: needsType = captures[at]
                default: break
                }
            default: break
            }
        }
        if let needsType, !hasType {
            add(
                .missingArgument, needsType, directive, "'\(needsType.literal)' lacks a content type",
                help: ["add '\(WordID.contentType) <type>'"])
        }
    }

    // MARK: lines

    private func filter(_ directive: DirectiveRow) {
        let captures = configuration.captures(of: directive)
        guard let filter = captures.first, filter.slot == .filter, filter.isValid else { return }
        switch filter.keyword(FilterID.self) {
        case .bwlimIn, .bwlimOut: bandwidth(directive, captures, filter)
        case .trace:
            let names = captures.filter { $0.type == .keyword && $0.slot == .word && $0.literal == .name }
            // Until 3.0 the last one counted.
            if names.count > 1, context.options.target >= .v3_2 {
                add(.unexpectedArgument, names[1], directive, "the filter has a name already", help: ["keep one"])
            }
        default: return
        }
    }

    /// A bandwidth limit is for each stream, by `default-limit` and `default-period`, or shared, by `limit` and `key`.
    private func bandwidth(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ filter: Capture) {
        var own: [WordID] = []
        var shared: [WordID] = []
        for capture in captures where capture.type == .keyword && capture.slot == .word {
            switch capture.literal {
            case .defaultLimit, .defaultPeriod: own.append(capture.literal)
            case .limit, .key, .tableWord: shared.append(capture.literal)
            default: break
            }
        }
        if let one = own.first, let other = shared.first {
            add(.unexpectedArgument, filter, directive, "'\(one)' and '\(other)' exclude each other: a limit is for each stream, or shared")
            return
        }
        let needed: [WordID] = shared.isEmpty ? [.defaultPeriod, .defaultLimit] : [.limit, .key]
        for word in needed where !own.contains(word) && !shared.contains(word) {
            add(.missingArgument, filter, directive, "'\(filter.keyword(FilterID.self))' lacks '\(word)'")
            return
        }
    }

    /// `usesrc` belongs to the `source` right before it; elsewhere it is an option by itself, and refused.
    private func source(_ directive: DirectiveRow) {
        for capture in configuration.captures(of: directive) where capture.slot == .option && capture.type == .keyword {
            if capture.keyword(ServerOptionID.self) != .usesrc { continue }
            add(
                .unexpectedArgument, capture, directive, "'\(ServerOptionID.usesrc)' does not follow '\(ServerOptionID.source) <address>'",
                help: ["write '\(ServerOptionID.source) <address> \(ServerOptionID.usesrc) <address>'"])
        }
    }

    private func concurrentStreams(_ directive: DirectiveRow) {
        let captures = configuration.captures(of: directive)
        guard let count = captures.first(where: { $0.slot == .count }), count.isValid,
            let least = captures.first(where: { $0.slot == .least && $0.isValid && $0.integer > count.integer })
        else { return }
        add(.invalidValue, least, directive, "at least \(least.integer) streams are more than the \(count.integer) that there may be")
    }

    /// 0, or from 100 percent on.
    private func elasticity(_ directive: DirectiveRow) {
        guard let percent = configuration.captures(of: directive).first, percent.isValid, 1..<100 ~= percent.integer else { return }
        add(.invalidValue, percent, directive, "\(percent.integer) is neither 0 nor 100 or more")
    }

    /// HAProxy looks neither at the number's sign nor at whether it fits: what comes of it is nobody's wish.
    private func connections(_ directive: DirectiveRow) {
        guard let count = configuration.captures(of: directive).first, count.isValid else { return }
        if 0...Int(Int32.max) ~= count.integer { return }
        context.add(
            Finding(
                .invalidValue, severity: context.options.target == .baton ? .error : .warning,
                at: configuration.range(count, of: directive), "\(count.integer) is not a number of connections",
                help: ["write a number from 1 to \(Int32.max)"],
                notes: context.options.target == .baton ? [] : ["HAProxy takes it, and what remains of it in 32 bits"]))
    }

    private func captureLength(_ directive: DirectiveRow) {
        guard let length = configuration.captures(of: directive).first(where: { $0.slot == .length }), length.isValid,
            length.integer < -1
        else { return }
        add(.invalidValue, length, directive, "\(length.integer) is not a length", help: ["write how many bytes to keep"])
    }

    /// A cookie is rewritten, inserted or prefixed.
    private func cookie(_ directive: DirectiveRow) {
        var mode: Capture?
        var isIndirect = false
        for capture in configuration.captures(of: directive) where capture.type == .keyword && capture.slot == .word {
            switch capture.literal {
            case .indirect: isIndirect = true
            case .rewrite, .insert, .prefix:
                guard let other = mode else {
                    mode = capture
                    continue
                }
                if other.literal == capture.literal { continue }
                add(
                    .unexpectedArgument, capture, directive,
                    "'\(other.literal)' and '\(capture.literal)' exclude each other", help: ["keep one of them"])
                return
            default: break
            }
        }
        guard let mode, mode.literal == .rewrite, isIndirect else { return }
        add(
            .unexpectedArgument, mode, directive, "'\(WordID.rewrite)' and '\(WordID.indirect)' exclude each other",
            help: ["keep one of them"])
    }

    /// `global` stands for the targets of the global section, which cannot be its own.
    private func log(_ directive: DirectiveRow) {
        guard configuration.sections[Int(directive.section)].kind == .global, directive.form == .plain,
            let capture = configuration.captures(of: directive).first, capture.type == .keyword, capture.literal == .global
        else { return }
        add(
            .unexpectedWord, capture, directive,
            "'\(DirectiveID.log) \(WordID.global)' is for other sections: it means the targets of this one")
    }

    /// Two ways to write one header.
    private func headerCase(_ directive: DirectiveRow) {
        let captures = configuration.captures(of: directive)
        guard captures.count == 2 else { return }
        let from = configuration.text(captures[0], of: directive)
        let to = configuration.text(captures[1], of: directive)
        if from.count == to.count, (0..<from.count).allSatisfy({ Self.lower(from.base[$0]) == Self.lower(to.base[$0]) }) { return }
        add(.invalidValue, captures[1], directive, "the two names differ in more than their case")
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
