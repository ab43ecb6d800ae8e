// What happens at the edges of lines: rare, so out of the scanner's way.

extension Lexer {
    /// Reports a byte order mark and steps over it.
    mutating func skipByteOrderMark(_ p: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        guard end - p >= 3, p[0] == 0xEF, p[1] == 0xBB, p[2] == 0xBF else { return }
        report(.byteOrderMark, 0, 3)
        p += 3
    }

    /// A line whose words end at a comment, a carriage return or a NUL byte.
    mutating func finishUnusually(_ line: inout Line, at p: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>) {
        let feed = findLineFeed(p)
        line.end = UInt32(truncatingIfNeeded: feed - base) &+ 1
        var contentEnd = feed
        if contentEnd > p, contentEnd[-1] == 0x0D { contentEnd -= 1 }
        line.contentEnd = UInt32(truncatingIfNeeded: contentEnd - base)
        let at = UInt32(truncatingIfNeeded: p - base)

        if p.pointee == 0x0D {
            var q = p
            while q < contentEnd, ByteClass.has(q.pointee, ByteClass.blank) { q += 1 }
            if q < contentEnd {
                report(
                    .textAfterCarriageReturn, at, at &+ 1,
                    related: SourceRange(
                        source: sourceIndex, start: UInt32(truncatingIfNeeded: q - base), end: line.contentEnd))
            }
        }
        // The reference looks for NUL bytes before it looks at words, so they count in comments too.
        var q = p
        while q < feed, q.pointee != 0 { q += 1 }
        if q < feed {
            let offset = UInt32(truncatingIfNeeded: q - base)
            report(
                .nulByte, offset, offset &+ 1,
                related: SourceRange(source: sourceIndex, start: offset, end: line.contentEnd))
            line.isBroken = true
        }
    }

    mutating func missingNewline(_ line: inout Line, count: UInt32) {
        line.end = count
        line.contentEnd = min(line.contentEnd, count)
        line.commentStart = min(line.commentStart, count)
        report(.missingFinalNewline, count, count)
    }

    mutating func lineTooLong(_ line: inout Line) {
        let at = line.start &+ UInt32(Limits.maxLineBytes)
        report(.lineTooLong, at, max(at, line.commentStart))
        line.isBroken = true
        // Nobody should quote such words.
        line.count = 0
        line.kind = .blank
    }

    mutating func tooManyWords(_ line: inout Line, from start: UInt32) {
        guard !line.notes.contains(.tooManyWords) else { return }
        line.notes.insert(.tooManyWords)
        line.isBroken = true
        // The line's end is not known yet: the range is that of the first word too many.
        var end = start
        let base = text.storage.pointee.base
        while !ByteClass.has(base[Int(end)], ByteClass.blank), base[Int(end)] != 0 { end &+= 1 }
        report(.tooManyWords, start, min(max(end, start), text.storage.pointee.count))
    }

    mutating func emptyFirstWord(_ line: inout Line) {
        let word = line.storage[0]
        report(
            .emptyFirstWord, word.rawStart, word.rawEnd,
            related: SourceRange(source: sourceIndex, start: line.start, end: line.commentStart))
        line.kind = .blank
    }

    /// Keeps pace with the reference's buffer, which is enlarged when a line's words do not fit. It then reads the line again, and
    /// by then has overwritten the closing brace of each default value, so that it finds the brace unclosed.
    mutating func growReferenceBuffer(_ line: inout Line) {
        guard !line.isBroken else { return }
        var needed = 0
        for i in 0..<line.count { needed &+= Int(line.storage[i].textCount) &+ 1 }
        needed = max(needed, 1)
        guard needed > referenceBuffer else { return }
        referenceBuffer = (needed &+ 1023) & ~1023
        if line.notes.contains(.defaultValue) {
            report(.defaultValueLost, line.defaultBrace, line.defaultBrace &+ 1)
            line.isBroken = true
        }
    }
}
