// What findings say to people: one sentence without a full stop, and what to do about it.

extension LexFinding {
    /// The bytes that the range covers, shortened, control characters shown as `\xNN`.
    private func quoted(_ range: SourceRange, _ source: Source) -> String { LexFinding.printable(source.text.bytes(in: range)) }

    /// Bytes for a message: at most 60, control characters and what is no UTF-8 made visible.
    static func printable(_ bytes: some Collection<UInt8>) -> String {
        let limit = 60
        let digits = Array("0123456789abcdef")
        var text = ""
        for scalar in String(decoding: bytes.prefix(limit), as: UTF8.self).unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                text += "\\x"
                text.append(digits[Int(scalar.value >> 4)])
                text.append(digits[Int(scalar.value & 15)])
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return bytes.count > limit ? text + "..." : text
    }

    /// What is wrong. `source` is the one that the range is in.
    public func message(in source: Source) -> String {
        let here = quoted(range, source)
        let said = LexFinding.printable(detail)
        switch kind {
        case .nulByte: return "NUL byte: HAProxy stops reading the file here"
        case .byteOrderMark: return "the file begins with a byte order mark, which becomes part of the first word"
        case .textAfterCarriageReturn: return "a carriage return ends the line: what follows it is not read"
        case .controlCharacter: return "control character '\(here)' in a word"
        case .noBreakSpace: return "a no-break space does not separate words"
        case .typographicQuote: return "'\(here)' is no quote: it becomes part of the word"
        case .missingFinalNewline: return "the last line does not end in a line feed"
        case .sourceTooLarge: return "the file is larger than 2 GiB"
        case .unclosedWeakQuote: return "double quote without an end"
        case .unclosedStrongQuote: return "single quote without an end"
        case .invalidHexEscape: return "'\\x' needs two hexadecimal digits"
        case .nulEscape: return "'\\x00' ends the word: nothing of it behind this is used"
        case .backslashAtLineEnd: return "a backslash does not continue the line: it is a word, or part of one"
        case .unclosedBrace: return "brace of a variable without an end"
        case .invalidVariableName:
            return range.isEmpty ? "'$' without the name of a variable" : "the name of a variable cannot begin with '\(here)'"
        case .unknownPseudoVariable: return "no pseudo-variable is called '\(here)'"
        case .invalidWordExpansion: return "after a variable's name, '[' must be the beginning of '[*]'"
        case .unsetVariable: return "variable '\(here)' is not set: nothing stands in its place"
        case .variableOutsideQuotes: return "'\(here)' stays as it is: variables are expanded within double quotes only"
        case .defaultValueLost:
            return "HAProxy loses the default value: it enlarges its buffer for this line, and then finds no closing brace"
        case .tooManyWords: return "more than \(Limits.maxWordsPerLine) words on a line"
        case .lineTooLong: return "line of more than \(Limits.maxLineBytes >> 20) MiB"
        case .emptyArgument:
            if let related { return "empty word: variable '\(quoted(related, source))' is not set" }
            return "empty word: it would hide all that follow"
        case .emptyFirstWord: return "the first word is empty, so the whole line is ignored"
        case .emptyScopeName: return "a scope needs a name and a closing bracket"
        case .invalidScopeCharacter: return "'\(here)' is not allowed in the name of a scope"
        case .textAfterScope: return "a scope stands alone on its line"
        case .elifWithoutIf, .elseWithoutIf, .endifWithoutIf: return "'\(here)' without an '\(Directive.if.rawValue)'"
        case .elifAfterElse, .elseAfterElse: return "'\(here)' after '\(Directive.else.rawValue)'"
        case .unclosedIf: return "'\(here)' without an '\(Directive.endif.rawValue)'"
        case .tooManyNestedIfs: return "more than \(Limits.maxNestedConditionals) nested blocks"
        case .unexpectedDirectiveArgument:
            return "unexpected '\(here)' after '\(related.map { quoted($0, source) } ?? "the directive")'"
        case .unknownDirective: return "no directive is called '\(here)'"
        case .emptyCondition: return "an empty condition is false"
        case .unparsableCondition: return here.isEmpty ? "the condition ends too early" : "cannot read '\(here)' as a condition"
        case .unknownPredicate: return "no predicate is called '\(here)'"
        case .textAfterCondition: return "unexpected '\(here)' after the condition"
        case .unclosedParenthesis: return "parenthesis without an end"
        case .conditionTooDeep: return "condition of more than \(Limits.maxConditionDepth) steps"
        case .missingPredicateArgument:
            return "'\(said)' takes \(Predicate(rawValue: said)?.argumentCount ?? 1) arguments in parentheses"
        case .unclosedPredicate: return "the arguments of '\(said)' have no closing parenthesis"
        case .extraPredicateArgument: return "unexpected '\(here)' in the arguments of '\(said)'"
        case .predicateArgumentTooLong: return "argument of '\(said)' longer than \(Limits.maxArgumentBytes) bytes"
        case .invalidPredicateArgument: return "'\(here)': no such version, or the SSL library is another one"
        case .invalidVersion: return "'\(here)': no version of HAProxy, taken for one older than all"
        case .diagMessage, .noticeMessage, .warningMessage, .alertMessage: return said.isEmpty ? "(no text)" : said
        }
    }

