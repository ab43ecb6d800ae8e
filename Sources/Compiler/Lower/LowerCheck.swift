import GrammarFormat
import Lexer
import Plan

/// How a backend's servers are checked, from `option httpchk` and `http-check` lines.
struct CheckState: Sendable {
    var record = CheckRecord()
    var headers: [CheckHeaderRecord] = []
    /// Patterns of `http-check expect`.
    var pattern = PatternSetID.none
    /// Came from a defaults section: the first line of the proxy's own that says how to check replaces all of it, as in the reference,
    /// but for the switches (`send-state`, `disable-on-404`).
    var isInherited = false
}

extension Lowerer {
    mutating func applyCheck(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, to state: inout CheckState) {
        var flags = CheckFlags(rawValue: state.record.flagsRaw)
        defer { state.record.flagsRaw = flags.rawValue }
        switch directive.id {
        case .httpCheckSendState:
            flags.insert(.sendState)
            return
        case .httpCheckDisableOn404:
            flags.insert(.disableOn404)
            return
        default: break
        }
        if state.isInherited {
            var record = CheckRecord()
            record.kindRaw = directive.id == .optionHttpchk ? CheckKind.http.rawValue : state.record.kindRaw
            state = CheckState()
            state.record = record
            flags.remove(.negate)
        }
        switch directive.id {
        case .optionHttpchk:
            guard directive.form == .plain else {
                state.record.kindRaw = CheckKind.tcp.rawValue
                return
            }
            state.record.kindRaw = CheckKind.http.rawValue
            applyHTTPCheck(directive, captures, to: &state)
        case .optionTcpCheck: state.record.kindRaw = CheckKind.tcp.rawValue
        case .httpCheckSend: applySend(directive, captures, to: &state)
        case .httpCheckExpect: applyExpect(directive, captures, &flags, to: &state)
        default: break
        }
    }

    /// `option httpchk [[method] uri [version [host]]]`: one word alone is the URI.
    private mutating func applyHTTPCheck(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, to state: inout CheckState
    ) {
        func text(_ index: Int) -> Text { intern(configuration.text(captures[index], of: directive)) }
        if captures.count == 1 { state.record.uri = text(0) }
        if captures.count >= 2 {
            state.record.method = text(0)
            state.record.uri = text(1)
        }
        if captures.count >= 3 { state.record.version = text(2) }
        if captures.count >= 4 {
            var header = CheckHeaderRecord()
            header.name = builder.intern("host")
            header.value = constantValue(captures[3], directive)
            state.headers = [header]
        }
    }

    private mutating func applySend(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, to state: inout CheckState
    ) {
        var headers: [CheckHeaderRecord] = []
        var header = CheckHeaderRecord()
        for capture in captures {
            switch capture.slot {
            case .method: state.record.method = intern(configuration.text(capture, of: directive))
            case .uri: state.record.uri = intern(configuration.text(capture, of: directive))
            case .version: state.record.version = intern(configuration.text(capture, of: directive))
            case .body: state.record.body = intern(configuration.text(capture, of: directive))
            case .name: header.name = intern(configuration.text(capture, of: directive))
            case .value:
                header.value = constantValue(capture, directive)
                headers.append(header)
            default: break
            }
        }
        if !headers.isEmpty { state.headers = headers }
    }

    private mutating func constantValue(_ capture: Capture, _ directive: DirectiveRow) -> Text {
        guard capture.type.kind == .logFormat else { return intern(configuration.text(capture, of: directive)) }
        if capture.value == Expressions.broken { return .empty }
        if let text = constantText(Int(truncatingIfNeeded: capture.value)) { return intern(text) }
        refuse("expressions in health checks", at: configuration.range(capture, of: directive))
        return .empty
    }

    private mutating func applyExpect(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ flags: inout CheckFlags, to state: inout CheckState
    ) {
        flags.remove(.negate)
        for capture in captures {
            // `! status 200` and `!status 200` are the same.
            if capture.slot == .word || capture.slot == .match, capture.literal.bytes.base[0] == UInt8(ascii: "!") {
                flags.insert(.negate)
            }
            guard capture.slot == .pattern else { continue }
            let kind = captures.first(where: { $0.slot == .match })?.literal
            switch kind {
            case .status, .notStatus: setExpectation(.status, .int, statusPatterns(configuration.text(capture, of: directive)), &state)
            case .rstatus, .notRstatus: setExpectation(.rstatus, .reg, [text(capture, directive)], &state)
            case .string, .notString: setExpectation(.string, .sub, [text(capture, directive)], &state)
            case .rstring, .notRstring: setExpectation(.rstring, .reg, [text(capture, directive)], &state)
            default: refuse("this expectation", at: configuration.range(capture, of: directive))
            }
        }
    }

    private mutating func text(_ capture: Capture, _ directive: DirectiveRow) -> PlanPatternRecord {
        var pattern = PlanPatternRecord()
        pattern.text = intern(configuration.text(capture, of: directive))
        return pattern
    }

    private mutating func setExpectation(
        _ expectation: CheckExpectation, _ method: PlanMatchMethod, _ patterns: [PlanPatternRecord], _ state: inout CheckState
    ) {
        state.record.expectRaw = expectation.rawValue
        state.record.expectPatterns = builder.internPatternSet(method, patterns)
    }

    /// `200,204,300-399`
    private func statusPatterns(_ text: WordBytes) -> [PlanPatternRecord] {
        var result: [PlanPatternRecord] = []
        var pattern = PlanPatternRecord()
        var value: Int64 = 0
        var isRange = false
        for index in 0...text.count {
            let byte = index < text.count ? text.base[index] : 0x2C
            if byte &- 0x30 < 10 {
                value = min(value &* 10 &+ Int64(byte &- 0x30), 999_999)
            } else if byte == 0x2D {
                pattern.low = value
                isRange = true
                value = 0
            } else {
                if !isRange { pattern.low = value }
                pattern.high = value
                result.append(pattern)
                isRange = false
                value = 0
            }
        }
        return result
    }

    /// The row of a backend's check; none where no server is checked.
    mutating func lowerCheck(_ state: CheckState, servers: Rows<ServerID>) -> CheckID {
        guard builder.servers[servers.range].contains(where: { $0.flags.contains(.check) }) else { return .none }
        var record = state.record
        record.headers = Rows(
            first: UInt32(truncatingIfNeeded: builder.checkHeaders.count), count: UInt32(truncatingIfNeeded: state.headers.count))
        builder.checkHeaders.append(contentsOf: state.headers)
        builder.checks.append(record)
        return CheckID(UInt32(truncatingIfNeeded: builder.checks.count &- 1))
    }
}
