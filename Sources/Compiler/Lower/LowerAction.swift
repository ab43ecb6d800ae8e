import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// Emits what a rule does.
    mutating func emitAction(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ use: SampleUse) {
        guard let action = captures.first, action.slot == .action else { return }
        let end = min(max(action.argumentsEnd, 1), captures.count)
        let arguments = UnsafeBufferPointer(rebasing: captures[1..<end])
        switch action.keyword(ActionID.self) {
        case .allow: builder.emit(.allow)
        case .accept: builder.emit(.accept)
        case .reject: builder.emit(.reject)
        case .deny: emitDeny(arguments, use)
        case .return: emitReturn(directive, arguments, use)
        case .setHeader: emitHeader(.setHeader, directive, arguments, use)
        case .addHeader: emitHeader(.addHeader, directive, arguments, use)
        case .delHeader: emitDelHeader(directive, arguments, use)
        case .redirect: emitRedirect(directive, arguments, use)
        case .setStatus: emitSetStatus(directive, arguments)
        case .setLogLevel: emitLogLevel(arguments)
        case .setMethod: emitValue(.setMethod, arguments, use)
        case .setPath: emitValue(.setPath, arguments, use)
        case .setQuery: emitValue(.setQuery, arguments, use)
        case .setUri: emitValue(.setURI, arguments, use)
        default: refuse("the action '\(action.keyword(ActionID.self))'", at: configuration.range(action, of: directive))
        }
    }

    private func find(_ slot: SlotID, _ arguments: UnsafeBufferPointer<Capture>) -> Capture? {
        arguments.first { $0.slot == slot }
    }

    /// A response is refused with 502, a request with 403, unless the rule says otherwise (manual 4.3).
    private mutating func emitDeny(_ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse) {
        let status = find(.status, arguments).map { number($0) } ?? (use.isResponse ? 502 : 403)
        builder.emit(.deny, a: status)
    }

    private mutating func emitHeader(
        _ opcode: PlanOpcode, _ directive: DirectiveRow, _ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse
    ) {
        guard let name = find(.name, arguments), let value = find(.value, arguments) else { return }
        guard let text = constantName(name, directive) else { return }
        emitCapturedFormat(value, use)
        builder.emit(opcode, a: 0, text: text)
    }

    private mutating func emitDelHeader(
        _ directive: DirectiveRow, _ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse
    ) {
        guard let name = find(.name, arguments), let text = constantName(name, directive) else { return }
        builder.emit(.delHeader, text: text)
    }

    /// The name of a header: a format without anything but text.
    private mutating func constantName(_ capture: Capture, _ directive: DirectiveRow) -> Text? {
        guard capture.type.kind == .logFormat else { return intern(configuration.text(capture, of: directive)) }
        if capture.value == Expressions.broken { return nil }
        if let text = constantText(Int(truncatingIfNeeded: capture.value)) { return intern(text) }
        refuse("names of headers that are expressions", at: configuration.range(capture, of: directive))
        return nil
    }

    private mutating func emitCapturedFormat(_ capture: Capture, into register: UInt32 = 0, _ use: SampleUse) {
        if capture.value == Expressions.broken {
            builder.emit(.begin, a: register)
            return
        }
        emitFormat(Int(truncatingIfNeeded: capture.value), into: register, use)
    }

    private mutating func emitValue(_ opcode: PlanOpcode, _ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse) {
        guard let value = find(.value, arguments) else { return }
        emitCapturedFormat(value, use)
        builder.emit(opcode, a: 0)
    }

    private mutating func emitRedirect(
        _ directive: DirectiveRow, _ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse
    ) {
        guard let target = find(.target, arguments) else { return }
        var code: UInt32 = 302
        var flags: UInt32 = 0
        for capture in arguments {
            if capture.slot == .code {
                code = number(capture)
            } else if capture.slot == .word {
                if capture.literal == .dropQuery {
                    flags |= 1
                } else if capture.literal != .code, capture.literal != .location {
                    refuse("'\(capture.literal)'", at: configuration.range(capture, of: directive))
                }
            }
        }
        emitCapturedFormat(target, use)
        builder.emit(.redirect, a: code, b: 0, c: flags)
    }

    private mutating func emitSetStatus(_ directive: DirectiveRow, _ arguments: UnsafeBufferPointer<Capture>) {
        let reason = find(.reason, arguments).map { intern(configuration.text($0, of: directive)) } ?? .empty
        builder.emit(.setStatus, a: number(find(.status, arguments)), text: reason)
    }

    private mutating func emitLogLevel(_ arguments: UnsafeBufferPointer<Capture>) {
        guard let level = arguments.first else { return }
        builder.emit(.setLogLevel, a: level.literal == .silent ? 8 : logLevel(level.literal))
    }

    /// `return`: status, content type, headers, and a body from the line or from a file (manual 4.4).
    private mutating func emitReturn(
        _ directive: DirectiveRow, _ arguments: UnsafeBufferPointer<Capture>, _ use: SampleUse
    ) {
        builder.emit(.returnBegin, a: find(.status, arguments).map { number($0) } ?? 200)
        var name: Text?
        for capture in arguments {
            if capture.slot == .name {
                name = intern(configuration.text(capture, of: directive))
            } else if capture.slot == .value, let header = name {
                emitCapturedFormat(capture, use)
                builder.emit(.returnHeader, a: 0, text: header)
            }
        }
        let type = find(.type, arguments).map { intern(configuration.text($0, of: directive)) } ?? .none
        if let body = find(.text, arguments) {
            builder.emit(.begin, a: 0)
            builder.emit(.appendText, text: intern(configuration.text(body, of: directive)))
            builder.emit(.returnBody, a: 0, text: type)
        } else if let body = find(.format, arguments) {
            emitCapturedFormat(body, use)
            builder.emit(.returnBody, a: 0, text: type)
        } else if let body = find(.file, arguments) {
            let asset = asset(body, of: directive)
            if !asset.isNone { builder.emit(.returnAsset, a: asset.raw, text: type) }
        }
        builder.emit(.returnEnd)
    }
}
