import Lexer

/// Puts what the lexer found into words.
enum LexicalFindings {
    static func finding(_ found: LexFinding, _ sources: SourceSet) -> Finding {
        let id = FindingID.lexical(found.kind)
        let text = { sources.text(found.range) }
        let detail = String(decoding: found.detail, as: UTF8.self)
        var finding = Finding(id, at: found.range, "")
        let related = found.related
        switch found.kind {
        // Bytes
        case .nulByte:
            finding.message = "a NUL byte ends the configuration here"
            finding.help = ["remove it; what follows is not read"]
        case .byteOrderMark:
            finding.message = "the file begins with a byte order mark, which becomes part of its first word"
            finding.help = ["save the file as UTF-8 without one"]
        case .textAfterCarriageReturn:
            finding.message = "a carriage return inside a line: the rest of the line is not read"
            finding.help = ["end lines with a line feed, or with a carriage return and a line feed"]
        case .controlCharacter: finding.message = "a control character stands in a word"
        case .noBreakSpace:
            finding.message = "a no-break space does not separate words"
            finding.help = ["write an ordinary space"]
        case .typographicQuote:
            finding.message = "a typographic quote does not quote"
            finding.help = ["write \" or '"]
        case .missingFinalNewline:
            finding.message = "the last line does not end in a line feed"
            finding.label = "the file may have been cut off here"
            finding.help = ["add a line feed (HAProxy refuses a file without one)"]
            let end = SourceRange(source: found.range.source, start: found.range.end, end: found.range.end)
            finding.fixes = [Finding.Fix("add a line feed", span: end, replacement: "\n", isSafe: true)]
        case .sourceTooLarge: finding.message = "the file is larger than 2 GiB"

        // Quotes and escapes
        case .unclosedWeakQuote:
            finding.message = "a double quote is not closed on this line"
            finding.help = ["close it, or write \\\" for the character itself"]
        case .unclosedStrongQuote:
            finding.message = "a single quote is not closed on this line"
            finding.help = ["close it, or write \\' for the character itself"]
        case .invalidHexEscape: finding.message = "\\x is followed by two hexadecimal digits"
        case .nulEscape: finding.message = "a NUL character ends the word here"
        case .backslashAtLineEnd:
            finding.message = "a backslash does not continue a line"
            finding.help = ["write the directive on one line"]

        // Variables
        case .unclosedBrace:
            finding.message = "the brace of a variable is not closed"
            finding.help = ["write \"${NAME}\""]
        case .invalidVariableName:
            finding.message = "'$' is not followed by a variable's name"
            finding.help = ["a name consists of letters, digits and '_'; write \\$ for the character itself"]
        case .unknownPseudoVariable:
            finding.message = "no pseudo-variable is called '\(text())'"
            finding.help = ["there are .FILE, .LINE and .SECTION"]
        case .invalidWordExpansion:
            finding.message = "'[' behind a variable's name is followed by '*]'"
            finding.help = ["write \"${NAME[*]}\" for a list of words"]
        case .unsetVariable:
            finding.message = "the variable '\(text())' is not set"
            if !detail.isEmpty { finding.help = ["did you mean '\(detail)'?"] }
            finding.help.append("set it, or give a default: \"${NAME-default}\"")
        case .variableOutsideQuotes:
            finding.message = "variables are only expanded inside double quotes"
            finding.help = ["write \"\(text())\""]
        case .defaultValueLost: finding.message = "HAProxy loses this default, because the line is longer than all lines before it"

        // Words and lines
        case .tooManyWords:
            finding.message = "more than 64 words on a line"
            finding.label = "not read from here on"
        case .lineTooLong: finding.message = "the line is too long"
        case .emptyArgument:
            finding.message = "an empty argument ends the argument list"
            finding.label = "empty"
            if related != nil { finding.message = "an empty argument would hide those behind it" }
            finding.help = ["remove it; where a variable may be empty, write \"${NAME[*]}\" or give a default"]
        case .emptyFirstWord:
            finding.message = "the line begins with an empty word and is ignored"
            finding.help = ["remove the line, or write what it should do"]

        // Scopes
        case .emptyScopeName: finding.message = "a scope has a name: [name]"
        case .invalidScopeCharacter: finding.message = "'\(text())' cannot stand in a scope's name"
        case .textAfterScope: finding.message = "nothing can follow a scope on its line"

        // Conditional blocks
        case .elifWithoutIf: finding.message = "'.elif' without '.if'"
        case .elseWithoutIf: finding.message = "'.else' without '.if'"
        case .endifWithoutIf: finding.message = "'.endif' without '.if'"
        case .elifAfterElse: finding.message = "'.elif' behind '.else'"
        case .elseAfterElse: finding.message = "a second '.else'"
        case .unclosedIf:
            finding.message = "'.if' is not closed"
            finding.help = ["add '.endif'"]
        case .tooManyNestedIfs: finding.message = "conditional blocks are nested too deeply"
        case .unexpectedDirectiveArgument: finding.message = "nothing can follow here"
        case .unknownDirective:
            finding.message = "no directive is called '\(text())'"
            if !detail.isEmpty { finding.help = ["did you mean '\(detail)'?"] }

        // Conditions
        case .emptyCondition: finding.message = "an empty condition is false"
        case .unparsableCondition: finding.message = "not a condition"
        case .unknownPredicate:
            finding.message = "no predicate is called '\(text())'"
            if !detail.isEmpty { finding.help = ["did you mean '\(detail)'?"] }
        case .textAfterCondition: finding.message = "something follows the condition"
        case .unclosedParenthesis: finding.message = "a parenthesis is not closed"
        case .conditionTooDeep: finding.message = "the condition is nested too deeply"
        case .missingPredicateArgument: finding.message = "the predicate lacks an argument"
        case .unclosedPredicate: finding.message = "the predicate's arguments are not closed with ')'"
        case .extraPredicateArgument: finding.message = "an argument too many"
        case .predicateArgumentTooLong: finding.message = "the argument is too long"
        case .invalidPredicateArgument: finding.message = "not an argument that the predicate takes"
        case .invalidVersion: finding.message = "not a version"

        // What the configuration itself says
        case .diagMessage, .noticeMessage, .warningMessage, .alertMessage:
            finding.message = detail.isEmpty ? "a message of the configuration" : detail
        }
        if !detail.isEmpty, finding.help.isEmpty, finding.message.range(of: detail) == nil { finding.notes = [detail] }
        if let related { finding.places = [Finding.Place(related, "belongs to this")] }
        return finding
    }
}

extension String {
    /// Where `other` stands in this string. (Foundation stays out of the compiler.)
    fileprivate func range(of other: String) -> Range<Int>? {
        let haystack = Array(utf8)
        let needle = Array(other.utf8)
        if needle.isEmpty || needle.count > haystack.count { return nil }
        for start in 0...(haystack.count - needle.count) where haystack[start..<(start + needle.count)].elementsEqual(needle) {
            return start..<(start + needle.count)
        }
        return nil
    }
}
