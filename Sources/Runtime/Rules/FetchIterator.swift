import Plan

/// Where a fetch with several values stands (manual section 7.3: "multiple occurrences").
struct FetchIterator {
    enum Source: UInt8 {
        case none
        case request
        case response
        case cookies
        case setCookies
        case parameters
    }

    var source: Source = .none
    var values = HeaderValues(HeaderName(.empty, id: .other))
    /// The cookie's or parameter's name.
    var name = ByteSlice.empty
    /// What is left of the Cookie line or of the query.
    var rest = ByteSlice.empty
    var delimiter: UInt8 = 0
    var ignoresCase = false

    @inline(__always) var mayHaveMore: Bool { source != .none }

    @inline(__always) mutating func stop() { source = .none }
}

extension RuleMachine {
    /// The next value of the last fetch, or missing after the last.
    @inline(__always) mutating func nextValue(_ context: RuleContext) -> Sample {
        context.environment.pointee.temporary.reset()
        switch iterator.source {
        case .none: return .missing
        case .request:
            if let head = context.request, let value = iterator.values.next(head.pointee) { return .str(value) }
        case .response:
            if let head = context.response, let value = iterator.values.next(head.pointee) { return .str(value) }
        case .cookies:
            if let head = context.request, let value = nextCookie(head) { return .str(value) }
        case .setCookies:
            if let head = context.response, let value = nextSetCookie(head) { return .str(value) }
        case .parameters:
            if let value = nextParameter() { return .str(value) }
        }
        iterator.stop()
        return .missing
    }

    /// `req.hdr` and its like. Operands: name, occurrence.
    @inline(__always) mutating func headerValue(
        _ instruction: Instruction, _ source: FetchIterator.Source, _ head: UnsafeMutablePointer<MessageHead>?, whole: Bool,
        _ context: RuleContext
    ) -> Sample {
        iterator.stop()
        guard let head, instruction.c > 0 else { return .missing }
        let values = HeaderValues(context.rules.pointee.header(ofOperand: instruction.b), whole: whole)
        let occurrence = instruction.c > 1 ? context.rules.pointee.operands[Int(instruction.b) &+ 1] : Operand(.absent)
        if occurrence.kind == .sint, occurrence.sint != 0 {
            return nthHeaderValue(values, occurrence.sint, head)
        }
        iterator.values = values
        iterator.source = source
        guard let value = iterator.values.next(head.pointee) else {
            iterator.stop()
            return .missing
        }
        return .str(value)
    }

    /// From 1, or from the end with -1.
    private func nthHeaderValue(_ values: HeaderValues, _ occurrence: Int64, _ head: UnsafeMutablePointer<MessageHead>) -> Sample {
        var wanted = occurrence
        if occurrence < -1 {
            var count: Int64 = 0
            var all = values
            while all.next(head.pointee) != nil { count &+= 1 }
            wanted = count &+ occurrence &+ 1
            if wanted < 1 { return .missing }
        }
        var all = values
        var last = Sample.missing
        while let value = all.next(head.pointee) {
            last = .str(value)
            if wanted > 0 {
                wanted &-= 1
                if wanted == 0 { return last }
            }
        }
        return wanted < 0 ? last : .missing
    }

    func headerCount(_ instruction: Instruction, _ head: UnsafeMutablePointer<MessageHead>?, whole: Bool, _ context: RuleContext) -> Sample
    {
        guard let head else { return .missing }
        var count: Int64 = 0
        if instruction.c > 0, context.rules.pointee.operands[Int(instruction.b)].kind == .text {
            var values = HeaderValues(context.rules.pointee.header(ofOperand: instruction.b), whole: whole)
            while values.next(head.pointee) != nil { count &+= 1 }
            return .sint(count)
        }
        // Without a name: of all headers.
        var i = 0
        while i < head.pointee.count {
            let field = head.pointee.fields[i]
            i &+= 1
            if field.isDeleted { continue }
            if whole {
                count &+= 1
                continue
            }
            var from = 0
            let value = field.valueBytes
            repeat {
                count &+= 1
                from = listElementEnd(value, from: from) &+ 1
            } while from < value.count
        }
        return .sint(count)
    }

    // MARK: Cookies

    /// Operand: the name; without one the first cookie counts.
    mutating func cookieValue(_ instruction: Instruction, _ source: FetchIterator.Source, _ context: RuleContext) -> Sample {
        iterator.stop()
        let operands = context.rules.pointee.operands + Int(instruction.b)
        iterator.name = instruction.c > 0 && operands[0].kind == .text ? context.rules.pointee.text(operands[0].text) : .empty
        iterator.values = HeaderValues(source == .cookies ? Self.cookieName : Self.setCookieName, whole: true)
        iterator.rest = .empty
        iterator.source = source
        let first = nextValue(context)
        // Occurrence -1: the last one, which is what HAProxy gives outside conditions.
        guard instruction.c > 1, operands[1].kind == .sint, operands[1].sint != 0 else { return first }
        var last = first
        if !iterator.name.isEmpty {
            while true {
                let value = nextValue(context)
                if !value.exists { break }
                last = value
            }
        }
        iterator.stop()
        return last
    }

