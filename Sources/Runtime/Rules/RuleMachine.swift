import Plan

/// The interpreter of ``Opcode``: one run carries out one rule set, without allocation. A plain value; it can stop at any instruction and
/// go on later, with its registers as they were (bytes they point to must still be there).
package struct RuleMachine {
    /// The rule that is being run, or was last; none before the first.
    package private(set) var rule: RuleID = .none
    /// A log line was cut at the arena's end.
    package var wasCut: Bool { output.overflowed }

    private(set) var kind: RuleSetKind = .httpRequest
    private var pc: UInt32 = 0
    private var budget: Int32 = 0
    private var flag = false
    var sample = Sample.missing
    var iterator = FetchIterator()
    /// Where the last fetch stands, and the best row that a dispatch has found among the values so far.
    private var fetchPC: UInt32 = 0
    private var dispatchBest: Int = -1

    /// Room for `PlanLimits.outputRegisters`, which the loader has checked.
    private var registers: InlineArray<8, ByteSlice> = InlineArray(repeating: .empty)
    var output = RuleOutput()
    private var openRegister: Int = -1
    /// The open register holds bytes that were not copied.
    private var borrowed = false
    /// Runs of spaces in texts are written once (log lines).
    private var mergesSpaces = false
    var lastIsSpace = true

    package init() {}

    /// Runs the rule set of that kind from `entry`; none: ``RuleOutcome/ended``.
    package mutating func run(_ kind: RuleSetKind, entry: CodeIndex, _ context: RuleContext) -> RuleOutcome {
        rule = .none
        if entry.isNone { return .ended }
        self.kind = kind
        pc = entry.raw
        budget = RuleLimits.instructionBudget
        flag = false
        sample = .missing
        openRegister = -1
        borrowed = false
        mergesSpaces = kind.rawValue >= RuleSetKind.logFormat.rawValue && kind != .uniqueIDFormat
        lastIsSpace = true
        return resume(context)
    }

    /// The string in an output register after a run.
    package mutating func result(_ register: Int, _ context: RuleContext) -> ByteSlice { take(register, context) }

    /// Goes on where the machine stopped.
    package mutating func resume(_ context: RuleContext) -> RuleOutcome {
        let tables = UnsafePointer(context.rules)
        let code = tables.pointee.code
        let codeCount = tables.pointee.codeCount
        // Kept in registers; written back where a run ends.
        var pc = self.pc
        var flag = self.flag
        var budget = self.budget
        defer {
            self.pc = pc
            self.flag = flag
            self.budget = budget
        }
        while pc < codeCount {
            budget &-= 1
            if budget < 0 {
                context.environment.pointee.budgetStops &+= 1
                return .failed(.budget)
            }
            let at = pc
            let instruction = code[Int(at)]
            pc = at &+ 1
            switch tables.pointee.opcodes[instruction] {
            case .end: return .ended
            case .rule: rule = RuleID(instruction.a)
            case .jump: pc = instruction.a
            case .jumpIfTrue: if flag { pc = instruction.a }
            case .jumpIfFalse: if !flag { pc = instruction.a }
            case .setFlag: flag = instruction.a != 0

            case .fetch:
                context.environment.pointee.temporary.reset()
                fetchPC = at
                dispatchBest = -1
                sample = fetch(instruction, context)
            case .convert:
                if sample.exists { sample = convert(instruction, context) }
            case .cast:
                sample = sample.cast(
                    to: SampleType(rawValue: UInt8(truncatingIfNeeded: instruction.a)) ?? .none, &context.environment.pointee.temporary)
            case .match:
                let matcher = tables.pointee.matchers + Int(instruction.a)
                flag =
                    matcher.pointee.first(
                        sample, room: &context.environment.pointee.temporary, regex: context.environment.pointee.regex) >= 0
            case .next:
                if !flag, iterator.mayHaveMore {
                    let value = nextValue(context)
                    if value.exists {
                        sample = value
                        pc = instruction.a
                    }
                }
            case .found: flag = sample.exists
            case .truth:
                let value = sample.cast(to: .bool, &context.environment.pointee.temporary)
                flag = value.exists && value.integer != 0
            case .constant:
                context.environment.pointee.temporary.reset()
                iterator.stop()
                sample = constant(tables.pointee.operands[Int(instruction.a)], tables)
            case .dispatch:
                let matcher = tables.pointee.matchers + Int(instruction.a)
                let row = matcher.pointee.first(
                    sample, room: &context.environment.pointee.temporary, regex: context.environment.pointee.regex)
                if row >= 0, dispatchBest < 0 || row < dispatchBest { dispatchBest = row }
                // Every value counts, and each goes through the same converters.
                if iterator.mayHaveMore {
                    let value = nextValue(context)
                    if value.exists {
                        sample = value
                        pc = fetchPC &+ 1
                        continue
                    }
                }
                if dispatchBest >= 0 { pc = tables.pointee.operands[Int(instruction.b) &+ dispatchBest].a }

            case .begin:
                close(context)
                openRegister = Int(instruction.a) & 7
                registers[openRegister] = .empty
                borrowed = false
                output.open(context.arena.pointee)
            case .appendText: appendText(tables.pointee.text(instruction.b, instruction.c), context)
            case .append:
                unborrow(context)
                appendSample(AppendFlags(rawValue: instruction.flags), context)
            case .appendAlias:
                unborrow(context)
                let before = output.cursor
                appendAlias(instruction.a, AppendFlags(rawValue: instruction.flags), context)
                if output.cursor != before { lastIsSpace = false }

            case .setHeader, .addHeader, .delHeader:
                if let failure = editHeader(instruction, at, context) { return failure }

            case .allow: return .allow
            case .deny: return .deny(status: UInt16(truncatingIfNeeded: instruction.a))
            case .accept: return .accept
            case .reject: return .reject
            case .returnBegin: context.environment.pointee.response.begin(UInt16(truncatingIfNeeded: instruction.a))
            case .returnHeader:
                let value = take(Int(instruction.a), context)
                if output.overflowed { return noRoom(context) }
                if !context.environment.pointee.response.add(tables.pointee.header(ofInstruction: at), value) { return noRoom(context) }
            case .returnBody:
                let body = take(Int(instruction.a), context)
                if output.overflowed { return noRoom(context) }
                context.environment.pointee.response.body = body
                context.environment.pointee.response.contentType = tables.pointee.text(instruction.b, instruction.c)
            case .returnAsset:
                let asset = tables.pointee.plan.assets[AssetID(instruction.a)]
                if let base = tables.pointee.plan.assetBytes.baseAddress {
                    let start = base.assumingMemoryBound(to: UInt8.self) + Int(asset.offset)
                    context.environment.pointee.response.body = ByteSlice(start, Int(asset.length))
                }
                context.environment.pointee.response.contentType = tables.pointee.text(instruction.b, instruction.c)
            case .returnEnd: return .respond
            case .redirect:
                let location = take(Int(instruction.b), context)
                if output.overflowed { return noRoom(context) }
                context.environment.pointee.response.begin(UInt16(truncatingIfNeeded: instruction.a))
                context.environment.pointee.response.location = location
                context.environment.pointee.response.dropQuery = instruction.c & 1 != 0
                return .redirect(status: UInt16(truncatingIfNeeded: instruction.a))
            case .useBackend: return .useBackend(ProxyID(instruction.a))
            case .useBackendNamed:
                let name = take(Int(instruction.a), context)
                guard let proxy = tables.pointee.backend(named: name) else { return .ended }
                return .useBackend(proxy)
            case .useServer: return .useServer(ServerID(instruction.a))

            case .setLogLevel: context.record.pointee.logLevel = UInt8(truncatingIfNeeded: instruction.a)
            case .setMethod, .setPath, .setQuery, .setURI:
                let value = take(Int(instruction.a), context)
                if output.overflowed { return noRoom(context) }
                if !editStartLine(instruction.opcode, value, context) { return noRoom(context) }
            case .setStatus:
                if let message = context.response {
                    editStatus(
                        message, UInt16(truncatingIfNeeded: instruction.a), tables.pointee.text(instruction.b, instruction.c), context)
                }
            }
        }
        return .ended
    }

    // MARK: Registers

    /// Commits what was written to the open register.
    private mutating func close(_ context: RuleContext) {
        guard openRegister >= 0 else { return }
        if !borrowed { registers[openRegister] = context.arena.pointee.commit(output.written) }
        openRegister = -1
    }

    private mutating func take(_ register: Int, _ context: RuleContext) -> ByteSlice {
        close(context)
        return registers[register & 7]
    }

    /// A register's only text needs no copy; as soon as something follows it is copied after all.
    @inline(__always) private mutating func unborrow(_ context: RuleContext) {
        if borrowed, openRegister >= 0 {
            borrowed = false
            output.put(registers[openRegister])
        } else if openRegister < 0 {
            // An append after the register was used: it grows on in a new place.
            openRegister = 0
            let before = registers[0]
            output.open(context.arena.pointee)
            output.put(before)
        }
    }

    @inline(__always) private mutating func appendText(_ text: ByteSlice, _ context: RuleContext) {
        if !mergesSpaces {
            if openRegister >= 0, !borrowed, output.written == 0 {
                registers[openRegister] = text
                borrowed = true
                return
            }
            unborrow(context)
            output.put(text)
            return
        }
        unborrow(context)
        // Separators: one space for a run of them, and none at the beginning (manual section 8.2.6).
        if text.count == 1, text.base[0] != 0x20 {
            output.put(text.base[0])
            lastIsSpace = false
            return
        }
        var i = 0
        while i < text.count {
            let c = text.base[i]
            if c != 0x20 || !lastIsSpace { output.put(c) }
            lastIsSpace = c == 0x20
            i &+= 1
        }
    }

    private func noRoom(_ context: RuleContext) -> RuleOutcome {
        context.environment.pointee.failedRewrites &+= 1
        return .failed(.noRoom)
    }

    // MARK: Header actions

    /// The message that header actions of this rule set change.
    @inline(__always) private func message(_ context: RuleContext) -> UnsafeMutablePointer<MessageHead>? {
        kind == .httpResponse || kind == .httpAfterResponse ? context.response : context.request
    }

    @inline(__always) private mutating func editHeader(_ instruction: Instruction, _ at: UInt32, _ context: RuleContext) -> RuleOutcome? {
        guard let head = message(context) else { return nil }
        let name = context.rules.pointee.header(ofInstruction: at)
        if instruction.opcode == .delHeader {
            head.pointee.delete(name)
            return nil
        }
        let value = take(Int(instruction.a), context)
        if output.overflowed { return noRoom(context) }
        let done = instruction.opcode == .setHeader ? head.pointee.set(name, value) : head.pointee.add(name, value)
        return done ? nil : noRoom(context)
    }

    @inline(__always) private func constant(_ operand: Operand, _ tables: UnsafePointer<RuleTables>) -> Sample {
        switch operand.kind {
        case .text: .str(tables.pointee.text(operand.a, operand.b))
        case .sint: .sint(operand.sint)
        case .ipv4: .ipv4(operand.a)
        case .ipv6:
            UnsafeRawPointer(tables.pointee.pool + Int(operand.a)).ipv6Sample
        default: .missing
        }
    }
}

extension UnsafeRawPointer {
    /// Sixteen bytes of an address in network order.
    fileprivate var ipv6Sample: Sample {
        .ipv6(loadUnaligned(as: UInt64.self), loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
}
