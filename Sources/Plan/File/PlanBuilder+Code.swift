/// Emission of rule programs (``Opcode``). Jumps go forward and are filled in by ``PlanBuilder/land(_:)``.
extension PlanBuilder {
    /// Where the next instruction will stand.
    public var here: CodeIndex { CodeIndex(UInt32(truncatingIfNeeded: code.count)) }

    @discardableResult
    public mutating func emit(
        _ opcode: Opcode, flags: UInt16 = 0, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0
    ) -> CodeIndex {
        code.append(Instruction(opcode, flags: flags, a: a, b: b, c: c))
        return CodeIndex(UInt32(truncatingIfNeeded: code.count &- 1))
    }

    /// An instruction whose `b` and `c` are a text.
    @discardableResult
    public mutating func emit(_ opcode: Opcode, flags: UInt16 = 0, a: UInt32 = 0, text: Text) -> CodeIndex {
        emit(opcode, flags: flags, a: a, b: text.offset, c: text.length)
    }

    /// A jump whose target is given later by ``land(_:)``.
    public mutating func emitJump(_ opcode: Opcode = .jump) -> CodeIndex { emit(opcode, a: UInt32.max) }

    /// The jump at `jump` goes to the next instruction.
    public mutating func land(_ jump: CodeIndex) { code[jump.index].a = here.raw }

    @discardableResult
    public mutating func emitFetch(_ fetch: FetchCode, _ operands: [Operand] = []) -> CodeIndex {
        let run = intern(operands: operands)
        return emit(.fetch, a: fetch.rawValue, b: run.first.raw, c: run.count)
    }

    @discardableResult
    public mutating func emitConvert(_ converter: ConverterCode, _ operands: [Operand] = []) -> CodeIndex {
        let run = intern(operands: operands)
        return emit(.convert, a: converter.rawValue, b: run.first.raw, c: run.count)
    }

    /// Matches S, going on to the fetch's next value at `again` while nothing matched.
    public mutating func emitMatch(_ set: PatternSetID, again: CodeIndex) {
        emit(.match, a: set.raw)
        emit(.next, a: again.raw)
    }

    /// A row of ``rules``, and the instruction that begins it.
    @discardableResult
    public mutating func beginRule(
        proxy: ProxyID, kind: RuleSetKind, text: Text, at location: SourceLocation = .nowhere
    ) -> RuleID {
        let row = RuleID(UInt32(truncatingIfNeeded: rules.count))
        var rule = RuleRecord()
        rule.proxy = proxy
        rule.kindRaw = kind.rawValue
        rule.text = text
        rule.code = here
        rules.append(rule)
        ruleLocations.append(location)
        emit(.rule, a: row.raw)
        return row
    }

    /// Adds a rule set whose code begins at `entry` and whose rules are `firstRule...`; ends it with ``Opcode/end``.
    public mutating func endRuleSet(_ kind: RuleSetKind, entry: CodeIndex, firstRule: Int) {
        emit(.end)
        var set = RuleSetRecord()
        set.kindRaw = kind.rawValue
        set.entry = entry
        set.rules = Rows(
            first: UInt32(truncatingIfNeeded: firstRule), count: UInt32(truncatingIfNeeded: rules.count &- firstRule))
        ruleSets.append(set)
    }
}

extension Operand {
    public init(_ text: Text) { self.init(.text, a: text.offset, b: text.length) }
    public init(_ number: Int64) {
        let bits = UInt64(bitPattern: number)
        self.init(.sint, a: UInt32(truncatingIfNeeded: bits), b: UInt32(truncatingIfNeeded: bits >> 32))
    }
    public init(_ proxy: ProxyID) { self.init(.proxy, a: proxy.raw) }
    public init(_ server: ServerID) { self.init(.server, a: server.raw) }
    public init(_ file: FollowedFileID) { self.init(.file, a: file.raw) }
}
