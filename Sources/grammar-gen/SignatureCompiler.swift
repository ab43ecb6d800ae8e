import GrammarFormat

/// Numbers for what signatures name, handed out in the order of first use.
struct Names {
    private(set) var list: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = list.count
        list.append(name)
        return list.count - 1
    }
}

/// Compiles signature trees into the program pool. Equal programs of one text are stored once.
struct SignatureCompiler {
    /// Starts with an end so that offset 0 can mean 'none'.
    private(set) var pool: [UInt8] = [Opcode.end]
    var slots = Names()
    var words = Names()
    /// The number of each value type and its kind.
    var types: [String: (number: Int, kind: String)] = [:]
    /// The number of each table, and of each of its places.
    var tables: [String: Int] = [:]
    var places: [String: [String: Int]] = [:]
    private var programs: [String: Int] = [:]
    private var lists: [String: Int] = [:]
    private var code: [UInt8] = []
    private var base = 0

    /// The offset of the program for `text`. `condition` says that a condition may follow it in the words that refer to it, `more` that
    /// other words may.
    /// One word of each list in `needs` must have been captured at the end.
    mutating func compile(
        _ text: String, condition: Bool, more: Bool = false, needs: [[String]] = []
    ) throws(SignatureError) -> Int {
        let needed = needs.map { $0.joined(separator: "|") }.joined(separator: " ")
        let key = "\(condition ? "c" : "n")\(more ? "m" : "") \(needed) \(text)"
        if let known = programs[key] { return known }
        let tree = try SignatureParser.parse(text)
        // Lists are appended to the pool while compiling, so they come first: a dry run collects them.
        code = []
        base = 0
        try emit(tree, Follow(condition: condition, more: more))
        for words in needs { _ = list(words) }
        base = pool.count
        code = []
        try emit(tree, Follow(condition: condition, more: more))
        for words in needs {
            code.append(Opcode.needs)
            digits(list(words), 3)
        }
        code.append(Opcode.end)
        pool += code
        programs[key] = base
        return base
    }

    /// The offset of the program for arguments in parentheses: `<a:t>,<b:t>?,<c:t>...`.
    mutating func compileGlued(_ text: String) throws(SignatureError) -> Int {
        let key = "g \(text)"
        if let known = programs[key] { return known }
        code = []
        for part in text.split(separator: ",") {
            var piece = String(part)
            var need = 0
            if piece.hasSuffix("...") {
                need = 2
                piece.removeLast(3)
            } else if piece.hasSuffix("?") {
                need = 1
                piece.removeLast()
            }
            guard case .value(let slot, let type) = try SignatureParser.parse(piece) else {
                throw SignatureError("'\(piece)' is not a value in parentheses")
            }
            code.append(Opcode.glued)
            digits(slots.number(slot), 2)
            digits(try typeNumber(type).number, 2)
            digits(need, 1)
        }
        code.append(Opcode.end)
        let offset = pool.count
        pool += code
        programs[key] = offset
        return offset
    }

    /// The offset of words by the release that they came with: a count, and for each release its number and a list.
    mutating func compileNewer(_ releases: [(release: Int, words: [String])]) -> Int {
        code = []
        digits(releases.count, 1)
        for item in releases {
            digits(item.release, 1)
            digits(list(item.words), 3)
        }
        let offset = pool.count
        pool += code
        return offset
    }

    /// What may stand after a part of a signature.
    private struct Follow {
        /// A condition.
        var condition: Bool
        /// Anything else.
        var more: Bool
    }

    private enum First {
        case words([String])
        case condition
        case any
    }

    /// Slots whose captured words are rows of tables.
    private static let tableSlots: Set<String> = ["option", "action", "algorithm", "filter", "service"]

