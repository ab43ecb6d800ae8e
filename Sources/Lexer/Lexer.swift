/// Cuts a source into lines of words (manual 2.1 to 2.3), one line each time it is asked.
///
/// It does not obey `.if`: ``Preprocessor`` does, and is what a parser reads from.
public struct Lexer: ~Copyable {
    public let source: Source
    /// What was found since ``takeFindings()`` was last called, in order.
    public internal(set) var findings: [LexFinding] = []
    /// Findings that came after `Limits.maxFindingsPerSource` and were not kept.
    public internal(set) var droppedFindings = 0

    let text: SourceText
    let sourceIndex: UInt32
    private var keptFindings = 0
    private var offset: UInt32 = 0
    private var lineNumber: UInt32 = 0
    /// Size of the buffer that the reference would have by now for a line's words: see ``LexFinding/Kind/defaultValueLost``.
    var referenceBuffer = 0

    public init(_ source: Source) {
        self.source = source
        text = source.text
        sourceIndex = source.index
    }

    public var hasFindings: Bool { !findings.isEmpty }

    public mutating func takeFindings() -> [LexFinding] {
        let taken = findings
        findings = []
        return taken
    }

    /// Reads the next line into `line`; false at the end of the source. `environment` is asked for variables as they occur.
    public mutating func next(into line: inout Line, environment: inout Environment) -> Bool {
        let storage = text.storage
        let base = UnsafePointer(storage.pointee.base)
        let end = base + Int(storage.pointee.count)
        var p = base + Int(offset)
        guard p < end else { return false }
        lineNumber &+= 1
        line.begin(source: sourceIndex, number: lineNumber, start: offset)
        if offset == 0 { skipByteOrderMark(&p, end) }

        let classes = ByteClass.table
        while classes[Int(p.pointee)] & ByteClass.blank != 0, p.pointee != 0x0A { p += 1 }
        if p.pointee == UInt8(ascii: "[") {
            scanScope(&line, from: p)
        } else {
            scanWords(&line, from: p, base: base, environment: &environment)
        }
        offset = min(line.end, storage.pointee.count)
        return true
    }

    private mutating func scanWords(
        _ line: inout Line, from start: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>, environment: inout Environment
    ) {
        let classes = ByteClass.table
        let words = line.storage
        var count = 0
        var p = start
        while true {
            let wordStart = p
            while classes[Int(p.pointee)] & ByteClass.stopsPlain == 0 { p += 1 }
            let byte = p.pointee
            if classes[Int(byte)] & ByteClass.blank != 0 || byte == UInt8(ascii: "#") {
                // The usual word: as it stands.
                if p > wordStart {
                    let from = UInt32(truncatingIfNeeded: wordStart - base)
                    let to = UInt32(truncatingIfNeeded: p - base)
                    if count < Limits.maxWordsPerLine {
                        words[count] = Word(rawStart: from, rawEnd: to, textBits: from, textCount: to &- from)
                        count &+= 1
                    } else {
                        tooManyWords(&line, from: from)
                    }
                }
                if byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "#") { break }
                p += 1
                while classes[Int(p.pointee)] & ByteClass.blank != 0, p.pointee != 0x0A { p += 1 }
                if p.pointee == 0x0A { break }
            } else if byte == 0, p == wordStart {
                break
            } else {
                line.count = count
                p = cookWord(&line, from: wordStart, stoppedAt: p, environment: &environment)
                count = line.count
                let after = p.pointee
                if after == 0x0A || after == 0x0D || after == UInt8(ascii: "#") || after == 0 { break }
                while classes[Int(p.pointee)] & ByteClass.blank != 0, p.pointee != 0x0A { p += 1 }
                if p.pointee == 0x0A { break }
            }
        }
        line.count = count
        finishLine(&line, at: p, base: base)
    }

    /// Sets the line's ends, from where its words end: a comment, a carriage return, a NUL byte or a line feed.
    @inline(__always)
    mutating func finishLine(_ line: inout Line, at p: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>) {
        let byte = p.pointee
        let at = UInt32(truncatingIfNeeded: p - base)
        line.commentStart = at
        if byte == 0x0A {
            // Blanks before the line feed may end in a carriage return, which belongs to the line end.
            line.contentEnd = at
            line.end = at &+ 1
            if at > line.start, base[Int(at &- 1)] == 0x0D {
                line.contentEnd = at &- 1
                line.commentStart = at &- 1
            }
        } else {
            finishUnusually(&line, at: p, base: base)
        }
        if line.count > 0 { line.kind = .words }
        let count = text.storage.pointee.count
        if line.end > count { missingNewline(&line, count: count) }
        if line.commentStart &- line.start > UInt32(Limits.maxLineBytes) { lineTooLong(&line) }
        // Without an expansion a line never gives more bytes than it has, and one.
        if referenceBuffer <= Int(line.commentStart &- line.start) || !line.notes.isEmpty { growReferenceBuffer(&line) }
        if line.count > 0, line.storage[0].textCount == 0 { emptyFirstWord(&line) }
    }

    // MARK: findings

    mutating func report(_ kind: LexFinding.Kind, _ start: UInt32, _ end: UInt32, related: SourceRange? = nil, detail: [UInt8] = []) {
        report(LexFinding(kind, SourceRange(source: sourceIndex, start: start, end: end), related: related, detail: detail))
    }

    /// Takes back the findings from `start` on that do not pass.
    mutating func keepFindings(from start: Int, where passes: (LexFinding) -> Bool) {
        guard findings.count > start else { return }
        let kept = findings[start...].filter(passes)
        keptFindings &-= findings.count &- start &- kept.count
        findings.replaceSubrange(start..., with: kept)
    }

    mutating func report(_ finding: LexFinding) {
        guard keptFindings < Limits.maxFindingsPerSource else {
            droppedFindings &+= 1
            return
        }
        keptFindings &+= 1
        findings.append(finding)
    }
}
