import GrammarFormat
import Lexer

/// One parameter of a fetch or converter, as grammar/ declares it in `glued`.
struct ParameterDeclaration {
    enum Need { case required, optional, repeated }
    var slot: SlotID
    var type: TypeID
    var need: Need
}

/// The parameters of a fetch or converter, in order.
struct ParameterList: Sequence, IteratorProtocol {
    private var pc: UnsafePointer<UInt8>

    init(_ row: KeywordRow) { pc = row.glued == 0 ? Self.nothing : ProgramPool.table.utf8Start + row.glued }

    private static var nothing: UnsafePointer<UInt8> { StaticString(".").utf8Start }

    mutating func next() -> ParameterDeclaration? {
        guard pc[0] == Opcode.glued else { return nil }
        defer { pc += 6 }
        return ParameterDeclaration(
            slot: SlotID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 1))),
            type: TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 3))),
            need: pc[5] == Alphabet.zero ? .required : pc[5] == Alphabet.zero + 1 ? .optional : .repeated)
    }
}

extension SampleParser {
    /// Reads the arguments in parentheses at `position`, if there are any, and leaves `position` behind them. False where there is a
    /// finding. `nameEnd`: the end of the name, for findings.
    func arguments(_ row: KeywordRow, _ text: WordText, _ position: inout Int, _ nameEnd: Int) -> Bool {
        var parameters = ParameterList(row)
        var next = parameters.next()
        if row.glued == 0, row.isGeneric {
            // Not described in grammar/: taken unread.
            if text.byte(position) == 0x28 { position = text.matching(position) }
            return true
        }
        let open = position
        var scanner = ArgumentScanner(text.bytes, at: position, maximum: Self.maximum(row))
        var isSound = true
        if text.byte(open) == 0x28, next == nil {
            // `name()` is as good as `name`.
            let close = text.matching(open)
            position = close
            if close - open > 2 {
                context.add(
                    Finding(
                        .badSampleArgument, at: text.range(open, close), "'\(row.name.string)' takes no arguments", help: ["remove them"]))
                return false
            }
            return true
        }
        while let argument = scanner.next() {
            guard let declaration = next else { break }
            if declaration.need != .repeated { next = parameters.next() }
            if !value(argument, declaration, row, text) { isSound = false }
        }
        position = scanner.position
        if let problem = scanner.problem {
            explain(problem, row, text, open, scanner.position)
            position = problem == .unexpected ? max(scanner.position, text.matching(open)) : text.count
            return false
        }
        // Parameters that were not given.
        while let declaration = next {
            if declaration.need == .required, !Self.mayBeEmpty(declaration.type) {
                let at = scanner.hasParentheses ? text.range(position - 1, position) : text.range(nameEnd - 1, nameEnd)
                let end = SourceRange(source: at.source, start: at.end, end: at.end)
                context.add(
                    Finding(
                        .badSampleArgument, at: scanner.hasParentheses ? at : end,
                        "'\(row.name.string)' needs \(declaration.type.help.string) as its \(declaration.slot)",
                        help: ["write \(Self.usage(row))"]))
                return false
            }
            if declaration.need == .repeated { break }
            add(
                ArgumentRow(
                    kind: .absent, slot: declaration.slot, type: declaration.type, integer: 0, text: .empty, source: text.source, start: 0,
                    end: 0))
            next = parameters.next()
        }
        return isSound
    }

    private func add(_ row: ArgumentRow) { context.configuration.expressions.arguments.append(row) }

    /// A text that is left out is an empty one, and a name that is left out means the proxy's own, as in the reference.
    private static func mayBeEmpty(_ type: TypeID) -> Bool {
        type.kind == .text || type.refers == .backend || type.refers == .frontend || type.refers == .table
    }

    private static func maximum(_ row: KeywordRow) -> Int {
        var count = 0
        for declaration in ParameterList(row) { count = declaration.need == .repeated ? ExpressionLimits.arguments : count + 1 }
        return count
    }