    private static var cookieName: HeaderName { HeaderName(ByteSlice("cookie"), id: .cookie) }
    private static var setCookieName: HeaderName { HeaderName(ByteSlice("set-cookie"), id: .setCookie) }

    private mutating func nextCookie(_ head: UnsafeMutablePointer<MessageHead>) -> ByteSlice? {
        while true {
            while !iterator.rest.isEmpty {
                let (pair, next) = CookieText.split(iterator.rest)
                iterator.rest = next
                guard let (name, value) = pair else { continue }
                if iterator.name.isEmpty || name.equals(iterator.name) { return value }
            }
            guard let line = iterator.values.next(head.pointee) else { return nil }
            iterator.rest = line
        }
    }

    /// The first pair of each line; attributes are no cookies.
    private mutating func nextSetCookie(_ head: UnsafeMutablePointer<MessageHead>) -> ByteSlice? {
        while let line = iterator.values.next(head.pointee) {
            guard let (name, value) = CookieText.split(line).pair else { continue }
            if iterator.name.isEmpty || name.equals(iterator.name) { return value }
        }
        return nil
    }

    // MARK: URL parameters

    /// Operands: name, delimiter that begins the parameters (`?`), `i` for names without case.
    mutating func parameterValue(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        iterator.stop()
        guard let head = context.request else { return .missing }
        let operands = context.rules.pointee.operands + Int(instruction.b)
        let tables = context.rules
        iterator.name = instruction.c > 0 && operands[0].kind == .text ? tables.pointee.text(operands[0].text) : .empty
        let delimiter = instruction.c > 1 && operands[1].kind == .text ? tables.pointee.text(operands[1].text) : .empty
        iterator.delimiter = delimiter.isEmpty ? 0x3F : delimiter.base[0]
        let flags = instruction.c > 2 && operands[2].kind == .text ? tables.pointee.text(operands[2].text) : .empty
        iterator.ignoresCase = !flags.isEmpty && flags.base[0] == 0x69
        let target = head.pointee.target
        guard let begin = target.firstIndex(of: iterator.delimiter) else { return .missing }
        iterator.rest = target.slice(begin &+ 1, target.count)
        iterator.source = .parameters
        return nextValue(context)
    }

    private mutating func nextParameter() -> ByteSlice? {
        while !iterator.rest.isEmpty {
            let whole = iterator.rest
            var end = 0
            while end < whole.count, whole.base[end] != 0x26, whole.base[end] != 0x3B, whole.base[end] != iterator.delimiter { end &+= 1 }
            let pair = whole.slice(0, end)
            iterator.rest = end < whole.count ? whole.slice(end &+ 1, whole.count) : .empty
            guard let equals = pair.firstIndex(of: 0x3D) else { continue }
            let name = pair.slice(0, equals)
            if iterator.name.isEmpty || (iterator.ignoresCase ? name.equalsIgnoringCase(iterator.name) : name.equals(iterator.name)) {
                return pair.slice(equals &+ 1, pair.count)
            }
        }
        return nil
    }
}

/// Cookie lines: `name=value; name=value`.
enum CookieText {
    /// The first pair, and what follows it. A value in double quotes keeps its separators. No pair: a name without `=`, or one that
    /// begins with `$` (RFC 2965's attributes).
    static func split(_ line: ByteSlice) -> (pair: (name: ByteSlice, value: ByteSlice)?, rest: ByteSlice) {
        var from = 0
        while from < line.count, isLinearSpace(line.base[from]) || line.base[from] == 0x3B || line.base[from] == 0x2C { from &+= 1 }
        var end = from
        var equals = -1
        var quoted = false
        while end < line.count {
            let c = line.base[end]
            if quoted {
                if c == 0x5C {
                    end &+= 1
                } else if c == 0x22 {
                    quoted = false
                }
            } else if c == 0x22 {
                quoted = true
            } else if c == 0x3B || c == 0x2C {
                break
            } else if c == 0x3D, equals < 0 {
                equals = end
            }
            end &+= 1
        }
        end = min(end, line.count)
        let rest = end < line.count ? line.slice(end &+ 1, line.count) : .empty
        if equals < 0 || line.base[from] == 0x24 { return (nil, rest) }
        return ((line.slice(from, equals).trimmed, line.slice(equals &+ 1, end).trimmed), rest)
    }
}
