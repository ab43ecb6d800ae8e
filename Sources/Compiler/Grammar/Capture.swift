import GrammarFormat

/// What the engine found at one place of a line.
package struct Capture: Equatable, Sendable {
    /// What the signature calls it; `.word` for an optional literal word that is there.
    package var slot: SlotID
    /// Its type; `.keyword` for a literal word or a word of a table.
    package var type: TypeID
    /// Index of its (first) word in the line.
    package var word: UInt16
    /// False where the text does not fit the type: there is a finding, and `value` means nothing.
    package var isValid: Bool
    /// The bytes of the word that it covers.
    package var start: UInt32
    package var count: UInt32
    /// By kind of type: integer, duration, size, percent, mode: the number (signed kinds as two's complement); a literal word or
    /// choice: its `WordID`; a word of a table: its row; a condition: 1 behind `unless`; boolean: 0 or 1; address: see `AddressValue`.
    package var value: UInt64
    /// A word of a table: index of the first capture behind its arguments. Sample, condition, rest: index of the first word behind it.
    /// Address: see `AddressValue`.
    package var aux: UInt64

    init(
        slot: SlotID, type: TypeID, word: UInt16, start: UInt32, count: UInt32, isValid: Bool, value: UInt64, aux: UInt64
    ) {
        self.slot = slot
        self.type = type
        self.word = word
        self.isValid = isValid
        self.start = start
        self.count = count
        self.value = value
        self.aux = aux
    }

    /// The value of a signed number.
    package var integer: Int { Int(truncatingIfNeeded: value) }
    /// The literal word, where a literal word or a choice was captured.
    package var literal: WordID { WordID(rawValue: UInt16(truncatingIfNeeded: value)) }
    /// The keyword's row, where a word of a table was captured.
    package var row: KeywordRow { KeywordRow(index: Int(truncatingIfNeeded: value)) }
    /// The keyword, where a word of this table was captured.
    package func keyword<ID: KeywordID>(_ type: ID.Type) -> ID { ID(rawValue: UInt16(truncatingIfNeeded: value)) }
    /// Index of the first capture behind a table word's arguments; the arguments are the captures between.
    package var argumentsEnd: Int { Int(truncatingIfNeeded: aux) }
    /// Index of the first word behind a sample, condition or rest.
    package var wordsEnd: Int { Int(truncatingIfNeeded: aux) }
}

/// Something in a line that its signature does not allow.
package struct SignatureFinding: Equatable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// The line ends where something must follow; `type` or `list` says what.
        case missingArgument
        /// None of the words of `list` is there, one of which must be.
        case missingWord
        /// A word too many: nothing may stand here.
        case unexpectedArgument
        /// A word does not fit its type; `problem` says why.
        case badValue
        /// Another word than those of `list`.
        case expectedOneOf
        /// A word that the table does not have; `table` and `place` say which.
        case unknownKeyword
        /// A word that the table has, but not in this place.
        case keywordElsewhere
        /// Parentheses behind a word that takes none.
        case unexpectedParentheses
        /// A word lacks its arguments in parentheses.
        case missingParentheses
        /// An opening parenthesis is not closed.
        case unclosedParenthesis
    }

    package var kind: Kind
    package var problem: ValueProblem = .none
    /// Index of the word; the number of words where one is missing at the end.
    package var word: Int
    /// The bytes of the word that the finding is about.
    package var start: Int = 0
    package var count: Int = 0
    package var slot: SlotID = .word
    package var type: TypeID = .keyword
    /// Offset of the list of words in the program pool, or 0.
    package var list: Int = 0
    package var table: KeywordTable = .directive
    /// The place in that table, or nil for any.
    package var place: Int?
    /// `keywordElsewhere`: its row.
    package var row: Int = 0
}

/// Why a word does not fit its type.
package enum ValueProblem: UInt8, Sendable {
    case none
    /// Empty where something must stand.
    case empty
    /// No digit at the beginning.
    case notNumber
    /// An unexpected character at `start`.
    case badCharacter
    /// Unit missing or unknown.
    case badUnit
    /// Smaller than allowed.
    case tooSmall
    /// Larger than allowed.
    case tooLarge
    /// Does not fit the number that holds it.
    case overflow
    /// A time above zero that is less than the unit it is counted in.
    case underflow
    case missingPort
    case portNotAllowed
    case badPort
    case portRangeNotAllowed
    case badPortRange
    case portOffsetNotAllowed
    case badAddress
    case familyNotAllowed
    case pathTooLong
    case badDescriptor
    case badMask
    case badMethod
    case badScope
    case missingScope
    case badBoolean
    case oddHex
    case badRange
}
