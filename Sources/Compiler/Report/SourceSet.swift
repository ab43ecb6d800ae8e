import Lexer

/// Line and column, both from 1. A column counts characters, and each byte that is not UTF-8 as one.
package struct SourcePlace: Hashable, Sendable {
    package var line: Int
    package var column: Int
}

/// The sources of one check, each at its own index.
package struct SourceSet: Sendable {
    package private(set) var files: [Source] = []

    package init() {}

    /// `source.index` must be the number of sources already there.
    package mutating func add(_ source: Source) {
        precondition(Int(source.index) == files.count, "sources are added in the order of their indices")
        files.append(source)
    }

    package subscript(index: UInt32) -> Source { files[Int(index)] }

    /// The text of `range` for messages: what a terminal cannot show comes out escaped, and a long one is cut.
    package func text(_ range: SourceRange) -> String {
        Characters.printable(UnsafeRawBufferPointer(files[Int(range.source)].text.bytes(in: range)))
    }

    /// Where `range` begins.
    package func place(_ range: SourceRange) -> SourcePlace { files[Int(range.source)].place(at: range.start) }
}

extension Source {
    package var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(text.bytes) }

    package func lineNumber(at offset: UInt32) -> Int { Int(position(of: offset).line) }

    /// The bytes of line `number` (from 1) without its end.
    package func lineBytes(_ number: Int) -> Range<Int> {
        guard let range = line(UInt32(clamping: number)) else { return count..<count }
        return Int(range.start)..<Int(range.end)
    }

    /// The line at `offset` without the blanks around it, cut at ``ReportLimits/lineText`` bytes.
    package func lineText(at offset: UInt32) -> String {
        var bytes = raw[lineBytes(lineNumber(at: offset))]
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes = bytes.dropLast() }
        return String(decoding: bytes.prefix(ReportLimits.lineText), as: UTF8.self)
    }

    package func place(at offset: UInt32) -> SourcePlace {
        let position = position(of: offset)
        let bytesBefore = Int(position.column) - 1
        // A column far into a very long line is not worth a walk over megabytes of characters for every finding.
        if bytesBefore > ReportLimits.columnWalk { return SourcePlace(line: Int(position.line), column: bytesBefore + 1) }
        let limit = min(Int(offset), count)
        var column = 1
        var at = Int(offset) - bytesBefore
        while at < limit {
            at += Characters.length(raw, at: at)
            column += 1
        }
        return SourcePlace(line: Int(position.line), column: column)
    }
}

extension SourceRange {
    /// `count` bytes from `start` bytes in.
    package func sub(_ start: Int, _ count: Int) -> SourceRange {
        let first = self.start &+ UInt32(clamping: start)
        return SourceRange(source: source, start: first, end: first &+ UInt32(clamping: count))
    }

    /// From the start of this one to the end of `other`, which stands behind it.
    package func joined(_ other: SourceRange) -> SourceRange {
        SourceRange(source: source, start: start, end: max(end, other.end))
    }
}
