import Lexer

/// A comment that allows findings of its line, or of the next line where it stands alone:
/// `# baton: allow ID[, ID]... -- reason`.
package struct Suppression: Sendable {
    /// One ID that is allowed.
    package struct Name: Sendable {
        package let text: String
        package let span: SourceRange
    }

    /// From the `#` to the end of the line.
    package let comment: SourceRange
    /// What it allows; empty where the comment cannot be read.
    package let names: [Name]
    package let hasReason: Bool
    /// The bytes of the line that it is about; empty where no line follows.
    package internal(set) var line: SourceRange

    /// Reads the comment at `span`, which begins with `#`. Nil where it is not one of Baton's.
    init?(_ span: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
        var reader = CommentReader(bytes: bytes, at: Int(span.start) + 1, end: Int(span.end))
        reader.skipBlanks()
        guard reader.take("baton:") else { return nil }
        comment = span
        line = SourceRange(source: span.source, start: span.end, end: span.end)
        reader.skipBlanks()
        guard reader.take("allow"), reader.isAtBlank else {
            names = []
            hasReason = false
            return
        }
        var found: [Name] = []
        var isReadable = true
        var needsName = true
        var reason = false
        while true {
            reader.skipBlanks()
            if reader.isAtEnd { break }
            if reader.take("--") {
                reader.skipBlanks()
                reason = !reader.isAtEnd
                break
            }
            if reader.take(",") {
                if needsName { isReadable = false }
                needsName = true
                continue
            }
            if !needsName { isReadable = false }
            needsName = false
            let word = reader.word()
            let range = SourceRange(source: span.source, start: UInt32(word.lowerBound), end: UInt32(word.upperBound))
            found.append(Name(text: String(decoding: bytes[word], as: UTF8.self), span: range))
        }
        names = isReadable && !needsName ? found : []
        hasReason = reason
    }
}

/// Goes through the words of a comment.
private struct CommentReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int
    let end: Int

    var isAtEnd: Bool { at >= end }
    var isAtBlank: Bool { isAtEnd || bytes[at] == 0x20 || bytes[at] == 0x09 }

    mutating func skipBlanks() {
        while !isAtEnd, isAtBlank || bytes[at] == 0x0D { at += 1 }
    }

    mutating func take(_ text: String) -> Bool {
        let count = text.utf8.count
        guard at + count <= end, bytes[at..<(at + count)].elementsEqual(text.utf8) else { return false }
        at += count
        return true
    }

    /// Up to a blank or comma.
    mutating func word() -> Range<Int> {
        let start = at
        while !isAtBlank, bytes[at] != 0x2C { at += 1 }
        return start..<at
    }
}

/// Collects the suppressions of one check while its lines are read.
struct SuppressionReader {
    private(set) var all: [Suppression] = []
    // Index of the first one that waits for the line that it is about.
    private var waiting = 0

    var isWaiting: Bool { waiting < all.count }

    /// Looks at a line that is not masked by a condition.
    mutating func read(_ line: borrowing Line, _ source: Source) {
        let bytes = source.text.bytes
        if line.hasComment, bytes[Int(line.commentStart)] == 0x23 {
            let span = SourceRange(source: line.source, start: line.commentStart, end: line.contentEnd)
            if let suppression = Suppression(span, bytes) { all.append(suppression) }
        }
        // A line without words is passed over: comments may stand under one another. One whose first word is empty has words.
        if line.kind == .blank, line.count == 0 { return }
        for index in waiting..<all.count {
            all[index].line = SourceRange(source: line.source, start: line.start, end: max(line.start, line.end))
        }
        waiting = all.count
    }

    /// The source ends: what waits for a line has none.
    mutating func endSource() { waiting = all.count }
}
