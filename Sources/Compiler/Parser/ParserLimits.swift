/// The bounds of this room, each with its reason.
enum ParserLimits {
    /// Words of a line: the lexer gives no more.
    static let wordsPerLine = 64
}
