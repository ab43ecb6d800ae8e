import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// Emits a condition. Where it does not hold, control jumps; the jumps wait on the stack from the mark returned: give it to
    /// ``land(from:)`` behind what the condition guards.
    mutating func emitCondition(_ index: Int, _ use: SampleUse) -> Int {
        let mark = waiting.count
        let condition = configuration.expressions.conditions[index]
        let lastSuite = Int(condition.suiteCount) &- 1
        // Jumps taken when a suite holds: to the guarded code behind `if`, past it behind `unless`.
        var holds: [CodeIndex] = []
        for number in 0..<Int(condition.suiteCount) {
            let suite = configuration.expressions.suites[Int(condition.firstSuite) &+ number]
            let failed = waiting.count
            for term in 0..<Int(suite.termCount) {
                let term = configuration.expressions.terms[Int(suite.firstTerm) &+ term]
                emitACL(Int(term.acl), use)
                waiting.append(builder.emitJump(term.isNegated ? .jumpIfTrue : .jumpIfFalse))
            }
            if number < lastSuite || condition.isUnless {
                holds.append(builder.emitJump())
                land(from: failed)
            }
        }
        if condition.isUnless {
            waiting.append(contentsOf: holds)
        } else {
            for jump in holds { builder.land(jump) }
        }
        return mark
    }

    /// The jumps that wait from `mark` on go to the next instruction.
    mutating func land(from mark: Int) {
        while waiting.count > mark { builder.land(waiting.removeLast()) }
    }

    /// Emits the test of an ACL: the flag says whether one of its expressions matches.
    private mutating func emitACL(_ index: Int, _ use: SampleUse) {
        var next = configuration.expressions.acls[index].first
        if next < 0 {
            builder.emit(.setFlag, a: 0)
            return
        }
        let mark = waiting.count
        while next >= 0 {
            let expression = configuration.expressions.aclExpressions[Int(next)]
            emitTest(expression, use)
            next = expression.next
            if next >= 0 { waiting.append(builder.emitJump(.jumpIfTrue)) }
        }
        land(from: mark)
    }

    private mutating func emitTest(_ test: ACLExpressionRow, _ use: SampleUse) {
        let again = emitSample(Int(test.sample), SampleUse(isResponse: use.isResponse, everyValue: true))
        switch test.method {
        case .found: builder.emit(.found)
        case .bool where test.patternCount == 0:
            builder.emit(.truth)
            builder.emit(.next, a: again.raw)
        default: builder.emitMatch(patternSet(test), again: again)
        }
    }

    private mutating func patternSet(_ test: ACLExpressionRow) -> PatternSetID {
        var patterns: [PlanPatternRecord] = []
        patterns.reserveCapacity(Int(test.patternCount))
        for row in 0..<Int(test.patternCount) {
            patterns.append(pattern(configuration.expressions.patterns[Int(test.firstPattern) &+ row], test.method))
        }
        if test.fileCount > 0 {
            let file = configuration.expressions.patterns[Int(test.firstFile)]
            refuse("patterns from a file (-f)", at: file.range)
        }
        let flags: PatternSetFlags = test.flags.contains(.ignoreCase) ? .ignoreCase : []
        return builder.internPatternSet(PlanMatchMethod(test.method), flags: flags, patterns)
    }

    private mutating func pattern(_ row: PatternRow, _ method: MatchMethod) -> PlanPatternRecord {
        var record = PlanPatternRecord()
        switch method {
        case .int, .len:
            record.low = row.minimum
            record.high = row.maximum
        case .bool:
            let bytes = self.bytes(row.text)
            record.low = bytes.count > 0 && (bytes.base[0] == 0x31 || bytes.base[0] == 0x74) ? 1 : 0
            record.high = record.low
        case .ip:
            network(bytes(row.text), &record)
            // A name, or an address in one of IPv4's older forms.
            if record.text.isNone { refuse("names among patterns of addresses", at: row.range) }
        case .bin: record.text = internHexadecimal(bytes(row.text))
        case .found, .str, .beg, .sub, .dir, .dom, .end, .reg, .meth: record.text = intern(row.text)
        }
        return record
    }

    /// `address[/mask]`: the bytes of the address and the length of its prefix.
    mutating func network(_ text: WordBytes, _ record: inout PlanPatternRecord) {
        let slash = text.first(0x2F)
        let host = text.slice(0, slash ?? text.count)
        let mask = slash.map { text.dropping($0 &+ 1) }
        if let address = IPText.ipv4(host) {
            record.text = withUnsafeBytes(of: address.bigEndian) { builder.intern($0) }
            record.low = 32
            if let mask { record.low = IPText.ipv4(mask).map { Int64($0.nonzeroBitCount) } ?? prefix(mask, 32) }
        } else if let address = IPText.ipv6(host) {
            record.text = intern(halves: address)
            record.low = mask.map { prefix($0, 128) } ?? 128
        }
    }

    private func prefix(_ text: WordBytes, _ most: Int64) -> Int64 {
        var value: Int64 = 0
        for index in 0..<min(text.count, 4) { value = value &* 10 &+ Int64(text.base[index] &- 0x30) }
        return min(value, most)
    }

    private mutating func internHexadecimal(_ text: WordBytes) -> Text {
        scratch.removeAll(keepingCapacity: true)
        var index = 0
        while index &+ 1 < text.count {
            scratch.append(hexadecimal(text.base[index]) << 4 | hexadecimal(text.base[index &+ 1]))
            index &+= 2
        }
        return internScratch()
    }

    private func hexadecimal(_ byte: UInt8) -> UInt8 { byte < 0x3A ? byte &- 0x30 : (byte | 0x20) &- 0x57 }
}

extension PlanMatchMethod {
    init(_ method: MatchMethod) {
        self =
            switch method {
            case .found: .found
            case .bool: .bool
            case .int: .int
            case .ip: .ip
            case .bin: .bin
            case .len: .len
            case .str, .meth: .str
            case .beg: .beg
            case .sub: .sub
            case .dir: .dir
            case .dom: .dom
            case .end: .end
            case .reg: .reg
            }
    }
}
