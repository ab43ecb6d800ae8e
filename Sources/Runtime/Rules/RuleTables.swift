import Plan

/// What rules need of a generation: the plan, the run-time forms of its patterns, and what was looked up once instead of at each request.
/// One per generation, behind a pointer, immutable, freed with it.
package struct RuleTables {
    package let plan: Plan
    let code: UnsafePointer<Instruction>
    let codeCount: UInt32
    let opcodes = OpcodeTable()
    let operands: UnsafePointer<Operand>
    let pool: UnsafePointer<UInt8>
    /// ``KnownHeader`` of each header instruction's text, and of each operand that names a header.
    private let instructionHeaders: UnsafeMutablePointer<UInt8>
    private let operandHeaders: UnsafeMutablePointer<UInt8>
    let matchers: UnsafeMutablePointer<PatternMatcher>
    let proxies: UnsafeMutablePointer<ProxyRuntime>
    let servers: UnsafeMutablePointer<ServerPointer>
    let files: UnsafeMutablePointer<FollowedFilePointer>
    private var names: PatternIndex
    /// By ``LogTargetID``; family 0: not known, its lines are dropped.
    private let logAddresses: UnsafeMutablePointer<PeerAddress>

    /// The arrays are the generation's, by row of the plan, and must outlive the tables.
    package static func build(
        plan: Plan, matchers: UnsafeMutablePointer<PatternMatcher>, proxies: UnsafeMutablePointer<ProxyRuntime>,
        servers: UnsafeMutablePointer<ServerPointer>, files: UnsafeMutablePointer<FollowedFilePointer>
    ) throws(RuleRefusal) -> UnsafeMutablePointer<RuleTables> {
        try RuleVerifier.verify(plan)
        let tables = UnsafeMutablePointer<RuleTables>.allocate(capacity: 1)
        tables.initialize(to: RuleTables(plan, matchers, proxies, servers, files))
        return tables
    }

    package static func free(_ tables: UnsafeMutablePointer<RuleTables>) {
        tables.pointee.instructionHeaders.deallocate()
        tables.pointee.operandHeaders.deallocate()
        tables.pointee.names.free()
        tables.pointee.logAddresses.deallocate()
        tables.deinitialize(count: 1)
        tables.deallocate()
    }

    private init(
        _ plan: Plan, _ matchers: UnsafeMutablePointer<PatternMatcher>, _ proxies: UnsafeMutablePointer<ProxyRuntime>,
        _ servers: UnsafeMutablePointer<ServerPointer>, _ files: UnsafeMutablePointer<FollowedFilePointer>
    ) {
        self.plan = plan
        self.matchers = matchers
        self.proxies = proxies
        self.servers = servers
        self.files = files
        code = plan.code.base
        codeCount = UInt32(truncatingIfNeeded: plan.code.count)
        operands = plan.operands.base
        pool = plan.pool.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? ByteSlice.empty.base
        instructionHeaders = .allocate(capacity: max(plan.code.count, 1))
        instructionHeaders.initialize(repeating: 0, count: max(plan.code.count, 1))
        operandHeaders = .allocate(capacity: max(plan.operands.count, 1))
        operandHeaders.initialize(repeating: 0, count: max(plan.operands.count, 1))
        names = PatternIndex(rows: plan.proxies.count)
        logAddresses = .allocate(capacity: max(plan.logTargets.count, 1))
        for row in 0..<plan.logTargets.count {
            (logAddresses + row).initialize(to: PeerAddress(literal: plan.logTargets.base[row].address))
        }
        for row in 0..<plan.code.count {
            let instruction = code[row]
            switch instruction.opcode {
            case .setHeader, .addHeader, .delHeader, .returnHeader:
                instructionHeaders[row] = KnownHeader(name: text(instruction.b, instruction.c)).rawValue
            case .fetch:
                guard instruction.c > 0, let fetch = FetchCode(rawValue: instruction.a), fetch.namesHeader else { continue }
                let operand = operands[Int(instruction.b)]
                guard operand.kind == .text else { continue }
                operandHeaders[Int(instruction.b)] = KnownHeader(name: text(operand.a, operand.b)).rawValue
            default: continue
            }
        }
        for row in 0..<plan.proxies.count {
            let record = plan.proxies.base + row
            guard record.pointee.capabilities.contains(.backend) else { continue }
            let name = text(record.pointee.name)
            let pool = pool
            names.insert(PatternIndex.whole(name.base, name.count, fold: false), row: UInt32(truncatingIfNeeded: row)) { other in
                let text = plan.proxies.base[Int(other)].name
                return ByteSlice(text.length == 0 ? pool : pool + Int(text.offset), Int(text.length)).equals(name)
            }
        }
    }

    @inline(__always) func text(_ offset: UInt32, _ length: UInt32) -> ByteSlice {
        ByteSlice(length == 0 ? pool : pool + Int(offset), Int(length))
    }

    @inline(__always) func text(_ text: Text) -> ByteSlice { self.text(text.offset, text.length) }

    @inline(__always) func header(ofInstruction row: UInt32) -> HeaderName {
        let instruction = code[Int(row)]
        return HeaderName(text(instruction.b, instruction.c), id: KnownHeader(rawValue: instructionHeaders[Int(row)]) ?? .other)
    }

    @inline(__always) func header(ofOperand row: UInt32) -> HeaderName {
        let operand = operands[Int(row)]
        return HeaderName(text(operand.a, operand.b), id: KnownHeader(rawValue: operandHeaders[Int(row)]) ?? .other)
    }

    @inline(__always) func logAddress(_ row: Int) -> PeerAddress { logAddresses[row] }

    /// Says where a log target given by name is. While the generation is prepared, before loops see it.
    package func setLogAddress(_ target: LogTargetID, _ address: PeerAddress) {
        guard target.index < plan.logTargets.count else { return }
        logAddresses[target.index] = address
    }

    /// The backend called `name`.
    @inline(__always) package func backend(named name: ByteSlice) -> ProxyID? {
        let records = plan.proxies.base
        let pool = pool
        let row = names.find(PatternIndex.whole(name.base, name.count, fold: false)) { row in
            let text = records[Int(row)].name
            return ByteSlice(text.length == 0 ? pool : pool + Int(text.offset), Int(text.length)).equals(name)
        }
        return row.map { ProxyID($0) }
    }
}

