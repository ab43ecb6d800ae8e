// Variables in weak quotes (manual 2.3): `$NAME`, `${NAME}`, `${NAME-default}`, `${NAME[*]}`, `${NAME[*]-default}`, and the
// pseudo-variables `.FILE`, `.LINE`, `.SECTION`.

extension Lexer {
    /// Where a variable's value is.
    private enum Value {
        case unset
        /// The name is wrong, which was reported.
        case invalid
        case bytes([UInt8])
        /// A default value: it stands in the source.
        case inSource(start: UInt32, count: Int)
    }

    /// A `$` in weak quotes.
    mutating func expandVariable(_ line: inout Line, _ state: inout CookingState, environment: inout Environment) {
        let dollar = state.p
        var q = dollar + 1
        let brace: UnsafePointer<UInt8>? = q.pointee == UInt8(ascii: "{") ? q : nil
        if brace != nil { q += 1 }

        guard ByteClass.has(q.pointee, ByteClass.nameStart) || q.pointee == UInt8(ascii: ".") else {
            let at = offset(of: q)
            let isAtEnd = q.pointee == 0x0A || q.pointee == 0x0D || q.pointee == 0
            report(
                .invalidVariableName, at, isAtEnd ? at : at &+ 1,
                related: SourceRange(source: sourceIndex, start: offset(of: dollar), end: at))
            line.isBroken = true
            state.text.literal(offset(of: dollar), q - dollar)
            state.isInWord = true
            state.isQuoteEmpty = false
            state.p = q
            return
        }
        let name = q
        if q.pointee == UInt8(ascii: ".") { q += 1 }
        while ByteClass.has(q.pointee, ByteClass.name) { q += 1 }
        let nameRange = SourceRange(source: sourceIndex, start: offset(of: name), end: offset(of: q))
        var value = look(up: name, q - name, nameRange, &line, &environment)

        var splits = false
        if let brace {
            if q.pointee == UInt8(ascii: "[") {
                if q[1] == UInt8(ascii: "*"), q[2] == UInt8(ascii: "]") {
                    splits = true
                    q += 3
                } else {
                    report(.invalidWordExpansion, offset(of: q), offset(of: q) &+ 1, related: nameRange)
                    line.isBroken = true
                    // Go on behind the brace, if there is one within the quotes.
                    while !ByteClass.has(q.pointee, ByteClass.stopsWeak), q.pointee != UInt8(ascii: "}") { q += 1 }
                    if q.pointee == UInt8(ascii: "}") { q += 1 }
                    state.isInWord = true
                    state.isQuoteEmpty = false
                    state.p = q
                    return
                }
            }
            if q.pointee == UInt8(ascii: "-") {
                // Nothing is interpreted in a default value: it ends at the first closing brace.
                let start = q + 1
                var closing = start
                while closing.pointee != UInt8(ascii: "}"), closing.pointee != 0x0A, closing.pointee != 0 { closing += 1 }
                if closing.pointee == UInt8(ascii: "}") {
                    if !line.notes.contains(.defaultValue) {
                        line.notes.insert(.defaultValue)
                        line.defaultBrace = offset(of: brace)
                    }
                    if case .unset = value { value = .inSource(start: offset(of: start), count: closing - start) }
                    q = closing + 1
                } else {
                    unclosedBrace(&line, brace, to: q)
                    q = start
                    while !ByteClass.has(q.pointee, ByteClass.stopsWeak) { q += 1 }
                }
            } else if q.pointee == UInt8(ascii: "}") {
                q += 1
            } else {
                unclosedBrace(&line, brace, to: q)
            }
        }
        state.p = q
        let written = SourceRange(source: sourceIndex, start: offset(of: dollar), end: offset(of: q))
        // An array that is empty or unset makes no word, quotes and all.
        if splits { state.isQuoteEmpty = false }

        switch value {
        case .invalid:
            state.isInWord = true
        case .unset:
            if !splits {
                state.isInWord = true
                report(.unsetVariable, nameRange.start, nameRange.end)
            }
        case .inSource(let start, let count):
            let bytes = UnsafeBufferPointer(start: UnsafePointer(text.storage.pointee.base) + Int(start), count: count)
            pieces(of: bytes, splits: splits, &line, &state) { state, range in
                state.text.literal(start &+ UInt32(truncatingIfNeeded: range.lowerBound), range.count)
            }
        case .bytes(let bytes):
            bytes.withUnsafeBufferPointer { bytes in
                pieces(of: bytes, splits: splits, &line, &state) { state, range in
                    state.text.expanded(
                        UnsafeBufferPointer(rebasing: bytes[range]), written.start, length: written.end &- written.start)
                }
            }
        }
    }

    /// Hands a value on piece by piece: whole, or cut into words at its blanks. A blank at either end separates too:
    /// `"a${X[*]}b"` with X=" x " is three words.
    private mutating func pieces(
        of bytes: UnsafeBufferPointer<UInt8>, splits: Bool, _ line: inout Line, _ state: inout CookingState,
        append: (inout CookingState, Range<Int>) -> Void
    ) {
        var i = 0
        while i < bytes.count {
            if splits, ByteClass.has(bytes[i], ByteClass.blank) {
                if state.isInWord { push(&line, &state) }
                i &+= 1
                continue
            }
            var end = splits ? i : bytes.count
            while end < bytes.count, !ByteClass.has(bytes[end], ByteClass.blank) { end &+= 1 }
            append(&state, i..<end)
            state.isInWord = true
            state.isQuoteEmpty = false
            i = end
        }
    }

    private mutating func unclosedBrace(_ line: inout Line, _ brace: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
        report(
            .unclosedBrace, offset(of: brace), offset(of: brace) &+ 1,
            related: SourceRange(source: sourceIndex, start: offset(of: brace), end: offset(of: end)))
        line.isBroken = true
    }

    private mutating func look(
        up name: UnsafePointer<UInt8>, _ count: Int, _ range: SourceRange, _ line: inout Line, _ environment: inout Environment
    ) -> Value {
        let bytes = Array(UnsafeBufferPointer(start: name, count: count))
        guard name.pointee == UInt8(ascii: ".") else {
            guard let value = environment.value(of: bytes) else { return .unset }
            // Values are C strings in the reference.
            return .bytes(value.firstIndex(of: 0).map { Array(value[..<$0]) } ?? value)
        }
        switch PseudoVariable(bytes) {
        case .file:
            return .bytes(source.nameBytes)
        case .line:
            return .bytes(Array(String(line.number).utf8))
        case .section:
            return environment.section.map { .bytes($0) } ?? .unset
        case nil:
            report(.unknownPseudoVariable, range.start, range.end)
            line.isBroken = true
            return .invalid
        }
    }
}

/// The variables that reading itself knows.
enum PseudoVariable: String, CaseIterable {
    case file = ".FILE"
    case line = ".LINE"
    case section = ".SECTION"

    init?(_ name: [UInt8]) {
        self.init(rawValue: String(decoding: name, as: UTF8.self))
    }
}
