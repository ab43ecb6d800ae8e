import GrammarFormat
import Lexer

/// Reads log-format strings: text, `%alias`, `%{flags}alias`, `%[expression]`, `%(name:type)` before either, `%%` (manual 8.2.6).
struct FormatParser {
    let samples: SampleParser
    /// Where the values are used, and what uses them, for messages.
    let allowed: SamplePlaces
    let user: DirectiveID?
    /// In log lines runs of spaces are one, and a missing value is `-`.
    let isLog: Bool

    private var context: CheckContext { samples.context }

    init(_ context: CheckContext, _ directive: DirectiveRow, allowed: SamplePlaces, user: DirectiveID?, isLog: Bool) {
        samples = SampleParser(context, directive)
        self.allowed = allowed
        self.user = user
        self.isLog = isLog
    }

    struct Result {
        /// Index of the format, or nil where there is a finding.
        var format: Int?
        var isExternal = false
    }

    func parse(word: Int, from start: Int = 0) -> Result {
        let text = samples.text(word)
        if let format = plain(text, from: start) { return Result(format: format) }
        var nodes: [FormatNodeRow] = []
        var literal: [UInt8] = []
        var defaults: FormatNodeRow.Flags = []
        var position = start
        var result = Result()
        var isSound = true

        func flush() {
            if literal.isEmpty { return }
            let piece = literal.withUnsafeBufferPointer { context.configuration.expressions.intern($0) }
            nodes.append(node(.text, text: piece))
            literal.removeAll(keepingCapacity: true)
        }

        while position < text.count {
            let byte = text.bytes[position]
            if byte == 0x20, isLog {
                flush()
                while text.byte(position) == 0x20 { position += 1 }
                nodes.append(node(.separator))
                continue
            }
            if byte != 0x25 {
                literal.append(byte)
                position += 1
                continue
            }
            let percent = position
            position += 1
            if position >= text.count {
                isSound = false
                report(.logFormatSyntax, text, percent, position, "'%' ends the text", help: "write %% for the character itself")
                break
            }
            if text.byte(position) == 0x25 {
                literal.append(0x25)
                position += 1
                continue
            }
            var item = node(.alias)
            item.flags = defaults
            if text.byte(position) == 0x28, !customName(text, &position, &item) { isSound = false }
            var hasFlags = false
            if text.byte(position) == 0x7B {
                hasFlags = true
                if !flags(text, &position, &item.flags) {
                    isSound = false
                    continue
                }
            }
            let next = text.byte(position)
            if next == 0x5B {
                flush()
                let parsed = samples.parse(word: word, from: position + 1, .byte, allowed: allowed, user: user)
                if parsed.isExternal { result.isExternal = true }
                position = parsed.offset
                if text.byte(position) == 0x5D {
                    position += 1
                } else {
                    if parsed.sample != nil {
                        let shown =
                            position < text.count
                            ? "']' is expected before '\(context.text(text.slice(position, text.count)))'" : "']' is missing"
                        report(
                            .logFormatSyntax, text, position < text.count ? position : percent, text.count, shown,
                            help: "close the expression: %[...]")
                    }
                    isSound = false
                    position = text.count
                }
                guard let sample = parsed.sample else {
                    isSound = false
                    continue
                }
                item.kind = .sample
                item.sample = UInt32(truncatingIfNeeded: sample)
                nodes.append(item)
            } else if Self.isLetter(next) || (hasFlags && Self.isDigit(next)) {
                flush()
                var end = position
                while Self.isLetter(text.byte(end)) || Self.isDigit(text.byte(end)) { end += 1 }
                let name = text.slice(position, end)
                if let alias = Grammar.find(name, as: LogAliasID.self) {
                    context.admit(alias.row, at: text.range(percent, end))
                    if alias.setsDefaults {
                        defaults = item.flags
                    } else {
                        item.alias = alias
                        nodes.append(item)
                    }
                } else {
                    isSound = false
                    unknownAlias(name, text, percent, end)
                }
                position = end
            } else if hasFlags {
                isSound = false
                report(.logFormatSyntax, text, percent, position, "the flags are not followed by an alias or an expression", help: nil)
            } else if Self.isDigit(next) || next == 0x20 || next == 0x09 {
                isSound = false
                report(
                    .logFormatSyntax, text, percent, position, "'%' is not followed by an alias or an expression",
                    help: "write %% for the character itself")
            }
            // Any other character: the reference leaves the '%' out.
        }
        flush()
        if !isSound { return result }
        let first = context.configuration.expressions.nodes.count
        for node in nodes { context.configuration.expressions.nodes.append(node) }
        result.format = context.configuration.expressions.formats.append(
            FormatRow(firstNode: UInt32(truncatingIfNeeded: first), nodeCount: UInt32(truncatingIfNeeded: nodes.count)))
        return result
    }

    /// The format of text without anything to be read in it; most are.
    private func plain(_ text: WordText, from start: Int) -> Int? {
        let bytes = text.slice(start, text.count)
        if bytes.first(0x25) != nil || (isLog && bytes.first(0x20) != nil) { return nil }
        let first = context.configuration.expressions.nodes.count
        if bytes.count > 0 {
            let row = node(.text, text: context.configuration.expressions.intern(bytes))
            context.configuration.expressions.nodes.append(row)
        }
        return context.configuration.expressions.formats.append(
            FormatRow(firstNode: UInt32(truncatingIfNeeded: first), nodeCount: bytes.count > 0 ? 1 : 0))
    }