    /// What the user can do; nil where the message says it.
    public var help: String? {
        switch kind {
        case .nulByte: return "remove it; is this a text file?"
        case .byteOrderMark: return "save the file as UTF-8 without a byte order mark"
        case .textAfterCarriageReturn: return "end lines in a line feed"
        case .noBreakSpace: return "write an ordinary space"
        case .typographicQuote: return "write \" or '"
        case .missingFinalNewline: return "add a line feed; is the file complete?"
        case .sourceTooLarge: return "split it: several files and directories can be given"
        case .unclosedWeakQuote, .unclosedStrongQuote: return "close it, or write a backslash before it to mean the character"
        case .invalidHexEscape: return "write two digits, or '\\\\x' to mean a backslash and an x"
        case .backslashAtLineEnd: return "put everything on one line"
        case .unclosedBrace: return "close it directly behind the name, the '[*]' or the default value"
        case .invalidVariableName: return "write '\\$' to mean a dollar sign; names begin with a letter or '_'"
        case .unknownPseudoVariable:
            return "there are " + PseudoVariable.allCases.map { $0.rawValue }.joined(separator: ", ")
        case .unsetVariable: return "set it, or give a default: \"${NAME-default}\""
        case .variableOutsideQuotes: return "put the word in double quotes if the variable is meant"
        case .defaultValueLost: return "put a longer line before it, or set the variable"
        case .tooManyWords: return "split the line"
        case .emptyArgument:
            if detail.isEmpty { return "remove it; for a variable that may be unset, write \"${NAME-default}\" or \"${NAME[*]}\"" }
            return "did you mean '\(LexFinding.printable(detail))'? or write \"${NAME-default}\" or \"${NAME[*]}\""
        case .emptyFirstWord: return "remove the line, or its first word"
        case .invalidScopeCharacter: return "letters, digits and '.', ':', '_', '-' are"
        case .elifWithoutIf, .elseWithoutIf, .endifWithoutIf: return "remove it, or add the missing line above"
        case .unclosedIf: return "add it; blocks do not reach beyond their file"
        case .unexpectedDirectiveArgument: return "remove it, or put a message that has spaces in quotes"
        case .unknownDirective: return "there are " + Directive.allCases.map { $0.rawValue }.joined(separator: ", ")
        case .unknownPredicate: return "there are " + Predicate.allCases.map { $0.rawValue }.joined(separator: ", ")
        case .textAfterCondition: return "combine conditions by '&&' or '||'"
        case .unclosedParenthesis, .unclosedPredicate: return "add ')'"
        default: return nil
        }
    }
}
