import GrammarFormat
import Lexer

/// Reads sample expressions: a fetch with its arguments and the converters behind it, typed from left to right (manual 7.1).
struct SampleParser {
    let context: CheckContext
    let directive: DirectiveRow

    /// Where an expression ends.
    enum Ending {
        /// With the word; the words up to this index may go on with converters.
        case words(Int)
        /// At a byte that does not belong to it, such as the bracket of `%[...]`.
        case byte
    }

    struct Result {
        /// Index of the sample, or nil where there is a finding.
        var sample: Int?
        /// The word in which it ends.
        var word: Int
        /// The offset behind it in that word.
        var offset: Int
        /// Whether what is wrong hangs on something that is missing outside of the text (a Lua script).
        var isExternal = false
    }

    private var configuration: Configuration { context.configuration }

    init(_ context: CheckContext, _ directive: DirectiveRow) {
        self.context = context
        self.directive = directive
    }

    func text(_ word: Int) -> WordText {
        WordText(configuration.words[Int(directive.firstWord) &+ word], context.sources[directive.source])
    }

    /// Reads the expression at `start` of word `word`. `allowed`: where its value is used; `user`: what uses it, for messages.
    /// `known`: the fetch, where a word stands for it.
    func parse(
        word: Int, from start: Int, _ ending: Ending, allowed: SamplePlaces, user: DirectiveID?, fetch known: KeywordRow? = nil
    ) -> Result {
        let text = text(word)
        let end = text.nameEnd(from: start)
        if end == start {
            context.add(
                Finding(
                    .missingFetch, at: text.range(start, max(text.count, start + 1)), "a sample expression begins with the name of a fetch")
            )
            return failed(text, word, start, ending)
        }
        let name = text.slice(start, end)
        guard let row = known ?? find(name, in: .fetch) else {
            unknownFetch(text, start, end, ending)
            return failed(text, word, end, ending)
        }
        let fetch = FetchID(rawValue: UInt16(truncatingIfNeeded: row.index))
        if text.byte(end) == 0x5B, case .byte = ending {
            bracketed(text, start, end, row)
            return failed(text, word, end, ending)
        }
        if row.flags & RowFlag.prefix != 0 {
            // Registered by a Lua script, which is known where scripts run: not here.
            registered(text.range(start, end), name.string)
            var result = failed(text, word, end, ending)
            result.isExternal = true
            return result
        }
        var isSound = context.admit(row, at: text.range(start, end))
        var position = end
        let firstArgument = configuration.expressions.arguments.count
        if !arguments(row, text, &position, end) { isSound = false }
        let argumentCount = configuration.expressions.arguments.count - firstArgument
        let places = SamplePlaces(rawValue: UInt32(truncatingIfNeeded: row.samplePlaces))
        if isSound, places.rawValue != 0, allowed != .anywhere, places.isDisjoint(with: allowed) {
            context.add(
                Finding(
                    .fetchNotAvailable, at: text.range(start, end), "'\(name.string)' is not available in '\(user?.description ?? "")'",
                    notes: [row.help.string].filter { !$0.isEmpty }))
            isSound = false
        }
        var chain = ConverterChain(type: row.outputType, first: configuration.expressions.converters.count)
        var result = Result(sample: nil, word: word, offset: position)
        if !converters(&chain, &result, text, ending, after: name) { isSound = false }
        if !isSound { return result }
        let from = text.range(start, end)
        let last = self.text(result.word)
        let whole = from.joined(last.range(0, max(1, result.offset)))
        result.sample = configuration.expressions.samples.append(
            SampleRow(
                fetch: fetch, type: chain.type, argumentCount: UInt8(truncatingIfNeeded: argumentCount),
                converterCount: UInt8(truncatingIfNeeded: chain.rows.count), firstArgument: UInt32(truncatingIfNeeded: firstArgument),
                firstConverter: UInt32(truncatingIfNeeded: configuration.expressions.converters.count),
                places: places.rawValue, source: from.source, start: from.start, end: max(whole.end, from.end)))
        for row in chain.rows { configuration.expressions.converters.append(row) }
        return result
    }

