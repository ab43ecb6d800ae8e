import GrammarFormat

extension SignatureFinding {
    /// The stable ID under which the finding is reported.
    package var id: String {
        switch kind {
        case .missingArgument, .missingWord, .missingParentheses: "missing-argument"
        case .unexpectedArgument: "unexpected-argument"
        case .badValue: problem == .missingPort ? "missing-port" : "invalid-value"
        case .expectedOneOf: "unexpected-word"
        case .unknownKeyword:
            switch table {
            case .action: "unknown-action"
            case .balance: "unknown-algorithm"
            case .filter: "unknown-filter"
            default: "unknown-option"
            }
        case .keywordElsewhere: table == .action ? "action-not-here" : "option-not-here"
        case .unexpectedParentheses: "unexpected-parentheses"
        case .unclosedParenthesis: "unclosed-parenthesis"
        }
    }

    /// What is wrong, in one sentence without a full stop.
    /// - Parameter after: the words of the name that the line begins with, for 'where'.
    package func message(_ words: Words, after name: String) -> String {
        let text = word < words.count ? piece(words) : ""
        switch kind {
        case .missingArgument:
            return word >= words.count
                ? "'\(name)' ends where \(expectation) should follow"
                : "'\(words[word].string)' lacks \(expectation)"
        case .missingWord: return "'\(name)' lacks \(expectation)"
        case .missingParentheses: return "'\(text)' needs an argument in parentheses"
        case .unexpectedArgument:
            return start > 0 ? "'\(text)' is an argument too many" : "'\(name)' takes nothing more, but '\(text)' follows"
        case .badValue: return problem.message(text, slot, type)
        case .expectedOneOf: return "'\(text)' cannot stand here"
        case .unknownKeyword: return "\(Self.noun(table)) '\(text)' is not known"
        case .keywordElsewhere: return "\(Self.noun(table)) '\(text)' cannot be used here"
        case .unexpectedParentheses: return "'\(words[word].slice(0, start).string)' takes no argument in parentheses"
        case .unclosedParenthesis: return "the parenthesis is not closed"
        }
    }

    /// What to do, or nil where the message says it.
    package func help(_ words: Words) -> String? {
        guard word < words.count || kind == .missingArgument else { return nil }
        switch kind {
        case .missingArgument, .badValue: return type == .keyword ? (list != 0 ? expectation : nil) : "expected \(type.help.string)"
        case .expectedOneOf:
            let from = min(start, words[word].count)
            let piece = words[word].slice(from, min(count, words[word].count - from))
            let near = Grammar.nearest(piece, expected.map(\.bytes), 1)
            if let first = near.first { return "did you mean '\(first)'?" }
            return "expected \(Self.enumerate(expected.map(\.description)))"
        case .unknownKeyword:
            let name = words[word].slice(0, words[word].first(0x28) ?? words[word].count)
            let near = Grammar.suggestions(for: name, in: table, place: place, limit: 1)
            return near.first.map { "did you mean '\($0)'?" }
        case .keywordElsewhere:
            let names = Grammar.places(of: KeywordRow(index: row), in: table)
            return names.isEmpty ? nil : "it belongs to \(Self.enumerate(names, "and"))"
        case .unexpectedArgument: return "remove it"
        default: return nil
        }
    }

    /// The words that could have stood there.
    package var expected: [WordID] {
        if list == 0 { return [] }
        let pointer = ProgramPool.table.utf8Start + list
        return (0..<Alphabet.read2(pointer)).map { WordID(rawValue: UInt16(Alphabet.read2(pointer + 2 + $0 * 2))) }
    }

    private var expectation: String {
        if list != 0 { return Self.enumerate(expected.map(\.description)) }
        if type != .keyword { return type.help.string }
        return kind == .missingArgument && table != .directive ? Self.article(table) : "something"
    }

    private func piece(_ words: Words) -> String {
        let bytes = words[word]
        let from = min(start, bytes.count)
        return bytes.slice(from, min(count, bytes.count - from)).string
    }

    private static func enumerate(_ names: [String], _ joint: String = "or") -> String {
        if names.count < 2 { return names.first.map { "'\($0)'" } ?? "nothing" }
        return names.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " \(joint) '\(names[names.count - 1])'"
    }

    private static func noun(_ table: KeywordTable) -> String {
        switch table {
        case .action: "action"
        case .balance: "balancing algorithm"
        case .filter: "filter"
        case .serverOption: "server option"
        case .bindOption: "bind option"
        default: "option"
        }
    }

    private static func article(_ table: KeywordTable) -> String {
        table == .action ? "an action" : "a \(noun(table))"
    }
}

extension ValueProblem {
    /// One sentence about the text.
    func message(_ text: String, _ slot: SlotID, _ type: TypeID) -> String {
        switch self {
        case .none: return ""
        case .empty: return "the \(slot) is empty"
        case .notNumber: return "'\(text)' is not \(type.help.string)"
        case .badCharacter: return "'\(text)' does not belong into \(type.help.string)"
        case .badUnit: return "'\(text)' is no unit that \(type.help.string) can have"
        case .tooSmall: return "\(text) is too small: the least is \(type.minimum)"
        case .tooLarge: return "\(text) is too large: the most is \(type.maximum)"
        case .overflow: return "\(text) is too large to be held"
        case .underflow: return "\(text) is less than the unit that it is counted in"
        case .missingPort: return "'\(text)' lacks a port"
        case .portNotAllowed: return "a port cannot be given here: '\(text)'"
        case .badPort: return "'\(text)' is not a port"
        case .portRangeNotAllowed: return "a range of ports cannot be given here: '\(text)'"
        case .badPortRange: return "the range '\(text)' ends before it begins"
        case .portOffsetNotAllowed: return "a port offset cannot be given here: '\(text)'"
        case .badAddress: return "'\(text)' is not an address"
        case .familyNotAllowed: return "an address of this family cannot be given here: '\(text)'"
        case .pathTooLong: return "the socket's path is too long: '\(text)'"
        case .badDescriptor: return "'\(text)' is not a file descriptor"
        case .badMask: return "'\(text)' is not a mask or prefix length"
        case .badMethod: return "'\(text)' cannot stand in a method"
        case .badScope: return "'\(text)' is not a scope of variables"
        case .missingScope: return "the variable '\(text)' has no scope"
        case .badBoolean: return "'\(text)' is neither on nor off"
        case .oddHex: return "'\(text)' has an odd number of digits"
        case .badRange: return "'\(text)' is not a range of status codes"
        }
    }
}
