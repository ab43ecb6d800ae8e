import Plan

/// `%r` and what is cut from it. Bytes that a log cannot hold are written as `#XX` (manual section 8.6).
extension RuleMachine {
    mutating func appendRequest(_ alias: LogAlias, _ flags: AppendFlags, _ context: RuleContext) {
        let quoted = flags.contains(.quote)
        if quoted { output.put(0x22) }
        let parts = RequestLineParts(context)
        switch alias {
        case .requestLine:
            if parts.line.isEmpty, !parts.method.isEmpty {
                put(parts.method, flags)
                output.put(0x20)
                put(parts.target, flags)
                output.put(0x20)
                putVersion(context)
            } else {
                put(parts.line.isEmpty ? RequestLineParts.bad : parts.line, flags)
            }
        case .method: put(parts.isBad ? RequestLineParts.bad : parts.method, flags)
        case .uri: put(parts.isBad ? RequestLineParts.bad : parts.target, flags)
        case .path:
            put(parts.isBad ? RequestLineParts.bad : parts.target.slice(0, parts.target.firstIndex(of: 0x3F) ?? parts.target.count), flags)
        case .pathOnly:
            if parts.isBad {
                put(RequestLineParts.bad, flags)
            } else {
                let whole = TargetParts(parts.target).pathAndQuery
                put(whole.slice(0, whole.firstIndex(of: 0x3F) ?? whole.count), flags)
            }
        case .query:
            if parts.line.isEmpty, parts.method.isEmpty {
                put(RequestLineParts.bad, flags)
            } else if let mark = parts.target.firstIndex(of: 0x3F) {
                put(parts.target.slice(mark, parts.target.count), flags)
            }
        default:
            if parts.isBad {
                put(RequestLineParts.bad, flags)
            } else if parts.line.isEmpty {
                putVersion(context)
            } else {
                put(parts.version.isEmpty ? ByteSlice("HTTP/0.9") : parts.version, flags)
            }
        }
        if quoted { output.put(0x22) }
    }

    @inline(__always) private mutating func put(_ bytes: ByteSlice, _ flags: AppendFlags) {
        if flags.contains(.escape) {
            output.put(escaped: bytes)
        } else {
            output.put(bytes, encoding: .url, mark: 0x23)
        }
    }

    private mutating func putVersion(_ context: RuleContext) {
        guard let head = context.request else { return }
        output.put("HTTP/")
        output.put(0x30 &+ head.pointee.version.major % 10)
        output.put(0x2E)
        output.put(0x30 &+ head.pointee.version.minor % 10)
    }
}

/// The request line as the stream kept it, or the request's head while it is there.
struct RequestLineParts {
    static var bad: ByteSlice { ByteSlice("<BADREQ>") }

    /// Empty where the head answers.
    var line = ByteSlice.empty
    var method = ByteSlice.empty
    var target = ByteSlice.empty
    var version = ByteSlice.empty

    /// No request, or a line of a single word.
    var isBad: Bool { target.isEmpty && version.isEmpty }

    init(_ context: RuleContext) {
        let kept = context.record.pointee.requestLine
        guard kept.count > 0, let start = kept.baseAddress else {
            if let head = context.request, !head.pointee.method.isEmpty {
                method = head.pointee.method
                target = head.pointee.target
            }
            return
        }
        line = ByteSlice(start.assumingMemoryBound(to: UInt8.self), kept.count)
        var at = 0
        func isSpace(_ c: UInt8) -> Bool { c == 0x20 || c == 0x09 }
        while at < line.count, !isSpace(line.base[at]) { at &+= 1 }
        method = line.slice(0, at)
        while at < line.count, isSpace(line.base[at]) { at &+= 1 }
        let from = at
        while at < line.count, !isSpace(line.base[at]) { at &+= 1 }
        target = line.slice(from, at)
        while at < line.count, isSpace(line.base[at]) { at &+= 1 }
        version = line.slice(at, line.count)
    }
}
