/// One word of a line: where it stands in the file, and where its text is.
///
/// 16 bytes, no owner. The text is in the file itself unless quoting, an escape or an expansion changed it
/// (then it is in the cooked text of its ``Source``): read it with ``SourceText``. Stays valid as long as its source, so a tree
/// can keep words as they are.
@frozen public struct Word: Equatable, Sendable {
    /// The word as written, quotes included: bytes `rawStart..<rawEnd` of the source.
    ///
    /// Words that one `"${NAME[*]}"` made share the range of the word they come from.
    public var rawStart: UInt32
    public var rawEnd: UInt32
    /// Offset of the text; bit 31 is set when it is in the cooked text.
    @usableFromInline var textBits: UInt32
    /// Length of the text. An escaped NUL ends a word's text, as it does in the reference.
    public var textCount: UInt32

    @usableFromInline static let cookedFlag: UInt32 = 0x8000_0000
    @usableFromInline static let offsetMask: UInt32 = 0x7FFF_FFFF

    @inlinable init(rawStart: UInt32, rawEnd: UInt32, textBits: UInt32, textCount: UInt32) {
        self.rawStart = rawStart
        self.rawEnd = rawEnd
        self.textBits = textBits
        self.textCount = textCount
    }

    /// Whether the text differs from every stretch of the file, and so stands in the cooked text.
    @inlinable public var isCooked: Bool { textBits & Self.cookedFlag != 0 }

    /// Whether the word is written as it reads: no quotes, escapes or variables.
    @inlinable public var isPlain: Bool { textBits == rawStart && textCount == rawEnd &- rawStart }

    @inlinable public var isEmpty: Bool { textCount == 0 }

    /// The range as written.
    @inlinable public func range(in source: UInt32) -> SourceRange { SourceRange(source: source, start: rawStart, end: rawEnd) }
}
