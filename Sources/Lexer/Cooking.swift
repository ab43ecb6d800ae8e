// Quotes and escapes (manual 2.2): words that are not as they read. Variables are in Variables.swift.

/// How far reading a word has come.
struct CookingState {
    var text: WordBuilder
    /// The next byte to look at.
    var p: UnsafePointer<UInt8>
    /// The quote that is open: `"`, `'`, or 0.
    var quote: UInt8 = 0
    var quoteStart: UInt32 = 0
    /// Nothing has come since the quote opened: closing it then makes an empty word.
    var isQuoteEmpty = false
    /// Something was read that makes a word, be it an empty one.
    var isInWord = false
}

extension Lexer {
    @inline(__always)
    func offset(of p: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(truncatingIfNeeded: p - UnsafePointer(text.storage.pointee.base))
    }

    /// Reads the word that begins at `start` and whose first plain run ends at `stop`; returns where it ends: at a blank, a `#`,
    /// a line end or a NUL byte. One written word gives one word, several (`"${NAME[*]}"`) or none.
    mutating func cookWord(
        _ line: inout Line, from start: UnsafePointer<UInt8>, stoppedAt stop: UnsafePointer<UInt8>,
        environment: inout Environment
    ) -> UnsafePointer<UInt8> {
        if !line.notes.contains(.cooked) {
            line.notes.insert(.cooked)
            line.cookedStart = text.storage.pointee.cookedCount
        }
        let rawStart = offset(of: start)
        var state = CookingState(
            text: WordBuilder(storage: text.storage, rawStart: rawStart, lineStart: line.cookedStart), p: stop)
        if stop > start {
            state.text.literal(rawStart, stop - start)
            state.isInWord = true
        }
        let firstWord = line.count
        while cookStep(&line, &state, environment: &environment) {}

        let rawEnd = offset(of: state.p)
        if state.quote != 0 {
            let kind: LexFinding.Kind = state.quote == UInt8(ascii: "\"") ? .unclosedWeakQuote : .unclosedStrongQuote
            report(
                kind, state.quoteStart, state.quoteStart &+ 1,
                related: SourceRange(source: sourceIndex, start: state.quoteStart, end: rawEnd))
            line.isBroken = true
            state.isInWord = true
        }
        if state.isInWord {
            push(&line, &state)
        } else if line.count == firstWord, line.vanished.count < Limits.maxWordsPerLine {
            line.vanished.append(SourceRange(source: sourceIndex, start: rawStart, end: rawEnd))
        }
        for i in firstWord..<line.count { line.storage[i].rawEnd = rawEnd }
        if state.text.isOverflown, !line.notes.contains(.tooLong) {
            line.notes.insert(.tooLong)
            line.isBroken = true
            report(.lineTooLong, rawStart, rawEnd)
        }
        return state.p
    }

    /// Ends the word that is being built.
    mutating func push(_ line: inout Line, _ state: inout CookingState) {
        let word = state.text.take()
        state.isInWord = false
        if line.count < Limits.maxWordsPerLine {
            line.storage[line.count] = word
            line.count &+= 1
        } else {
            tooManyWords(&line, from: word.rawStart)
        }
    }

    /// One step: a run of bytes that mean nothing, or one that does. False at the end of the word.
    private mutating func cookStep(_ line: inout Line, _ state: inout CookingState, environment: inout Environment) -> Bool {
        let classes = ByteClass.table
        let stops = state.quote == 0 ? ByteClass.stopsPlain : state.quote == UInt8(ascii: "'") ? ByteClass.stopsStrong : ByteClass.stopsWeak
        let run = state.p
        while classes[Int(state.p.pointee)] & stops == 0 { state.p += 1 }
        if state.p > run {
            state.text.literal(offset(of: run), state.p - run)
            state.isInWord = true
            state.isQuoteEmpty = false
        }
        let byte = state.p.pointee
        if byte == 0x0A || byte == 0x0D || byte == 0 { return false }
        if state.quote == 0 { return cookUnquoted(&line, &state, byte) }
        if byte == state.quote {
            // An empty pair of quotes is an empty word.
            if state.isQuoteEmpty { state.isInWord = true }
            state.quote = 0
            state.p += 1
        } else if byte == UInt8(ascii: "\\") {
            cookEscape(&line, &state)
        } else {
            expandVariable(&line, &state, environment: &environment)
        }
        return true
    }