    /// The row of a name; of a prefix such as `lua.` where a free name follows it.
    func find(_ name: WordBytes, in table: KeywordTable) -> KeywordRow? {
        if let row = Grammar.find(name, in: table, release: context.options.target) { return row }
        if let dot = name.first(0x2E), dot + 1 < name.count, let row = Grammar.find(name.slice(0, dot + 1), in: table),
            row.flags & RowFlag.prefix != 0
        {
            return row
        }
        return nil
    }

    // MARK: converters

    struct ConverterChain {
        var type: SampleType
        var first: Int
        var rows: [ConverterRow] = []
    }

    /// Reads converters until the expression ends. False where there is a finding.
    func converters(
        _ chain: inout ConverterChain, _ result: inout Result, _ firstText: WordText, _ ending: Ending, after fetch: WordBytes
    ) -> Bool {
        var text = firstText
        var position = result.offset
        var isSound = true
        var before = fetch
        while true {
            let byte = text.byte(position)
            if position < text.count, byte != 0x2C {
                if case .byte = ending { break }
                context.add(
                    Finding(
                        .missingComma, at: text.range(position, position + 1), "'\(before.string)' is not followed by a comma",
                        help: ["separate converters by commas"]))
                position = text.count
                isSound = false
                break
            }
            while text.byte(position) == 0x2C { position += 1 }
            var isNewWord = false
            if position >= text.count {
                guard case .words(let end) = ending, result.word + 1 < end else { break }
                let next = self.text(result.word + 1)
                let nameEnd = next.nameEnd(from: 0)
                if nameEnd == 0 || find(next.slice(0, nameEnd), in: .converter) == nil { break }
                result.word += 1
                text = next
                position = 0
                isNewWord = true
            }
            let end = text.nameEnd(from: position)
            let name = text.slice(position, end)
            guard let row = find(name, in: .converter) else {
                if isNewWord { break }
                unknownConverter(text, position, end)
                position = recover(text, end, ending)
                isSound = false
                continue
            }
            let range = text.range(position, end)
            if row.flags & RowFlag.prefix != 0 {
                registered(range, name.string)
                result.isExternal = true
                isSound = false
                position = recover(text, end, ending)
                chain.type = .any
                continue
            }
            if !context.admit(row, at: range) { isSound = false }
            if !CastMatrix.allows(chain.type, row.inputType) {
                if isSound {
                    context.add(
                        Finding(
                            .converterNotApplicable, at: range,
                            "'\(name.string)' takes \(row.inputType.title), but '\(before.string)' gives \(chain.type.title)"))
                }
                isSound = false
            }
            let input = chain.type
            if row.outputType != .same {
                chain.type = row.outputType
            } else if !CastMatrix.isFree(chain.type, row.inputType) {
                chain.type = row.inputType
            }
            let firstArgument = configuration.expressions.arguments.count
            var after = end
            if !arguments(row, text, &after, end) { isSound = false }
            chain.rows.append(
                ConverterRow(
                    converter: ConverterID(rawValue: UInt16(truncatingIfNeeded: row.index)), input: input, output: chain.type,
                    argumentCount: UInt8(truncatingIfNeeded: configuration.expressions.arguments.count - firstArgument),
                    firstArgument: UInt32(truncatingIfNeeded: firstArgument)))
            before = name
            position = after
        }
        result.offset = position
        return isSound
    }

    // MARK: findings

