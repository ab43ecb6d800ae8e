// `[name]` alone on a line: a scope. Files of the SPOE filter use them; the reference reads them in every file, masked by no condition.

extension Lexer {
    /// A line whose first byte is `[`.
    mutating func scanScope(_ line: inout Line, from start: UnsafePointer<UInt8>) {
        let base = UnsafePointer(text.storage.pointee.base)
        let feed = findLineFeed(start)
        var stop = start
        while stop < feed, stop.pointee != 0 { stop += 1 }
        let name = start + 1
        var close = name
        while close < stop, close.pointee != UInt8(ascii: "]") { close += 1 }

        var end = close
        if close == stop || close == name {
            report(.emptyScopeName, offset(of: start), offset(of: close) &+ (close == stop ? 0 : 1))
            line.isBroken = true
            if close < stop { end = close + 1 }
        } else {
            var q = name
            while q < close, isScopeByte(q.pointee) { q += 1 }
            if q < close {
                report(
                    .invalidScopeCharacter, offset(of: q), offset(of: q) &+ 1,
                    related: SourceRange(source: sourceIndex, start: offset(of: name), end: offset(of: close)))
                line.isBroken = true
            }
            let at = offset(of: name)
            let count = UInt32(truncatingIfNeeded: close - name)
            line.storage[0] = Word(rawStart: at, rawEnd: at &+ count, textBits: at, textCount: count)
            line.count = 1
            end = close + 1
        }
        while end < stop, ByteClass.has(end.pointee, ByteClass.blank) { end += 1 }
        if end < stop, end.pointee != UInt8(ascii: "#") {
            if !line.isBroken {
                var last = stop
                while ByteClass.has(last[-1], ByteClass.blank) { last -= 1 }
                report(.textAfterScope, offset(of: end), offset(of: last))
            }
            line.isBroken = true
            end = stop
            if end > start, end == feed, end[-1] == 0x0D { end -= 1 }
        }
        // The reference tests neither words nor limits of such a line.
        let buffer = referenceBuffer
        finishLine(&line, at: end, base: base)
        referenceBuffer = buffer
        line.kind = .scope
    }

    private func isScopeByte(_ byte: UInt8) -> Bool {
        ByteClass.has(byte, ByteClass.name) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "-")
    }
}
