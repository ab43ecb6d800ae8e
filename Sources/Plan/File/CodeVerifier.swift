/// Checks the rule programs: opcodes, operands, registers and jumps. Jumps go forward; only ``Opcode/next`` goes back, over no
/// fetch, so each turn takes another value of one sample and every program ends.
struct CodeVerifier {
    private let plan: Plan
    private let tables: PlanVerifier

    init(_ plan: Plan, _ tables: PlanVerifier) {
        self.plan = plan
        self.tables = tables
    }

    func verify() throws(PlanLoadError) {
        for id in plan.operands.ids { try require(isValid(plan.operands[id]), "operand \(id.raw)") }
        let count = UInt32(truncatingIfNeeded: plan.code.count)
        // The last instruction that starts a sample: nothing may go back over it.
        var sample: UInt32?
        for at in 0..<count {
            let i = plan.code.base[Int(at)]
            guard let opcode = Opcode(rawValue: i.opcodeRaw) else { throw .damaged("instruction \(at) has an opcode that does not exist") }
            if opcode == .fetch || opcode == .constant { sample = at }
            if opcode == .next {
                try require(i.a <= at && sample.map { $0 < i.a } ?? true, "instruction \(at) jumps back too far")
            }
            try require(isValid(i, opcode, at, count), "instruction \(at)")
            try require(CodeVerifier.isFinal(opcode) || at &+ 1 < count, "its last program does not end")
        }
    }

    private func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(PlanLoadError) {
        if !holds { throw .damaged(what()) }
    }

    /// Whether control never goes to the next instruction.
    private static func isFinal(_ opcode: Opcode) -> Bool {
        switch opcode {
        case .end, .jump, .allow, .deny, .returnEnd, .accept, .reject, .redirect, .useBackend, .useServer: true
        default: false
        }
    }

    private func isValid(_ i: Instruction, _ opcode: Opcode, _ at: UInt32, _ count: UInt32) -> Bool {
        let text = Text(offset: i.b, length: i.c)
        let register = i.a < PlanLimits.outputRegisters
        switch opcode {
        case .end, .found, .truth, .setFlag, .allow, .returnEnd, .accept, .reject, .next: return true
        case .rule: return tables.isRow(RuleID(i.a), of: plan.rules)
        case .jump, .jumpIfTrue, .jumpIfFalse: return i.a > at && i.a < count
        case .fetch: return FetchCode(rawValue: i.a) != nil && areOperands(i.b, i.c)
        case .convert: return ConverterCode(rawValue: i.a) != nil && areOperands(i.b, i.c)
        case .cast: return i.a <= UInt32(SampleType.meth.rawValue)
        case .match: return tables.isRow(PatternSetID(i.a), of: plan.patternSets)
        case .constant: return tables.isRow(OperandID(i.a), of: plan.operands)
        case .begin, .append, .setMethod, .setPath, .setQuery, .setURI, .useBackendNamed: return opcode == .append || register
        case .appendText: return tables.isValid(text)
        case .appendAlias: return LogAlias(rawValue: i.a) != nil
        case .setHeader, .addHeader, .returnHeader, .returnBody: return register && tables.isValid(text)
        case .delHeader: return tables.isValid(text)
        case .deny, .returnBegin: return PlanLimits.statuses.contains(i.a)
        case .setStatus: return PlanLimits.statuses.contains(i.a) && tables.isValid(text)
        case .returnAsset: return tables.isRow(AssetID(i.a), of: plan.assets) && tables.isValid(text)
        case .redirect: return PlanLimits.statuses.contains(i.a) && i.b < PlanLimits.outputRegisters
        case .useBackend: return tables.isRow(ProxyID(i.a), of: plan.proxies)
        case .useServer: return tables.isRow(ServerID(i.a), of: plan.servers)
        case .dispatch: return isDispatch(i, at, count)
        case .setLogLevel: return i.a <= 8
        }
    }

    /// One operand a pattern, each a code index behind this instruction.
    private func isDispatch(_ i: Instruction, _ at: UInt32, _ count: UInt32) -> Bool {
        guard tables.isRow(PatternSetID(i.a), of: plan.patternSets) else { return false }
        let targets = Rows<OperandID>(first: i.b, count: plan.patternSets[PatternSetID(i.a)].patterns.count)
        guard tables.areRows(targets, of: plan.operands) else { return false }
        for row in targets.range {
            let target = plan.operands.base[row]
            guard target.kindRaw == OperandKind.code.rawValue, target.a > at, target.a < count else { return false }
        }
        return true
    }

    private func areOperands(_ first: UInt32, _ count: UInt32) -> Bool {
        count <= PlanLimits.operands && tables.areRows(Rows<OperandID>(first: first, count: count), of: plan.operands)
    }

    private func isValid(_ operand: Operand) -> Bool {
        guard let kind = OperandKind(rawValue: operand.kindRaw) else { return false }
        switch kind {
        case .text: return tables.isValid(operand.text)
        case .sint, .ipv4, .absent: return true
        case .ipv6: return operand.b == 16 && tables.isValid(operand.text) && operand.c <= 128
        case .proxy: return tables.isRow(ProxyID(operand.a), of: plan.proxies)
        case .server: return tables.isRow(ServerID(operand.a), of: plan.servers)
        case .file: return tables.isRow(FollowedFileID(operand.a), of: plan.followedFiles)
        case .code: return tables.isRow(CodeIndex(operand.a), of: plan.code)
        case .patternSet: return tables.isRow(PatternSetID(operand.a), of: plan.patternSets)
        }
    }
}
