/// Something that reading a file found. Its kind is stable, its range tight; reading always goes on after it.
public struct LexFinding: Equatable, Sendable {
    public var kind: Kind
    public var range: SourceRange
    /// Another place that belongs to it: the `.if` of a second `.else`, the words that go unread, ...
    public var related: SourceRange?
    /// What the message quotes when it is not in the file: the text of `.alert`, a variable's nearest name.
    public var detail: [UInt8]

    public init(_ kind: Kind, _ range: SourceRange, related: SourceRange? = nil, detail: [UInt8] = []) {
        self.kind = kind
        self.range = range
        self.related = related
        self.detail = detail
    }

    public var severity: Severity { kind.severity }

    public enum Severity: UInt8, Sendable {
        case note, warning, error
    }

    /// Names are the stable identifiers: the case `unclosedWeakQuote` is `unclosed-weak-quote` in reports (``id``).
    public enum Kind: UInt8, Sendable, CaseIterable {
        // Bytes
        /// A NUL byte: the reference stops reading the file here.
        case nulByte
        /// A byte order mark at the start, which becomes part of the first word.
        case byteOrderMark
        /// A carriage return within a line: the rest of the line is not read.
        case textAfterCarriageReturn
        /// A control character in an unquoted word.
        case controlCharacter
        /// A no-break space in an unquoted word: it does not separate words.
        case noBreakSpace
        /// A typographic quote in an unquoted word: it does not quote.
        case typographicQuote
        /// The last line does not end in a line feed.
        case missingFinalNewline
        /// The file is larger than 32-bit offsets reach.
        case sourceTooLarge

        // Quotes and escapes
        case unclosedWeakQuote
        case unclosedStrongQuote
        /// `\x` without two hexadecimal digits.
        case invalidHexEscape
        /// `\x00`: the word ends here.
        case nulEscape
        /// A backslash before the line end, which does not continue the line.
        case backslashAtLineEnd

        // Variables
        /// `${NAME` without `}`.
        case unclosedBrace
        /// `$` in weak quotes before what cannot begin a variable's name.
        case invalidVariableName
        /// `$.NAME` with a name that is no pseudo-variable.
        case unknownPseudoVariable
        /// `${NAME[` without `*]`.
        case invalidWordExpansion
        /// A variable that is not set and has no default.
        case unsetVariable
        /// `${NAME}` where variables are not expanded: outside of double quotes.
        case variableOutsideQuotes
        /// A default value on a line longer than all before it: the reference loses it when it enlarges its buffer.
        case defaultValueLost

        // Words and lines
        case tooManyWords
        case lineTooLong
        /// A word without text, which would hide all that follow.
        case emptyArgument
        /// A line whose first word is empty: the reference ignores the line.
        case emptyFirstWord

        // Scopes
        case emptyScopeName
        case invalidScopeCharacter
        case textAfterScope

        // Conditional blocks
        case elifWithoutIf
        case elseWithoutIf
        case endifWithoutIf
        case elifAfterElse
        case elseAfterElse
        case unclosedIf
        case tooManyNestedIfs
        case unexpectedDirectiveArgument
        case unknownDirective

        // Conditions
        case emptyCondition
        case unparsableCondition
        case unknownPredicate
        case textAfterCondition
        case unclosedParenthesis
        case conditionTooDeep
        case missingPredicateArgument
        case unclosedPredicate
        case extraPredicateArgument
        case predicateArgumentTooLong
        case invalidPredicateArgument
        case invalidVersion

        // What the configuration itself says
        case diagMessage
        case noticeMessage
        case warningMessage
        case alertMessage
    }
}

extension LexFinding.Kind {
    /// Errors are what the reference refuses to start with.
    public var severity: LexFinding.Severity {
        switch self {
        case .textAfterCarriageReturn, .controlCharacter, .noBreakSpace, .typographicQuote, .nulEscape, .backslashAtLineEnd,
            .variableOutsideQuotes, .emptyFirstWord, .invalidVersion, .warningMessage:
            return .warning
        case .unsetVariable, .emptyCondition, .diagMessage, .noticeMessage:
            return .note
        default:
            return .error
        }
    }

    /// The stable identifier: the case's name in kebab-case.
    public var id: String {
        var text = ""
        for character in String(describing: self) {
            if character.isUppercase {
                text += "-" + character.lowercased()
            } else {
                text.append(character)
            }
        }
        return text
    }
}
