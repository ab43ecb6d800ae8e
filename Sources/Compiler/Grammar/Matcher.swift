import GrammarFormat

/// The signature engine: runs a keyword's compiled signature over the words of a line.
///
/// One matcher serves any number of lines, one after the other; its captures are reused, so a line allocates nothing once the
/// longest one was seen. Findings never stop it where it can go on: a bad value is captured as invalid and the next word is read.
/// It is confined to one thread.
package struct Matcher: ~Copyable {
    /// Of words whose rows differ in their releases, those of this one are meant.
    package var release = Release.baton
    private var storage: UnsafeMutablePointer<Capture>
    private var capacity: Int
    /// How many captures the last line gave.
    package private(set) var count = 0
    /// What is wrong with the last line, in the order of its words.
    package private(set) var findings: [SignatureFinding] = []

    package init() {
        capacity = GrammarLimits.initialCaptures
        storage = .allocate(capacity: capacity)
    }

    deinit { storage.deallocate() }

    /// The captures of the last line, in order. Valid until the next line is matched.
    package var captures: UnsafeBufferPointer<Capture> { UnsafeBufferPointer(start: storage, count: count) }

    @inlinable package subscript(index: Int) -> Capture { captures[index] }

    /// Matches the words from `first` on (those behind the directive's name) against a row's signature.
    /// Returns true where there is no finding.
    @discardableResult
    package mutating func match(_ row: KeywordRow, _ words: Words, from first: Int) -> Bool {
        count = 0
        if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
        var index = first
        run(row.signature, words, &index, depth: 0)
        if index < words.count, findings.last.map({ $0.kind == .badValue }) ?? true {
            findings.append(SignatureFinding(kind: .unexpectedArgument, word: index, count: words[index].count))
        }
        return findings.isEmpty
    }

    /// Matches arguments in parentheses against a row's: those of a fetch or converter, say, which stand inside other text.
    /// - Parameters:
    ///   - text: the name and its arguments, `hdr(host,1)`; without parentheses where there are none.
    ///   - name: how many bytes the name has.
    ///   - word: index of the word for captures and findings; positions in it count from the beginning of `text`.
    @discardableResult
    package mutating func matchGlued(_ row: KeywordRow, _ text: WordBytes, name: Int, word: Int) -> Bool {
        count = 0
        if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
        if row.glued != 0 {
            parentheses(row.glued, text, name, word)
        } else if name < text.count {
            findings.append(SignatureFinding(kind: .unexpectedParentheses, word: word, start: name, count: text.count &- name))
        }
        return findings.isEmpty
    }

    /// The first capture of this name, or nil.
    package func first(_ slot: SlotID) -> Capture? {
        var index = 0
        while index < count {
            if storage[index].slot == slot { return storage[index] }
            index &+= 1
        }
        return nil
    }

    @inline(__always)
    private mutating func append(_ capture: Capture) {
        if count == capacity { grow() }
        (storage + count).initialize(to: capture)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Capture>.allocate(capacity: capacity &* 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity &*= 2
    }

    /// Runs one program. Returns false where the line cannot be followed further; `index` then stands behind its last word.
    private mutating func run(_ program: Int, _ words: Words, _ index: inout Int, depth: Int) {
        let pool = ProgramPool.table.utf8Start
        var pc = pool + program
        let firstCapture = count
        while true {
            let op = pc[0]
            pc += 1
            switch op {
            case Opcode.end: return

            case Opcode.choices:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let list = Alphabet.read3(pc + 2)
                let type = Alphabet.read2(pc + 5)
                pc += 7
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.list = list
                    }
                }
                choices(slot, list, type, words[index], index)
                index &+= 1

            case Opcode.needs:
                let list = Alphabet.read3(pc)
                pc += 3
                // Where something is wrong already, the word may have been meant by it.
                if findings.isEmpty, !has(list, from: firstCapture) {
                    findings.append(SignatureFinding(kind: .missingWord, word: words.count, list: list))
                }

            case Opcode.literal, Opcode.capturedLiteral:
                let word = WordID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                pc += 2
                guard index < words.count else { return missing(words, &index) { $0.kind = .missingArgument } }
                if !word.bytes.equals(words[index]) {
                    findings.append(SignatureFinding(kind: .unexpectedArgument, word: index, count: words[index].count))
                    index = words.count
                    return
                }
                if op == Opcode.capturedLiteral { append(keyword(.word, UInt64(word.rawValue), index, words[index].count)) }
                index &+= 1

            case Opcode.value:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let type = TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 2)))
                pc += 4
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.type = type
                    }
                }
                value(type, slot, words[index], word: index, offset: 0)
                index &+= 1

            case Opcode.choice:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let list = Alphabet.read3(pc + 2)
                pc += 5
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.list = list
                    }
                }
                if let word = Self.listed(words[index], list) {
                    append(keyword(slot, UInt64(word.rawValue), index, words[index].count))
                } else {
                    findings.append(
                        SignatureFinding(kind: .expectedOneOf, word: index, count: words[index].count, slot: slot, list: list))
                    var invalid = keyword(slot, 0, index, words[index].count)
                    invalid.isValid = false
                    append(invalid)
                }
                index &+= 1

            case Opcode.testWords:
                if index < words.count, Self.listed(words[index], Alphabet.read3(pc)) != nil {
                    pc += 6
                } else {
                    pc = pool + Alphabet.read3(pc + 3)
                }

            case Opcode.testEnd:
                if index >= words.count || Grammar.beginsCondition(words[index]) {
                    pc = pool + Alphabet.read3(pc)
                } else {
                    pc += 3
                }

            case Opcode.testCondition:
                if index < words.count, Grammar.beginsCondition(words[index]) {
                    pc += 3
                } else {
                    pc = pool + Alphabet.read3(pc)
                }

            case Opcode.jump: pc = pool + Alphabet.read3(pc)

            case Opcode.condition:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                pc += 2
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.type = .condition
                    }
                }
                let negated = Grammar.find(words[index], as: ConditionWordID.self) == .unless
                append(
                    Capture(
                        slot: slot, type: .condition, word: UInt16(truncatingIfNeeded: index), start: 0,
                        count: UInt32(truncatingIfNeeded: words[index].count), isValid: true, value: negated ? 1 : 0,
                        aux: UInt64(words.count)))
                index = words.count

            case Opcode.options:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let table = KeywordTable(rawValue: pc[2] &- Alphabet.zero) ?? .directive
                let place = Int(pc[3] &- Alphabet.zero)
                let stop = pc[4] &- Alphabet.zero
                pc += 5
                options(slot, table, place == 63 ? nil : place, stop, words, &index, depth: depth)

            case Opcode.oneOfTable:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let table = KeywordTable(rawValue: pc[2] &- Alphabet.zero) ?? .directive
                let place = pc[3] &- Alphabet.zero == 63 ? nil : Int(pc[3] &- Alphabet.zero)
                pc += 4
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.table = table
                        $0.place = place
                    }
                }
                if !tableWord(slot, table, place, words, &index, depth: depth) {
                    unknown(slot, table, place, words[index], index)
                    // The arguments of an unknown word are unknown, but a condition behind them is not.
                    index &+= 1
                    while index < words.count, !Grammar.beginsCondition(words[index]) { index &+= 1 }
                }

            case Opcode.rest:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let type = TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 2)))
                let stop = pc[4] != Alphabet.zero
                pc += 5
                var end = index
                while end < words.count, !(stop && Grammar.beginsCondition(words[end])) { end &+= 1 }
                if end > index {
                    append(
                        Capture(
                            slot: slot, type: type, word: UInt16(truncatingIfNeeded: index), start: 0,
                            count: UInt32(truncatingIfNeeded: words[index].count), isValid: true, value: 0, aux: UInt64(end)))
                }
                index = end

            case Opcode.sample:
                let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc)))
                let type = TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 2)))
                pc += 4
                guard index < words.count else {
                    return missing(words, &index) {
                        $0.slot = slot
                        $0.type = type
                    }
                }
                if words[index].count > 0, ValueReader.isDigit(words[index].base[0]), type.flags & TypeFlag.orNumber != 0 {
                    value(.token, slot, words[index], word: index, offset: 0)
                    index &+= 1
                    continue
                }
                let end = type.flags & TypeFlag.oneWord != 0 ? index &+ 1 : Grammar.sampleEnd(words, from: index)
                append(
                    Capture(
                        slot: slot, type: type, word: UInt16(truncatingIfNeeded: index), start: 0,
                        count: UInt32(truncatingIfNeeded: words[index].count), isValid: true, value: 0, aux: UInt64(end)))
                index = end

            case Opcode.expected:
                let list = Alphabet.read3(pc)
                if index < words.count {
                    findings.append(SignatureFinding(kind: .expectedOneOf, word: index, count: words[index].count, list: list))
                    index = words.count
                } else {
                    missing(words, &index) { $0.list = list }
                }
                return

            case Opcode.setEnd:
                let list = Alphabet.read3(pc)
                let stop = pc[3] != Alphabet.zero
                let again = Alphabet.read3(pc + 4)
                pc += 7
                if index >= words.count || (stop && Grammar.beginsCondition(words[index])) { continue }
                findings.append(SignatureFinding(kind: .expectedOneOf, word: index, count: words[index].count, list: list))
                index &+= 1
                while index < words.count, Self.listed(words[index], list) == nil, !(stop && Grammar.beginsCondition(words[index])) {
                    index &+= 1
                }
                pc = pool + again

            default: return  // Not reached: the generator writes no other instruction.
            }
        }
    }

    /// A list of words with commas between them.
    @inline(never)
    private mutating func choices(_ slot: SlotID, _ list: Int, _ other: Int, _ bytes: WordBytes, _ index: Int) {
        var capture = Capture(
            slot: slot, type: .token, word: UInt16(truncatingIfNeeded: index), start: 0,
            count: UInt32(truncatingIfNeeded: bytes.count), isValid: true, value: 0, aux: 0)
        var start = 0
        while start < bytes.count {
            var stop = start
            while stop < bytes.count, bytes.base[stop] != 0x2C { stop &+= 1 }
            let piece = bytes.slice(start, stop &- start)
            if Self.listed(piece, list) == nil, !fits(piece, other) {
                capture.isValid = false
                findings.append(
                    SignatureFinding(kind: .expectedOneOf, word: index, start: start, count: piece.count, slot: slot, list: list))
            }
            start = stop &+ 1
        }
        append(capture)
    }

    private func fits(_ piece: WordBytes, _ type: Int) -> Bool {
        if type == Opcode.noType { return false }
        let type = TypeID(rawValue: UInt16(truncatingIfNeeded: type))
        var capture = Capture(
            slot: .word, type: type, word: 0, start: 0, count: UInt32(truncatingIfNeeded: piece.count), isValid: true, value: 0, aux: 0)
        return ValueReader.read(type.kind, type, piece, &capture).kind == .none
    }

    /// Whether one of the list's words was captured.
    @inline(never)
    private func has(_ list: Int, from first: Int) -> Bool {
        let pointer = ProgramPool.table.utf8Start + list
        let words = Alphabet.read2(pointer)
        var index = first
        while index < count {
            if storage[index].type == .keyword, storage[index].slot == .word {
                var at = 0
                while at < words {
                    if storage[index].value == UInt64(Alphabet.read2(pointer + 2 + at &* 2)) { return true }
                    at &+= 1
                }
            }
            index &+= 1
        }
        return false
    }

    /// Any number of a table's words.
    private mutating func options(
        _ slot: SlotID, _ table: KeywordTable, _ place: Int?, _ stop: UInt8, _ words: Words, _ index: inout Int, depth: Int
    ) {
        while index < words.count {
            if tableWord(slot, table, place, words, &index, depth: depth) { continue }
            if stop == 2 || (stop == 1 && Grammar.beginsCondition(words[index])) { return }
            unknown(slot, table, place, words[index], index)
            index &+= 1
            // On with the next word that is an option.
            while index < words.count {
                if stop == 1, Grammar.beginsCondition(words[index]) { return }
                if Grammar.find(words[index], in: table, place: place) != nil { break }
                index &+= 1
            }
        }
    }

    /// One word of a table with its arguments. Returns false, and consumes nothing, where the table has no such word here.
    @inline(__always)
    private mutating func tableWord(
        _ slot: SlotID, _ table: KeywordTable, _ place: Int?, _ words: Words, _ index: inout Int, depth: Int
    ) -> Bool {
        let word = words[index]
        var digits = 0
        var name = word.count
        var found = Grammar.find(word, in: table, place: place, release: release)
        if found == nil {
            name = word.first(0x28) ?? word.count
            if name < word.count { found = Grammar.find(word.slice(0, name), in: table, place: place, release: release) }
            if found == nil { found = Self.numbered(word, &name, &digits, table, place) }
            guard let row = found, name + digits < word.count || row.flags & (RowFlag.numbered | RowFlag.prefix) != 0 else { return false }
        }
        guard let row = found, depth < GrammarLimits.signatureDepth else { return false }
        let at = count
        append(keyword(slot, UInt64(row.index), index, name &+ digits))
        if digits > 0 {
            storage[at].start = 0
            value(.number, .nameNumber, word.slice(name, digits), word: index, offset: name)
        }
        let glued = row.glued
        if glued != 0 {
            parentheses(glued, word, name &+ digits, index)
        } else if name &+ digits < word.count, row.flags & RowFlag.prefix == 0 {
            findings.append(
                SignatureFinding(kind: .unexpectedParentheses, word: index, start: name, count: word.count &- name, row: row.index))
        }
        index &+= 1
        run(row.signature, words, &index, depth: depth &+ 1)
        storage[at].aux = UInt64(count)
        return true
    }

    /// A word whose name ends in a number (`track-sc0`), or that begins with a prefix which is followed by a free name (`lua.x`).
    private static func numbered(
        _ word: WordBytes, _ name: inout Int, _ digits: inout Int, _ table: KeywordTable, _ place: Int?
    ) -> KeywordRow? {
        var end = name
        while end > 0, word.base[end &- 1] &- 0x30 < 10 { end &-= 1 }
        if end < name, let row = Grammar.find(word.slice(0, end), in: table, place: place), row.flags & RowFlag.numbered != 0 {
            digits = name &- end
            name = end
            return row
        }
        if let dot = word.first(0x2E), dot &+ 1 < word.count,
            let row = Grammar.find(word.slice(0, dot &+ 1), in: table, place: place), row.flags & RowFlag.prefix != 0
        {
            name = word.count
            return row
        }
        return nil
    }

    /// The arguments in parentheses behind a word's name.
    private mutating func parentheses(_ program: Int, _ word: WordBytes, _ open: Int, _ index: Int) {
        var pc = ProgramPool.table.utf8Start + program
        guard open < word.count else {
            if pc[0] == Opcode.glued, pc[5] == Alphabet.zero {
                findings.append(SignatureFinding(kind: .missingParentheses, word: index, count: word.count))
            }
            return
        }
        var end = word.count
        if word.base[end &- 1] == 0x29 {
            end &-= 1
        } else {
            findings.append(SignatureFinding(kind: .unclosedParenthesis, word: index, start: open, count: word.count &- open))
        }
        var position = open &+ 1
        var more = position <= end
        while pc[0] == Opcode.glued {
            let slot = SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 1)))
            let type = TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 3)))
            let need = pc[5] &- Alphabet.zero
            if !more || (position == end && need != 0) {
                if need == 0 {
                    findings.append(
                        SignatureFinding(kind: .missingArgument, word: index, start: end, count: 0, slot: slot, type: type))
                }
                pc += 6
                more = false
                continue
            }
            var stop = position
            while stop < end, word.base[stop] != 0x2C { stop &+= 1 }
            value(type, slot, word.slice(position, stop &- position), word: index, offset: position)
            more = stop < end
            position = stop &+ 1
            if need != 2 { pc += 6 }
        }
        if more {
            findings.append(SignatureFinding(kind: .unexpectedArgument, word: index, start: position, count: end &- position))
        }
    }

    /// Reads one value and captures it; an address list gives one capture an address.
    private mutating func value(_ type: TypeID, _ slot: SlotID, _ bytes: WordBytes, word: Int, offset: Int) {
        let kind = type.kind
        if kind == .addressList {
            var start = 0
            while start <= bytes.count {
                var stop = start
                while stop < bytes.count, bytes.base[stop] != 0x2C { stop &+= 1 }
                single(.address, type, slot, bytes.slice(start, stop &- start), word: word, offset: offset &+ start)
                start = stop &+ 1
            }
        } else {
            single(kind, type, slot, bytes, word: word, offset: offset)
        }
    }

    private mutating func single(_ kind: ValueKind, _ type: TypeID, _ slot: SlotID, _ bytes: WordBytes, word: Int, offset: Int) {
        var capture = Capture(
            slot: slot, type: type, word: UInt16(truncatingIfNeeded: word), start: UInt32(truncatingIfNeeded: offset),
            count: UInt32(truncatingIfNeeded: bytes.count), isValid: true, value: 0, aux: 0)
        let problem = ValueReader.read(kind, type, bytes, &capture)
        if problem.kind != .none {
            capture.isValid = false
            findings.append(
                SignatureFinding(
                    kind: .badValue, problem: problem.kind, word: word, start: offset &+ problem.start,
                    count: problem.count, slot: slot, type: type))
        }
        append(capture)
    }

    private func keyword(_ slot: SlotID, _ value: UInt64, _ index: Int, _ count: Int) -> Capture {
        Capture(
            slot: slot, type: .keyword, word: UInt16(truncatingIfNeeded: index), start: 0, count: UInt32(truncatingIfNeeded: count),
            isValid: true, value: value, aux: UInt64(self.count &+ 1))
    }

    private mutating func missing(_ words: Words, _ index: inout Int, _ fill: (inout SignatureFinding) -> Void) {
        var finding = SignatureFinding(kind: .missingArgument, word: words.count)
        fill(&finding)
        findings.append(finding)
        index = words.count
    }

    private mutating func unknown(_ slot: SlotID, _ table: KeywordTable, _ place: Int?, _ word: WordBytes, _ index: Int) {
        var finding = SignatureFinding(kind: .unknownKeyword, word: index, count: word.count, slot: slot, table: table, place: place)
        if place != nil, let row = Grammar.find(word.slice(0, word.first(0x28) ?? word.count), in: table) {
            finding.kind = .keywordElsewhere
            finding.row = row.index
        }
        findings.append(finding)
    }

    /// The word of a list that this one is, or nil.
    @inline(__always)
    private static func listed(_ word: WordBytes, _ list: Int) -> WordID? {
        let pointer = ProgramPool.table.utf8Start + list
        let count = Alphabet.read2(pointer)
        var index = 0
        while index < count {
            let id = WordID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pointer + 2 + index &* 2)))
            if id.bytes.equals(word) { return id }
            index &+= 1
        }
        return nil
    }
}
