import Compiler
import GrammarFormat

/// Makes lines from signatures: the way of the signature engine, backwards. Where the engine looks at the next word to decide which
/// way to go, this draws.
struct LineGenerator {
    var values: ValueSampler
    private var words: [String] = []
    private var steps = 0

    init(values: ValueSampler) { self.values = values }

    /// A line for this directive; nil where its signature takes words unread, or the way did not end.
    mutating func line(_ row: KeywordRow, place: Int, _ random: inout SeededRandom) -> String? {
        words = [row.name.string]
        steps = 0
        guard run(row.signature, row.name.string, depth: 0, &random) else { return nil }
        return words.joined(separator: " ")
    }

    private mutating func run(_ program: Int, _ directive: String, depth: Int, _ random: inout SeededRandom) -> Bool {
        let pool = ProgramPool.table.utf8Start
        var pc = pool + program
        func two(_ at: Int) -> Int { Alphabet.read2(pc + at) }
        func three(_ at: Int) -> Int { Alphabet.read3(pc + at) }
        while true {
            steps += 1
            if steps > 400 || words.count > 40 { return false }
            let op = pc[0]
            pc += 1
            switch op {
            case Opcode.end: return true
            case Opcode.literal, Opcode.capturedLiteral:
                words.append(WordID(rawValue: UInt16(two(0))).description)
                pc += 2
            case Opcode.value:
                words.append(values.sample(TypeID(rawValue: UInt16(two(2))), in: directive, &random))
                pc += 4
            case Opcode.choice:
                words.append(random.pick(Self.list(three(2))))
                pc += 5
            case Opcode.choices:
                let words = Self.list(three(2))
                let type = two(5)
                pc += 7
                var pieces: [String] = []
                for _ in 0...random.below(2) {
                    if type != Opcode.noType, words.isEmpty || random.percent(30) {
                        pieces.append(values.sample(TypeID(rawValue: UInt16(type)), in: directive, &random))
                        break
                    }
                    pieces.append(random.pick(words))
                }
                self.words.append(pieces.joined(separator: ","))
            case Opcode.needs:
                let needed = Self.list(three(0))
                pc += 3
                if !needed.contains(where: { words.contains($0) }) { return false }
            case Opcode.testWords:
                // The word itself is put by the instruction that consumes it.
                if random.percent(40) { pc += 6 } else { pc = pool + three(3) }
            case Opcode.testEnd:
                if random.percent(60) { pc += 3 } else { pc = pool + three(0) }
            case Opcode.testCondition:
                if random.percent(30) { pc += 3 } else { pc = pool + three(0) }
            case Opcode.jump: pc = pool + three(0)
            case Opcode.condition:
                words.append(values.condition(directive, &random))
                pc += 2
            case Opcode.options:
                guard depth < 6, let table = KeywordTable(rawValue: pc[2] - Alphabet.zero) else { return false }
                let place = Int(pc[3] - Alphabet.zero)
                pc += 5
                for _ in 0..<random.below(3) {
                    guard word(of: table, place == 63 ? nil : place, directive, depth, &random) else { return false }
                }
            case Opcode.oneOfTable:
                guard depth < 6, let table = KeywordTable(rawValue: pc[2] - Alphabet.zero) else { return false }
                let place = Int(pc[3] - Alphabet.zero)
                pc += 4
                guard word(of: table, place == 63 ? nil : place, directive, depth, &random) else { return false }
            case Opcode.rest:
                let type = TypeID(rawValue: UInt16(two(2)))
                pc += 5
                if type != .aclExpression { return false }
                words.append(random.pick(["src 10.0.0.0/8", "always_true", "src -f \(values.file)", "dst_port 80 443"]))
            case Opcode.sample:
                words.append(values.expression(directive, &random))
                pc += 4
            case Opcode.expected: return false
            case Opcode.setEnd:
                let again = three(4)
                pc += 7
                if random.percent(20) { pc = pool + again }
            default: return false
            }
        }
    }

    /// One of a table's words with its arguments.
    private mutating func word(
        of table: KeywordTable, _ place: Int?, _ directive: String, _ depth: Int, _ random: inout SeededRandom
    ) -> Bool {
        for _ in 0..<50 {
            let row = KeywordRow(index: table.rows.lowerBound + random.below(table.rows.count))
            if let place, row.places & (1 << place) == 0 { continue }
            if row.until < .v3_4 || row.since > .v2_6 || row.isExperimental || row.flags & RowFlag.prefix != 0 { continue }
            var text = row.name.string
            if row.flags & RowFlag.numbered != 0 { text += String(random.below(3)) }
            if row.glued != 0 {
                guard let arguments = glued(row.glued, directive, &random) else { continue }
                text += arguments
            }
            words.append(text)
            return run(row.signature, directive, depth: depth + 1, &random)
        }
        return false
    }

    /// `(a,b)`; the empty text where none is needed.
    private func glued(_ program: Int, _ directive: String, _ random: inout SeededRandom) -> String? {
        var pc = ProgramPool.table.utf8Start + program
        var arguments: [String] = []
        var isNeeded = false
        while pc[0] == Opcode.glued {
            let type = TypeID(rawValue: UInt16(Alphabet.read2(pc + 3)))
            let need = pc[5] - Alphabet.zero
            pc += 6
            if need == 0 { isNeeded = true }
            if need != 0, random.percent(60) { break }
            let value = values.sample(type, in: directive, &random)
            if value.contains(where: { " ,()\"'\\".contains($0) }) { return nil }
            arguments.append(value)
        }
        if arguments.isEmpty { return isNeeded ? nil : "" }
        return "(\(arguments.joined(separator: ",")))"
    }

    private static func list(_ offset: Int) -> [String] {
        let start = ProgramPool.table.utf8Start + offset
        return (0..<Alphabet.read2(start)).map { WordID(rawValue: UInt16(Alphabet.read2(start + 2 + 2 * $0))).description }
    }
}