    private func unknownFetch(_ text: WordText, _ start: Int, _ end: Int, _ ending: Ending) {
        if context.findings.counts(.error, file: text.source) { return }
        let name = text.slice(start, end)
        let isBracketed: Bool
        if case .byte = ending { isBracketed = text.byte(end) == 0x5B } else { isBracketed = false }
        if isBracketed {
            bracketed(text, start, end, nil)
            return
        }
        var finding = Finding(.unknownFetch, at: text.range(start, end), "no sample fetch is called '\(context.text(name))'")
        let near = Grammar.suggestions(for: name, in: .fetch, release: context.options.target)
        if let best = near.first {
            finding.help = ["did you mean '\(best)'?"]
            finding.fixes = [Finding.Fix("write '\(best)'", span: finding.span, replacement: best, isSafe: false)]
        } else if Grammar.find(name, in: .converter) != nil {
            finding.help = ["'\(name.string)' is a converter: it stands behind a fetch and a comma"]
        }
        context.add(finding)
    }

    /// `name[arguments]` where `name(arguments)` is meant.
    private func bracketed(_ text: WordText, _ start: Int, _ end: Int, _ row: KeywordRow?) {
        let close = text.matching(end)
        let name = text.slice(start, end).string
        let inside = text.slice(end + 1, max(end + 1, close - 1))
        let whole = text.slice(start, close)
        var finding = Finding(
            .unknownFetch, at: text.range(start, end), "no sample fetch is called '\(context.text(whole))'",
            label: "arguments stand in parentheses", help: ["\(name)(\(context.text(inside)))"])
        if let row {
            if row.since == .baton, context.options.target != .baton {
                finding.notes = ["'\(name)' exists in target baton only; HAProxy has no such fetch: \(row.help.string)"]
            } else {
                finding.fixes = [
                    Finding.Fix(
                        "write parentheses", span: text.range(start, close), replacement: "\(name)(\(inside.string))", isSafe: false)
                ]
            }
        } else if let best = Grammar.suggestions(for: text.slice(start, end), in: .fetch, release: context.options.target).first {
            finding.help.append("did you mean '\(best)'?")
        }
        context.add(finding)
    }

    private func unknownConverter(_ text: WordText, _ start: Int, _ end: Int) {
        if context.findings.counts(.error, file: text.source) { return }
        if end == start {
            context.add(
                Finding(.unknownConverter, at: text.range(start, start + 1), "the name of a converter should stand here"))
            return
        }
        let name = text.slice(start, end)
        var finding = Finding(.unknownConverter, at: text.range(start, end), "no converter is called '\(context.text(name))'")
        let near = Grammar.suggestions(for: name, in: .converter, release: context.options.target)
        if let best = near.first {
            finding.help = ["did you mean '\(best)'?"]
            finding.fixes = [Finding.Fix("write '\(best)'", span: finding.span, replacement: best, isSafe: false)]
        } else if Grammar.find(name, in: .fetch) != nil {
            finding.help = ["'\(name.string)' is a fetch: an expression has one, at its beginning"]
        }
        context.add(finding)
    }

    private func registered(_ range: SourceRange, _ name: String) {
        context.add(
            Finding(.luaWord, at: range, "'\(name)' must be registered by a Lua script; scripts are not run by a check"))
    }

    // MARK: recovery

    private func failed(_ text: WordText, _ word: Int, _ position: Int, _ ending: Ending) -> Result {
        if case .words(let end) = ending { return Result(sample: nil, word: max(word, end - 1), offset: text.count) }
        return Result(sample: nil, word: word, offset: recover(text, position, ending, overCommas: true))
    }

    /// Where reading can go on behind a word that is not known: behind its parentheses or brackets, or at the end of the expression.
    private func recover(_ text: WordText, _ position: Int, _ ending: Ending, overCommas: Bool = false) -> Int {
        guard case .byte = ending else { return text.count }
        var at = position
        while at < text.count {
            switch text.bytes[at] {
            case 0x28, 0x5B: at = text.matching(at)
            case 0x5D: return at
            case 0x2C where !overCommas: return at
            default: at += 1
            }
        }
        return at
    }
}