    /// `field(<index>,<delimiters>[,<count>])`, for messages.
    static func usage(_ row: KeywordRow) -> String {
        var text = row.name.string + "("
        var optional = 0
        for (index, declaration) in ParameterList(row).enumerated() {
            if declaration.need != .required {
                text += "["
                optional += 1
            }
            if index > 0 { text += "," }
            text += "<\(declaration.slot)>"
            if declaration.need == .repeated { text += "..." }
        }
        return text + String(repeating: "]", count: optional) + ")"
    }

    /// Reads one argument. False where there is a finding.
    private func value(_ argument: Argument, _ declaration: ParameterDeclaration, _ row: KeywordRow, _ text: WordText) -> Bool {
        let kind = declaration.type.kind
        let range = text.range(argument.start, argument.end)
        var entry = ArgumentRow(
            kind: .text, slot: declaration.slot, type: declaration.type, integer: 0, text: .empty, source: range.source,
            start: range.start, end: range.end)
        var isSound = true
        if argument.start == argument.end, kind != .text {
            // Nothing stands between the commas: as if it were left out.
            entry.kind = .absent
            if declaration.need == .required, declaration.type.refers == .none, kind != .token {
                context.add(
                    Finding(
                        .badSampleArgument, at: text.range(argument.start - 1, argument.end + 1),
                        "'\(row.name.string)' needs \(declaration.type.help.string) as its \(declaration.slot)",
                        help: ["write \(Self.usage(row))"]))
                isSound = false
            }
            add(entry)
            return isSound
        }
        func read(_ bytes: WordBytes) {
            var capture = Capture(
                slot: declaration.slot, type: declaration.type, word: 0, start: 0, count: UInt32(truncatingIfNeeded: bytes.count),
                isValid: true, value: 0, aux: 0)
            let problem = ValueReader.read(kind, declaration.type, bytes, &capture)
            entry.text = context.configuration.expressions.intern(bytes)
            switch kind {
            case .integer, .duration, .size, .percent, .boolean, .mode:
                entry.kind = .integer
                entry.integer = Int64(truncatingIfNeeded: capture.integer)
            case .network, .address:
                entry.kind = bytes.first(0x3A) != nil ? .ipv6 : .ipv4
                entry.integer = Int64(truncatingIfNeeded: capture.aux)
            default: if declaration.type.refers != .none { entry.kind = .reference }
            }
            if problem.kind != .none {
                isSound = false
                let said = problem.kind.message(context.text(bytes), declaration.slot, declaration.type)
                context.add(
                    Finding(
                        .badSampleArgument, at: range, "\(said) (argument '\(declaration.slot)' of '\(row.name.string)')",
                        help: ["expected \(declaration.type.help.string)"]))
            }
        }
        if argument.isPlain {
            read(text.slice(argument.start, argument.end))
        } else {
            let decoded = argument.decoded(in: text.bytes)
            decoded.withUnsafeBufferPointer { buffer in
                read(WordBytes(base: buffer.baseAddress ?? StaticString("").utf8Start, count: buffer.count))
            }
        }
        add(entry)
        return isSound
    }

    private func explain(_ problem: ArgumentScanner.Problem, _ row: KeywordRow, _ text: WordText, _ open: Int, _ position: Int) {
        switch problem {
        case .unclosed(let quote):
            let at = text.range(quote ?? open, (quote ?? open) + 1)
            context.add(
                Finding(
                    .badSampleArgument, at: at,
                    quote == nil ? "the parenthesis is not closed" : "the quote is not closed",
                    help: ["close it: \(Self.usage(row))"]))
        case .unexpected:
            let close = max(position + 1, text.matching(open) - 1)
            context.add(
                Finding(
                    .badSampleArgument, at: text.range(position, close), "'\(row.name.string)' takes no more arguments",
                    help: ["write \(Self.usage(row))"]))
        case .trailingBackslash:
            context.add(Finding(.badSampleArgument, at: text.range(position, text.count), "a backslash ends the word"))
        case .tooLong:
            context.add(Finding(.badSampleArgument, at: text.range(open, text.count), "the argument is too long"))
        }
    }
}