/// From an instruction's number to its ``Opcode`` by one load: the numbers have gaps, and asking the enumeration costs a second jump for
/// every instruction that runs.
struct OpcodeTable {
    private var bits: InlineArray<128, UInt8>

    init() {
        bits = InlineArray(repeating: unsafeBitCast(Opcode.end, to: UInt8.self))
        for raw in 0..<128 {
            if let opcode = Opcode(rawValue: UInt16(raw)) { bits[raw] = unsafeBitCast(opcode, to: UInt8.self) }
        }
    }

    @inline(__always) subscript(instruction: Instruction) -> Opcode {
        unsafeBitCast(bits[unchecked: Int(instruction.opcodeRaw & 127)], to: Opcode.self)
    }
}

extension FetchCode {
    /// The first operand is a header's name.
    var namesHeader: Bool {
        switch self {
        case .reqHdr, .reqFhdr, .reqHdrCnt, .reqFhdrCnt, .resHdr, .resFhdr, .resHdrCnt, .resFhdrCnt: true
        default: false
        }
    }
}

/// Refuses programs that this runtime cannot carry out. Row numbers, jumps and registers were checked when the plan was loaded.
enum RuleVerifier {
    static func verify(_ plan: Plan) throws(RuleRefusal) {
        for row in 0..<plan.code.count {
            let instruction = plan.code.base[row]
            switch instruction.opcode {
            case .fetch:
                guard let fetch = FetchCode(rawValue: instruction.a), RuntimeSupport.runs(fetch: fetch) else {
                    throw refusal("the sample fetch", FetchCode(rawValue: instruction.a), instruction.a)
                }
            case .convert:
                guard let converter = ConverterCode(rawValue: instruction.a), RuntimeSupport.runs(converter: converter) else {
                    throw refusal("the converter", ConverterCode(rawValue: instruction.a), instruction.a)
                }
            case .appendAlias:
                guard let alias = LogAlias(rawValue: instruction.a), RuntimeSupport.runs(alias: alias) else {
                    throw refusal("the log variable", LogAlias(rawValue: instruction.a), instruction.a)
                }
            default: break
            }
        }
    }

    private static func refusal<Code>(_ what: String, _ code: Code?, _ raw: UInt32) -> RuleRefusal {
        RuleRefusal(
            "the plan's rules use \(what) '\(code.map { "\($0)" } ?? "number \(raw)")', which this runtime does not run: remove it, or use a newer runtime"
        )
    }
}

extension PeerAddress {
    /// A literal of the plan; family 0 for names.
    init(literal address: Address) {
        self.init()
        guard address.family == .ipv4 || address.family == .ipv6 else { return }
        family = UInt8(truncatingIfNeeded: address.familyRaw)
        port = UInt16(truncatingIfNeeded: address.port)
        high = UInt64(address.word0) | UInt64(address.word1) << 32
        low = UInt64(address.word2) | UInt64(address.word3) << 32
    }
}
