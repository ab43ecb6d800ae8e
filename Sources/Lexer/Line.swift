/// What a line is to the parser.
public enum LineKind: UInt8, Sendable {
    /// No words: blank, a comment, or a line that the reference takes for blank because its first word is empty.
    case blank
    /// Words to be parsed.
    case words
    /// `[name]` alone on a line: a scope (manual: SPOE configuration). Its only word is the name.
    case scope
    /// `.if` and its like; already obeyed. The words are there for tools that show or format them.
    case directive
    /// Words in a block that a condition masks; not to be parsed.
    case skipped
}

/// One line of words. Made once and filled again for each line, so that reading allocates nothing per line.
///
/// Lossless: words, in order, and what is between them (blanks, the comment, the line end) are the line `start..<end`.
public struct Line: ~Copyable {
    public internal(set) var kind: LineKind = .blank
    /// Whether the line has an error that makes the reference refuse it unread (an unclosed quote, a bad escape, too many words, ...).
    /// The words are what could be made of it: good for recovery (a section's name), not worth further findings.
    public internal(set) var isBroken = false
    /// Index of its source.
    public internal(set) var source: UInt32 = 0
    /// From 1.
    public internal(set) var number: UInt32 = 0
    /// First byte of the line.
    public internal(set) var start: UInt32 = 0
    /// End of the words and blanks: the `#` of a comment if there is one, else ``contentEnd``.
    public internal(set) var commentStart: UInt32 = 0
    /// Where the line's content ends: before the line feed, or the carriage return and line feed.
    public internal(set) var contentEnd: UInt32 = 0
    /// After the line feed: first byte of the next line.
    public internal(set) var end: UInt32 = 0
    /// Number of words.
    public internal(set) var count: Int = 0

    /// Words as written that expanded to nothing (`"${NAME[*]}"` with an unset or empty NAME). Rarely any.
    public internal(set) var vanished: [SourceRange] = []

    let storage: UnsafeMutablePointer<Word>
    /// What reading notes about the line for its own use.
    var notes: Notes = []
    /// The brace of the line's first default value, when `notes` has it.
    var defaultBrace: UInt32 = 0
    /// Size of the source's cooked text when the line began, when `notes` says that something was cooked.
    var cookedStart = 0

    struct Notes: OptionSet {
        let rawValue: UInt8
        static let tooManyWords = Notes(rawValue: 1)
        static let cooked = Notes(rawValue: 2)
        static let defaultValue = Notes(rawValue: 4)
        static let tooLong = Notes(rawValue: 8)
    }

    public init() {
        storage = .allocate(capacity: Limits.maxWordsPerLine)
        storage.initialize(
            repeating: Word(rawStart: 0, rawEnd: 0, textBits: 0, textCount: 0), count: Limits.maxWordsPerLine)
    }

    deinit {
        storage.deallocate()
    }

    /// The word at `index`, which must be less than ``count``.
    public subscript(index: Int) -> Word {
        precondition(index >= 0 && index < count, "no such word")
        return storage[index]
    }

    /// All words; valid until the next line is read into this one.
    public var words: UnsafeBufferPointer<Word> { UnsafeBufferPointer(start: storage, count: count) }

    public var hasComment: Bool { commentStart < contentEnd }

    /// The line without its line end.
    public var range: SourceRange { SourceRange(source: source, start: start, end: contentEnd) }

    @inline(__always)
    mutating func begin(source: UInt32, number: UInt32, start: UInt32) {
        kind = .blank
        isBroken = false
        self.source = source
        self.number = number
        self.start = start
        count = 0
        notes = []
        if !vanished.isEmpty { vanished.removeAll(keepingCapacity: true) }
    }
}
