/// The bounds of this room, each with its reason.
enum ParserLimits {
    /// Words of a line: the lexer gives no more.
    static let wordsPerLine = 64
    /// Columns that are noted with a directive; further right it is looked up when it is asked for.
    static let indentation = 256
}
