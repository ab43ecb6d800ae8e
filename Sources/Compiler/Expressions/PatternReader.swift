import GrammarFormat
import Lexer

/// Reads the patterns of an ACL according to how it compares.
struct PatternReader {
    let context: CheckContext
    let directive: DirectiveRow

    init(_ context: CheckContext, _ directive: DirectiveRow) {
        self.context = context
        self.directive = directive
    }

    private enum Comparison { case eq, gt, ge, lt, le }

    /// Reads words `first..<end` into `patterns`. `isVersion`: numbers may be `major.minor`. False where there is a finding.
    func read(_ first: Int, _ end: Int, _ method: MatchMethod, isVersion: Bool, _ flags: ACLExpressionRow.Flags) -> Bool {
        var isSound = true
        var comparison = Comparison.eq
        for index in first..<max(first, end) {
            let text = WordText(
                context.configuration.words[Int(directive.firstWord) &+ index], context.sources[directive.source])
            let word = text.slice(0, text.count)
            var row = PatternRow(
                text: .empty, minimum: .min, maximum: .max, source: directive.source, start: text.word.rawStart, end: text.word.rawEnd)
            switch method {
            case .int, .len:
                if let operation = Self.operation(word) {
                    comparison = operation
                    continue
                }
                if !integer(word, comparison, isVersion, &row) { isSound = false }
            case .ip: if !address(word, row.range, flags) { isSound = false }
            case .bin: if !hex(word, row.range) { isSound = false }
            case .found, .bool, .str, .beg, .sub, .dir, .dom, .end, .reg, .meth: break
            }
            row.text = context.configuration.expressions.intern(word)
            context.configuration.expressions.patterns.append(row)
        }
        return isSound
    }

    /// The operators of manual 7.1.3: two letters, only before numbers.
    private static func operation(_ word: WordBytes) -> Comparison? {
        guard word.count == 2 else { return nil }
        switch (word.base[0], word.base[1]) {
        case (UInt8(ascii: "e"), UInt8(ascii: "q")): return .eq
        case (UInt8(ascii: "g"), UInt8(ascii: "t")): return .gt
        case (UInt8(ascii: "g"), UInt8(ascii: "e")): return .ge
        case (UInt8(ascii: "l"), UInt8(ascii: "t")): return .lt
        case (UInt8(ascii: "l"), UInt8(ascii: "e")): return .le
        default: return nil
        }
    }

    private func integer(_ word: WordBytes, _ comparison: Comparison, _ isVersion: Bool, _ row: inout PatternRow) -> Bool {
        let number = { (text: WordBytes) in
            isVersion ? PatternNumbers.version(text) ?? PatternNumbers.integer(text) : PatternNumbers.integer(text)
        }
        guard let range = PatternNumbers.range(word, number) else { return bad(word, row.range) }
        guard range.low == range.high else {
            (row.minimum, row.maximum) = range
            if range.low < range.high { return true }
            context.add(Finding(.badPattern, at: row.range, "the range '\(context.text(word))' ends before it begins"))
            return false
        }
        let value = range.low
        switch comparison {
        case .eq: (row.minimum, row.maximum) = (value, value)
        case .ge: row.minimum = value
        case .le: row.maximum = value
        case .gt:
            // Nothing is greater than the greatest: an empty range.
            if value == .max { (row.minimum, row.maximum) = (1, 0) } else { row.minimum = value &+ 1 }
        case .lt: if value == .min { (row.minimum, row.maximum) = (1, 0) } else { row.maximum = value &- 1 }
        }
        return true
    }

    private func bad(_ word: WordBytes, _ range: SourceRange) -> Bool {
        context.add(
            Finding(
                .badPattern, at: range, "'\(context.text(word))' is neither a number, nor a range, nor an operator",
                help: ["write a number, <low>:<high>, or eq, ge, gt, le or lt before a number"]))
        return false
    }

    /// An address or network; a name is resolved when the plan is prepared, never here.
    private func address(_ word: WordBytes, _ range: SourceRange, _ flags: ACLExpressionRow.Flags) -> Bool {
        var capture = Capture(
            slot: .word, type: .network, word: 0, start: 0, count: UInt32(truncatingIfNeeded: word.count), isValid: true, value: 0, aux: 0)
        if ValueReader.network(word, &capture).kind == .none { return true }
        // One of IPv4's older forms (`127.1`): HAProxy reads it, and lowering refuses it.
        let isNumeric = NameReferences.isNumeric(word)
        if !flags.contains(.noDNS), isNumeric, IPText.olderIPv4(word) != nil { return true }
        if !isNumeric, !flags.contains(.noDNS), NameReferences.isHostName(word) {
            if context.inputs.policy == .skip { return true }
            context.add(
                Finding(
                    .unresolvedName, at: range, "the address of '\(context.text(word))' is looked up where the configuration runs",
                    notes: ["HAProxy resolves it while checking, and refuses the configuration where that fails"]))
            return true
        }
        context.add(
            Finding(
                .badPattern, at: range, "'\(context.text(word))' is not an address or a network",
                help: ["write <address> or <address>/<bits>"]))
        return false
    }

    private func hex(_ word: WordBytes, _ range: SourceRange) -> Bool {
        let isHex = (0..<word.count).allSatisfy { index in
            switch word.base[index] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
        if isHex, word.count % 2 == 0 { return true }
        context.add(
            Finding(.badPattern, at: range, "'\(context.text(word))' is not an even number of hexadecimal digits"))
        return false
    }
}