    private mutating func cookUnquoted(_ line: inout Line, _ state: inout CookingState, _ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            state.quote = byte
            state.quoteStart = offset(of: state.p)
            state.isQuoteEmpty = true
            state.p += 1
        case UInt8(ascii: "\\"):
            cookEscape(&line, &state)
        case UInt8(ascii: "#"):
            return false
        default:
            if ByteClass.has(byte, ByteClass.blank) { return false }
            let start = state.p
            let length = lookAtOddBytes(start)
            state.p += length
            state.text.literal(offset(of: start), length)
            state.isInWord = true
        }
        return true
    }

    /// Bytes that are part of a word but unlikely to be meant so; returns how many to take.
    private mutating func lookAtOddBytes(_ p: UnsafePointer<UInt8>) -> Int {
        let at = offset(of: p)
        switch (p[0], p[1], p[2]) {
        case (UInt8(ascii: "$"), UInt8(ascii: "{"), _):
            var q = p + 2
            guard ByteClass.has(q.pointee, ByteClass.nameStart) else { return 1 }
            while ByteClass.has(q.pointee, ByteClass.name) { q += 1 }
            let byte = q.pointee
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "[") {
                report(.variableOutsideQuotes, at, offset(of: q) &+ (byte == UInt8(ascii: "}") ? 1 : 0))
            }
            return 1
        case (0xC2, 0xA0, _):
            report(.noBreakSpace, at, at &+ 2)
            return 2
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D):
            report(.typographicQuote, at, at &+ 3)
            return 3
        case (0x01...0x1F, _, _), (0x7F, _, _):
            report(.controlCharacter, at, at &+ 1)
            return 1
        default:
            return 1
        }
    }

    /// A backslash outside of strong quotes.
    private mutating func cookEscape(_ line: inout Line, _ state: inout CookingState) {
        let p = state.p
        let at = offset(of: p)
        state.isInWord = true
        state.isQuoteEmpty = false
        switch p[1] {
        case UInt8(ascii: " "), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "\""):
            state.text.literal(at &+ 1, 1)
            state.p += 2
        case UInt8(ascii: "$") where state.quote != 0:
            // Unquoted, `\$` keeps its backslash (where the manual's matrix says otherwise, the reference's behaviour counts).
            state.text.literal(at &+ 1, 1)
            state.p += 2
        case UInt8(ascii: "n"):
            state.text.converted(0x0A, at, length: 2)
            state.p += 2
        case UInt8(ascii: "r"):
            state.text.converted(0x0D, at, length: 2)
            state.p += 2
        case UInt8(ascii: "t"):
            state.text.converted(0x09, at, length: 2)
            state.p += 2
        case UInt8(ascii: "x"):
            guard let high = hexDigit(p[2]), let low = hexDigit(p[3]) else {
                report(.invalidHexEscape, at, at &+ (hexDigit(p[2]) == nil ? 2 : 3))
                line.isBroken = true
                state.text.literal(at, 2)
                state.p += 2
                return
            }
            let byte = high << 4 | low
            if byte == 0 { report(.nulEscape, at, at &+ 4) }
            state.text.converted(byte, at, length: 4)
            state.p += 4
        default:
            // No escape: the backslash stands for itself, and the next byte is looked at afresh.
            if state.quote == 0, p[1] == 0x0A || p[1] == 0x0D, Int(at) + 1 < source.count { report(.backslashAtLineEnd, at, at &+ 1) }
            state.text.literal(at, 1)
            state.p += 1
        }
    }
}

/// The value of a hexadecimal digit.
@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte &- UInt8(ascii: "A") &+ 10
    default: return nil
    }
}
