import Plan

extension RuleMachine {
    /// The first value of a fetch (manual sections 7.3.2 to 7.3.6); missing where it has no meaning.
    mutating func fetch(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        guard let code = FetchCode(rawValue: instruction.a) else { return .missing }
        switch code {
        case .reqHdr: return headerValue(instruction, .request, context.request, whole: false, context)
        case .reqFhdr: return headerValue(instruction, .request, context.request, whole: true, context)
        case .resHdr: return headerValue(instruction, .response, context.response, whole: false, context)
        case .resFhdr: return headerValue(instruction, .response, context.response, whole: true, context)
        case .reqCook: return cookieValue(instruction, .cookies, context)
        case .resCook: return cookieValue(instruction, .setCookies, context)
        case .urlp: return parameterValue(instruction, context)
        default: break
        }
        iterator.stop()
        switch code {
        case .alwaysTrue: return .bool(true)
        case .alwaysFalse: return .bool(false)
        case .src: return .address(context.record.pointee.client)
        case .srcPort: return port(context.record.pointee.client)
        case .dst: return .address(context.record.pointee.local)
        case .dstPort: return port(context.record.pointee.local)

        case .method: return context.request.map { .method($0.pointee.method) } ?? .missing
        case .path: return context.request.map { present($0.pointee.path) } ?? .missing
        case .pathq: return context.request.map { present($0.pointee.pathAndQuery) } ?? .missing
        case .query: return query(instruction, context)
        case .url: return context.request.map { .str($0.pointee.target) } ?? .missing
        case .base: return base(context)
        case .reqVer: return version(context.request, context)
        case .resVer: return version(context.response, context)
        case .reqHdrCnt: return headerCount(instruction, context.request, whole: false, context)
        case .reqFhdrCnt: return headerCount(instruction, context.request, whole: true, context)
        case .resHdrCnt: return headerCount(instruction, context.response, whole: false, context)
        case .resFhdrCnt: return headerCount(instruction, context.response, whole: true, context)
        case .reqHdrNames: return headerNames(instruction, context)
        case .reqBodySize: return bodySize(context)
        case .status:
            let status = context.response?.pointee.status ?? context.record.pointee.status
            return status == 0 ? .missing : .sint(status)
        case .http: return context.request == nil ? .missing : .bool(true)
        case .httpFirstReq: return .bool(context.record.pointee.isFirstRequest)

        case .env:
            guard let name = operandText(instruction, 0, context), let value = context.environment.pointee.variables.value(name) else {
                return .missing
            }
            return .str(value)
        case .hostname: return .str(context.environment.pointee.hostname)
        case .nbproc, .process: return .sint(1)
        case .thread: return .sint(context.environment.pointee.thread)
        case .rand: return random(instruction, context)
        case .date: return date(instruction, context)
        case .uuid: return uuid(instruction, context)
        case .file:
            guard let operand = operand(instruction, 0, context), operand.kind == .file else { return .missing }
            guard let line = context.rules.pointee.files[Int(operand.a)].pointee.line else { return .missing }
            guard let start = line.baseAddress else { return .str(.empty) }
            return .str(ByteSlice(start.assumingMemoryBound(to: UInt8.self), line.count))

        default: return fetchState(code, instruction, context)
        }
    }

    // MARK: Operands

    @inline(__always) func operand(_ instruction: Instruction, _ number: UInt32, _ context: RuleContext) -> Operand? {
        guard number < instruction.c else { return nil }
        return context.rules.pointee.operands[Int(instruction.b) &+ Int(number)]
    }

    @inline(__always) func operandText(_ instruction: Instruction, _ number: UInt32, _ context: RuleContext) -> ByteSlice? {
        guard let operand = operand(instruction, number, context), operand.kind == .text else { return nil }
        return context.rules.pointee.text(operand.text)
    }

    @inline(__always) func operandInteger(_ instruction: Instruction, _ number: UInt32, _ context: RuleContext) -> Int64? {
        guard let operand = operand(instruction, number, context), operand.kind == .sint else { return nil }
        return operand.sint
    }

    // MARK: Parts of messages

    @inline(__always) private func present(_ bytes: ByteSlice) -> Sample { bytes.isEmpty ? .missing : .str(bytes) }

    private func port(_ address: PeerAddress) -> Sample {
        address.family == 4 || address.family == 6 ? .sint(address.port) : .missing
    }