    /// Whether the bracket that a word lacks is in the next one.
    private func continues(_ word: Int) -> Bool {
        guard word + 1 < Int(samples.directive.wordCount) else { return false }
        let next = samples.text(word + 1)
        return next.slice(0, next.count).first(0x5D) != nil
    }

    private func node(_ kind: FormatNodeRow.Kind, text: PoolText = .empty) -> FormatNodeRow {
        FormatNodeRow(kind: kind, flags: [], alias: LogAliasID(rawValue: .max), cast: .none, sample: 0, text: text)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// `(name)` or `(name:type)`.
    private func customName(_ text: WordText, _ position: inout Int, _ node: inout FormatNodeRow) -> Bool {
        let open = position
        let close = text.matching(open)
        position = close
        guard text.byte(close - 1) == 0x29 else {
            report(.logFormatSyntax, text, open, close, "the name is not closed with ')'", help: nil)
            return false
        }
        let inside = text.slice(open + 1, close - 1)
        let colon = inside.first(0x3A)
        let name = inside.slice(0, colon ?? inside.count)
        for index in 0..<name.count {
            let byte = name.base[index]
            if !Self.isLetter(byte), !Self.isDigit(byte), byte != 0x5F, byte != 0x2D {
                report(
                    .logFormatSyntax, text, open + 1 + index, open + 2 + index, "a name consists of letters, digits, '_' and '-'", help: nil
                )
                return false
            }
        }
        node.text = context.configuration.expressions.intern(name)
        if let colon {
            let type = inside.dropping(colon + 1)
            let types: [SampleType] = [.str, .sint, .bool]
            if let found = types.first(where: { "\($0)" == type.string }) {
                node.cast = found
            } else if type.string != "raw" {
                report(
                    .logFormatSyntax, text, open + 2 + colon, close - 1, "'\(context.text(type))' is not a type that a value can be given",
                    help: "there are str, sint, bool and raw")
                return false
            }
        }
        return true
    }

    /// `{+Q,-E}`.
    private func flags(_ text: WordText, _ position: inout Int, _ flags: inout FormatNodeRow.Flags) -> Bool {
        let open = position
        var at = open + 1
        while at < text.count, text.bytes[at] != 0x7D { at += 1 }
        guard at < text.count else {
            report(.logFormatSyntax, text, open, text.count, "the flags are not closed with '}'", help: nil)
            position = text.count
            return false
        }
        var start = open + 1
        while start <= at {
            var end = start
            while end < at, text.bytes[end] != 0x2C { end += 1 }
            let sign = text.byte(start)
            if end > start {
                let name = text.slice(start + 1, end)
                if sign == 0x2B || sign == 0x2D, let flag = Grammar.find(name, as: LogFlagID.self), let bit = flag.bit {
                    if sign == 0x2D {
                        flags.remove(bit)
                    } else if bit != .json, bit != .cbor {
                        flags.insert(bit)
                    } else if flags.isDisjoint(with: [.json, .cbor]) {
                        flags.insert(bit)
                    }
                } else {
                    // The reference passes over what it does not know; so does this, but not silently.
                    context.add(
                        Finding(
                            .unknownLogFlag, at: text.range(start, end),
                            "'\(context.text(text.slice(start, end)))' is not a flag and is ignored",
                            help: ["a flag is + or - and one of \(LogFlagID.choice)"]))
                }
            }
            start = end + 1
        }
        position = at + 1
        return true
    }

    private func unknownAlias(_ name: WordBytes, _ text: WordText, _ start: Int, _ end: Int) {
        if context.findings.counts(.error, file: text.source) { return }
        var finding = Finding(.unknownLogAlias, at: text.range(start, end), "no log-format alias is called '\(context.text(name))'")
        let near = Grammar.suggestions(for: name, in: .logAlias, release: context.options.target).first
        finding.help = near.map { ["did you mean '%\($0)'? Write %% for the character itself"] } ?? ["write %% for the character itself"]
        context.add(finding)
    }

    private func report(_ id: FindingID, _ text: WordText, _ start: Int, _ end: Int, _ message: String, help: String?) {
        context.add(Finding(id, at: text.range(start, max(end, start + 1)), message, help: help.map { [$0] } ?? []))
    }
}

extension LogFlagID {
    /// The flag's bit, by its name in grammar/.
    var bit: FormatNodeRow.Flags? {
        let name = row.name
        if name.count == 1 {
            switch name.base[0] {
            case UInt8(ascii: "Q"): return .quote
            case UInt8(ascii: "X"): return .hex
            case UInt8(ascii: "E"): return .escape
            case UInt8(ascii: "M"): return .mandatory
            default: return nil
            }
        }
        switch name.base[0] {
        case UInt8(ascii: "b"): return .binary
        case UInt8(ascii: "j"): return .json
        case UInt8(ascii: "c"): return .cbor
        default: return nil
        }
    }

    static var choice: String { KeywordTable.logFlag.rows.map { KeywordRow(index: $0).name.string }.joined(separator: ", ") }
}

extension LogAliasID {
    /// `%o`: no value; its flags hold for what follows.
    var setsDefaults: Bool { row.name.count == 1 && row.name.base[0] == UInt8(ascii: "o") }
}