    private mutating func emit(_ tree: Signature, _ follow: Follow, optional: Bool = false) throws(SignatureError) {
        switch tree {
        case .word(let word):
            code.append(optional ? Opcode.capturedLiteral : Opcode.literal)
            digits(words.number(word), 2)
        case .value(let slot, let type):
            let known = try typeNumber(type)
            switch known.kind {
            case "condition":
                // One that must be there is tested for here; an optional one was tested for by its bracket.
                var hole: Int?
                if !optional {
                    code.append(Opcode.testCondition)
                    hole = code.count
                    digits(0, 3)
                }
                code.append(Opcode.condition)
                digits(slots.number(slot), 2)
                if let hole {
                    code.append(Opcode.jump)
                    let end = code.count
                    digits(0, 3)
                    patch(hole)
                    code.append(Opcode.expected)
                    digits(self.list(["if", "unless"]), 3)
                    patch(end)
                }
            case "rest":
                code.append(Opcode.rest)
                digits(slots.number(slot), 2)
                digits(known.number, 2)
                digits(follow.condition ? 1 : 0, 1)
            case "sample":
                code.append(Opcode.sample)
                digits(slots.number(slot), 2)
                digits(known.number, 2)
            default:
                code.append(Opcode.value)
                digits(slots.number(slot), 2)
                digits(known.number, 2)
            }
        case .choice(let slot, let list):
            if Self.tableSlots.contains(slot) { throw SignatureError("'\(slot)' is kept for words of tables") }
            code.append(Opcode.choice)
            digits(slots.number(slot), 2)
            digits(self.list(list), 3)
        case .choices(let slot, let list, let type):
            code.append(Opcode.choices)
            digits(slots.number(slot), 2)
            digits(self.list(list), 3)
            var other = Opcode.noType
            if let type { other = try typeNumber(type).number }
            digits(other, 2)
        case .table(let slot, let table, let place):
            code.append(Opcode.oneOfTable)
            digits(slots.number(slot), 2)
            try reference(table, place)
        case .options(let table, let place):
            code.append(Opcode.options)
            digits(slots.number("option"), 2)
            try reference(table, place)
            digits(follow.more ? 2 : follow.condition ? 1 : 0, 1)
        case .sequence(let items):
            for (index, item) in items.enumerated() {
                var after = follow
                for later in items[(index + 1)...] {
                    if isCondition(later) { after.condition = true } else { after.more = true }
                }
                try emit(item, after, optional: optional && index == 0)
            }
        case .optional(let list):
            var ends: [Int] = []
            for item in list { ends.append(try guarded(item, follow)) }
            for end in ends { patch(end) }
        case .alternatives(let list):
            var ends: [Int] = []
            var expected: [String] = []
            var total = false
            for item in list {
                switch first(item) {
                case .any where !total:
                    // The alternative that takes any word comes last and needs no test.
                    try emit(item, follow)
                    total = true
                default:
                    if total { throw SignatureError("an alternative after one that takes any word") }
                    if case .words(let words) = first(item) { expected += words }
                    ends.append(try guarded(item, follow))
                }
            }
            if !total {
                code.append(Opcode.expected)
                digits(self.list(expected), 3)
            }
            for end in ends { patch(end) }
        case .set(let list):
            let start = base + code.count
            var expected: [String] = []
            for item in list {
                guard case .words(let words) = first(item) else { throw SignatureError("an option of a set must begin with a word") }
                expected += words
                let end = try guarded(item, follow, backTo: start)
                patch(end)
            }
            if !follow.more {
                code.append(Opcode.setEnd)
                digits(self.list(expected), 3)
                digits(follow.condition ? 1 : 0, 1)
                digits(start, 3)
            }
        case .repeated(let item):
            let start = base + code.count
            try emit(item, Follow(condition: follow.condition, more: true))
            switch first(item) {
            case .words(let words):
                code.append(Opcode.testWords)
                digits(self.list(words), 3)
            case .any: code.append(Opcode.testEnd)
            case .condition: throw SignatureError("a condition cannot be repeated")
            }
            let hole = code.count
            digits(0, 3)
            code.append(Opcode.jump)
            digits(start, 3)
            patch(hole)
        }
    }

    /// Emits `item` behind a test of its first word; the returned hole is a jump to after it. With `backTo`, the item ends in a jump
    /// back and the returned hole is the failed test.
    private mutating func guarded(_ item: Signature, _ follow: Follow, backTo: Int? = nil) throws(SignatureError) -> Int {
        switch first(item) {
        case .words(let words):
            code.append(Opcode.testWords)
            digits(list(words), 3)
        case .condition: code.append(Opcode.testCondition)
        case .any: code.append(Opcode.testEnd)
        }
        let hole = code.count
        digits(0, 3)
        try emit(item, follow, optional: true)
        code.append(Opcode.jump)
        if let backTo {
            digits(backTo, 3)
            return hole
        }
        let end = code.count
        digits(0, 3)
        patch(hole)
        return end
    }

    private func first(_ tree: Signature) -> First {
        switch tree {
        case .word(let word): return .words([word])
        case .choice(_, let words): return .words(words)
        case .value: return isCondition(tree) ? .condition : .any
        case .table, .options, .choices: return .any
        case .repeated(let item): return first(item)
        case .optional(let list), .alternatives(let list), .set(let list):
            var words: [String] = []
            for item in list {
                guard case .words(let some) = first(item) else { return .any }
                words += some
            }
            return .words(words)
        case .sequence(let items): return items.first.map { first($0) } ?? .any
        }
    }

    private func isCondition(_ tree: Signature) -> Bool {
        switch tree {
        case .value(_, let type): return types[type]?.kind == "condition"
        case .optional(let list): return list.count == 1 && isCondition(list[0])
        default: return false
        }
    }

    private mutating func reference(_ table: String, _ place: String?) throws(SignatureError) {
        guard let number = tables[table] else { throw SignatureError("no table is called '\(table)'") }
        digits(number, 1)
        guard let place else {
            digits(63, 1)
            return
        }
        guard let index = places[table]?[place] else { throw SignatureError("table '\(table)' has no place '\(place)'") }
        digits(index, 1)
    }

    private func typeNumber(_ type: String) throws(SignatureError) -> (number: Int, kind: String) {
        guard let known = types[type] else { throw SignatureError("no type is called '\(type)'") }
        return known
    }

    private mutating func list(_ items: [String]) -> Int {
        let key = items.joined(separator: " ")
        if let known = lists[key] { return known }
        var bytes: [UInt8] = []
        _ = Alphabet.append(items.count, 2, to: &bytes)
        for item in items { _ = Alphabet.append(words.number(item), 2, to: &bytes) }
        let offset = pool.count
        pool += bytes
        lists[key] = offset
        return offset
    }

    private mutating func digits(_ value: Int, _ count: Int) {
        // Values are checked against the digits' range when the pool is finished; see `Emitter`.
        _ = Alphabet.append(value, count, to: &code)
    }

    private mutating func patch(_ hole: Int) {
        var bytes: [UInt8] = []
        _ = Alphabet.append(base + code.count, 3, to: &bytes)
        code.replaceSubrange(hole..<(hole + 3), with: bytes)
    }
}
