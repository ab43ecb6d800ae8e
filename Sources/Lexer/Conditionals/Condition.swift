/// What `.if` and `.elif` decide by: the words behind them, joined by single spaces, and where each byte comes from.
struct ConditionText {
    var bytes: [UInt8] = []
    private var pieces: [(start: Int, word: Word)] = []
    private let text: SourceText
    private let source: UInt32

    init(_ line: borrowing Line, from first: Int, _ text: SourceText) {
        self.text = text
        source = line.source
        for i in first..<max(first, line.count) {
            if i > first { bytes.append(UInt8(ascii: " ")) }
            pieces.append((bytes.count, line.storage[i]))
            bytes.append(contentsOf: text[line.storage[i]])
        }
    }

    /// Bytes `lower..<upper` in the source.
    func range(_ lower: Int, _ upper: Int) -> SourceRange {
        let first = place(lower)
        let last = upper > lower ? place(upper - 1, isEnd: true) : first
        return SourceRange(source: source, start: min(first.start, last.end), end: max(first.start, last.end))
    }

    private func place(_ offset: Int, isEnd: Bool = false) -> SourceRange {
        guard let index = pieces.lastIndex(where: { $0.start <= offset }) else {
            return SourceRange(source: source, start: 0, end: 0)
        }
        let (start, word) = pieces[index]
        let at = offset - start
        let count = Int(word.textCount)
        return text.origin(of: word, from: at, to: min(at + (isEnd ? 1 : 0), count), source: source)
    }
}

/// A condition, parsed (manual 2.4).
indirect enum Condition {
    case constant(Bool)
    case call(Predicate, [[UInt8]], Range<Int>)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
}

/// A problem at a place of a condition's text.
struct ConditionProblem: Error {
    var kind: LexFinding.Kind
    var range: Range<Int>
    var detail: [UInt8] = []
}

/// Parses the text of a condition. Precedence: `!`, then `&&`, then `||`; depth is counted as the reference counts it.
struct ConditionParser {
    let bytes: [UInt8]
    private var position = 0

    static func parse(_ bytes: [UInt8]) throws(ConditionProblem) -> Condition {
        var parser = ConditionParser(bytes: bytes)
        let condition = try parser.anyOf(depth: Limits.maxConditionDepth)
        parser.skipBlanks()
        guard parser.position == bytes.count else {
            throw ConditionProblem(kind: .textAfterCondition, range: parser.position..<bytes.count)
        }
        return condition
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func skipBlanks() {
        while byte(position) == UInt8(ascii: " ") || byte(position) == UInt8(ascii: "\t") { position += 1 }
    }

    private func takes(_ operator: UInt8) -> Bool { byte(position) == `operator` && byte(position + 1) == `operator` }

    private mutating func anyOf(depth: Int) throws(ConditionProblem) -> Condition {
        try check(depth)
        let left = try allOf(depth: depth - 1)
        skipBlanks()
        guard takes(UInt8(ascii: "|")) else { return left }
        position += 2
        skipBlanks()
        return .or(left, try anyOf(depth: depth - 1))
    }

    private mutating func allOf(depth: Int) throws(ConditionProblem) -> Condition {
        try check(depth)
        let left = try term(depth: depth - 1)
        skipBlanks()
        guard takes(UInt8(ascii: "&")) else { return left }
        position += 2
        skipBlanks()
        return .and(left, try allOf(depth: depth - 1))
    }

    private mutating func check(_ depth: Int) throws(ConditionProblem) {
        if depth <= 0 { throw ConditionProblem(kind: .conditionTooDeep, range: position..<min(position + 1, bytes.count)) }
    }

    private mutating func term(depth: Int) throws(ConditionProblem) -> Condition {
        skipBlanks()
        if position < bytes.count { try check(depth) }
        var isNegated = false
        while byte(position) == UInt8(ascii: "!") {
            isNegated.toggle()
            position += 1
            skipBlanks()
        }
        guard position < bytes.count else { throw ConditionProblem(kind: .unparsableCondition, range: position..<position) }
        let condition = try positiveTerm(depth: depth)
        return isNegated ? .not(condition) : condition
    }

    private mutating func positiveTerm(depth: Int) throws(ConditionProblem) -> Condition {
        let start = position
        if let value = integer() { return .constant(value) }
        if byte(position) == UInt8(ascii: "(") {
            position += 1
            skipBlanks()
            let inner = try anyOf(depth: depth - 1)
            skipBlanks()
            guard byte(position) == UInt8(ascii: ")") else {
                throw ConditionProblem(kind: .unclosedParenthesis, range: start..<start + 1)
            }
            position += 1
            skipBlanks()
            return inner
        }
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: " "), bytes[end] != UInt8(ascii: "(") { end += 1 }
        let name = String(decoding: bytes[position..<end], as: UTF8.self)
        guard let predicate = Predicate(rawValue: name) else {
            var letters = position
            while ByteClass.has(byte(letters), ByteClass.name) { letters += 1 }
            if letters > position {
                throw ConditionProblem(kind: .unknownPredicate, range: position..<letters)
            }
            throw ConditionProblem(kind: .unparsableCondition, range: position..<max(end, min(position + 1, bytes.count)))
        }
        position = end
        return try call(predicate, from: start)
    }

    private mutating func call(_ predicate: Predicate, from start: Int) throws(ConditionProblem) -> Condition {
        let wanted = predicate.argumentCount
        let open = position
        var arguments: [[UInt8]] = []
        var problem: ArgumentScanner.Problem?
        var end = open
        bytes.withUnsafeBufferPointer { text in
            var scanner = ArgumentScanner(text, at: open, maximum: wanted)
            while let argument = scanner.next() { arguments.append(argument.decoded(in: text)) }
            problem = scanner.problem
            end = scanner.position
        }
        // Without parentheses there is one argument, and it is empty.
        if open == end { arguments.append([]) }
        let name = Array(predicate.rawValue.utf8)
        switch problem {
        case .unclosed, .trailingBackslash:
            throw ConditionProblem(kind: .unclosedPredicate, range: open..<min(open + 1, bytes.count), detail: name)
        case .unexpected:
            throw ConditionProblem(kind: .extraPredicateArgument, range: end..<bytes.count, detail: name)
        case .tooLong:
            throw ConditionProblem(kind: .predicateArgumentTooLong, range: end..<bytes.count, detail: name)
        case nil:
            break
        }
        guard arguments.count >= wanted else {
            throw ConditionProblem(kind: .missingPredicateArgument, range: start..<end, detail: name)
        }
        position = end
        return .call(predicate, arguments, start..<end)
    }

    /// An integer as C's `strtol` reads it with base 0: true unless it is zero. Nil, and nothing read, when there is none.
    private mutating func integer() -> Bool? {
        var i = position
        while ByteClass.has(byte(i), ByteClass.blank) { i += 1 }
        if byte(i) == UInt8(ascii: "-") || byte(i) == UInt8(ascii: "+") { i += 1 }
        var base: UInt8 = 10
        if byte(i) == UInt8(ascii: "0") {
            base = 8
            if byte(i + 1) | 0x20 == UInt8(ascii: "x"), hexDigit(byte(i + 2)) != nil {
                base = 16
                i += 2
            }
        }
        let digits = i
        var isNonzero = false
        while let digit = hexDigit(byte(i)), digit < base {
            if digit != 0 { isNonzero = true }
            i += 1
        }
        guard i > digits else { return nil }
        position = i
        return isNonzero
    }
}
