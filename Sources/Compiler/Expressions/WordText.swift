import Lexer

/// The text of one word, with the way back to where each byte stands in the file. Valid as long as the configuration.
struct WordText {
    let bytes: UnsafeBufferPointer<UInt8>
    let word: Word
    let source: UInt32
    let sourceText: SourceText

    init(_ word: Word, _ source: Source) {
        self.word = word
        self.source = source.index
        sourceText = source.text
        bytes = source.text[word]
    }

    var count: Int { bytes.count }

    /// The byte at `index`, or NUL behind the end, as in C.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

    func slice(_ from: Int, _ to: Int) -> WordBytes {
        let start = min(max(from, 0), bytes.count)
        let end = min(max(to, start), bytes.count)
        guard let base = bytes.baseAddress else { return WordBytes(base: StaticString("").utf8Start, count: 0) }
        return WordBytes(base: base + start, count: end - start)
    }

    func range(_ from: Int, _ to: Int) -> SourceRange {
        if from <= 0, to >= bytes.count { return word.range(in: source) }
        return sourceText.origin(of: word, from: from, to: to, source: source)
    }

    /// Letters, digits, `.`, `_`, `-`, `+` and `:`: what names of fetches and converters consist of.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D, 0x2B, 0x3A: true
        default: false
        }
    }

    func nameEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
        return end
    }

    /// Behind the bracket or parenthesis that closes the one at `open`, those inside counted; the end where it is not closed.
    func matching(_ open: Int) -> Int {
        let opening = byte(open)
        let closing: UInt8 = opening == 0x28 ? 0x29 : 0x5D
        var depth = 0
        var index = open
        while index < bytes.count {
            if bytes[index] == opening { depth += 1 }
            if bytes[index] == closing {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return bytes.count
    }
}