    /// What follows the question mark; with operand `with_qm` (a 1) from it on. Missing without one.
    private func query(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        guard let head = context.request, let mark = head.pointee.target.firstIndex(of: 0x3F) else { return .missing }
        let target = head.pointee.target
        var from = mark &+ 1
        if from < target.count, operandInteger(instruction, 0, context) == 1 { from = mark }
        return .str(target.slice(from, target.count))
    }

    /// Host (its first value) and path.
    private func base(_ context: RuleContext) -> Sample {
        guard let head = context.request else { return .missing }
        var hosts = HeaderValues(HeaderName(ByteSlice("host"), id: .host))
        guard let host = hosts.next(head.pointee), !host.isEmpty else { return present(head.pointee.path) }
        let path = head.pointee.path
        let n = !path.isEmpty && path.base[0] == 0x2F ? path.count : 0
        guard let p = context.environment.pointee.temporary.allocate(host.count &+ n) else { return .missing }
        p.update(from: host.base, count: host.count)
        (p + host.count).update(from: path.base, count: n)
        return .str(ByteSlice(p, host.count &+ n))
    }

    /// `1.1`
    private func version(_ head: UnsafeMutablePointer<MessageHead>?, _ context: RuleContext) -> Sample {
        guard let head, let p = context.environment.pointee.temporary.allocate(3) else { return .missing }
        p[0] = 0x30 &+ head.pointee.version.major % 10
        p[1] = 0x2E
        p[2] = 0x30 &+ head.pointee.version.minor % 10
        return .str(ByteSlice(p, 3))
    }

    /// All names, as they came, with a delimiter between.
    private func headerNames(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        guard let head = context.request else { return .missing }
        let text = operandText(instruction, 0, context) ?? .empty
        let delimiter: UInt8 = text.isEmpty ? 0x2C : text.base[0]
        let p = context.environment.pointee.temporary.tail
        let room = context.environment.pointee.temporary.remaining
        var n = 0
        var i = 0
        while i < head.pointee.count {
            let field = head.pointee.fields[i]
            i &+= 1
            if field.isDeleted { continue }
            guard n &+ 1 &+ Int(field.nameLength) <= room else { return .missing }
            if n > 0 {
                p[n] = delimiter
                n &+= 1
            }
            // Names that rules added are in lower case only when they are written.
            var k = 0
            while k < Int(field.nameLength) {
                p[n &+ k] = asciiLower(field.name[k])
                k &+= 1
            }
            n &+= k
        }
        return .str(context.environment.pointee.temporary.commit(n))
    }

    /// What the message's head says of its body.
    private func bodySize(_ context: RuleContext) -> Sample {
        guard let head = context.request else { return .missing }
        if case .length(let count) = head.pointee.framing { return .sint(count) }
        return .sint(0)
    }

    // MARK: Values from the environment

    /// 32 bits, or below the modulus.
    private func random(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        let bits = context.environment.pointee.random.next() >> 32
        guard let modulus = operandInteger(instruction, 0, context), modulus > 0 else { return .sint(bits) }
        let product = bits.multipliedFullWidth(by: UInt64(modulus))
        return .sint(product.high &<< 32 | product.low &>> 32)
    }

    /// Operands: offset, unit (`s`, `ms`, `us`).
    private func date(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        let wall = context.environment.pointee.wall
        let offset = operandInteger(instruction, 0, context) ?? 0
        let unit = operandText(instruction, 1, context) ?? .empty
        let scale: Int64 = unit.equals("us") ? 1 : unit.equals("ms") ? 1000 : 1_000_000
        return .sint(wall / scale &+ offset)
    }

    /// Version 4 (random), or 7 (milliseconds and random), RFC 9562.
    private func uuid(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        let version = operandInteger(instruction, 0, context) ?? 4
        guard version == 4 || version == 7, let p = context.environment.pointee.temporary.allocate(36) else { return .missing }
        var high = context.environment.pointee.random.next()
        var low = context.environment.pointee.random.next()
        if version == 7 {
            high = UInt64(bitPattern: context.environment.pointee.wall / 1000) &<< 16 | high & 0xFFFF
        }
        high = high & ~0xF000 | UInt64(bitPattern: version) &<< 12
        low = low & ~(3 &<< 62) | 1 &<< 63
        var at = 0
        var nibble = 0
        while nibble < 32 {
            if at == 8 || at == 13 || at == 18 || at == 23 {
                p[at] = 0x2D
                at &+= 1
            }
            let word = nibble < 16 ? high : low
            let digit = UInt8(truncatingIfNeeded: word &>> UInt64(60 &- (nibble & 15) &* 4)) & 15
            p[at] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
            at &+= 1
            nibble &+= 1
        }
        return .str(ByteSlice(p, 36))
    }
}
