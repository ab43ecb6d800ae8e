import GrammarFormat
import Lexer

/// Reads all sources into the tree. It never fails: a line that is wrong leaves a finding and a broken row, a section whose first line is
/// wrong is read as what it most likely is, and reading goes on.
struct ConfigurationParser: ~Copyable {
    let context: CheckContext
    let configuration: Configuration
    var matcher = Matcher()
    private let wordStorage: UnsafeMutablePointer<WordBytes>
    /// Index of the section being read, or -1.
    var section = -1
    /// The kind of that section; outside of sections, undefined.
    var kind = SectionID.global
    /// A finding at a section's first line that is completed when its last line is known.
    var openHead: (finding: Finding, section: Int)?
    let isConfiguration: Bool
    /// The scope that the lines stand in (doc/SPOE.txt 2.1). In a configuration it means nothing.
    private var scope: [UInt8]?

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
        matcher.release = context.options.target
        isConfiguration = context.dialect == .configuration
        wordStorage = .allocate(capacity: ParserLimits.wordsPerLine)
        wordStorage.initialize(
            repeating: WordBytes(base: StaticString("").utf8Start, count: 0), count: ParserLimits.wordsPerLine)
    }

    deinit { wordStorage.deallocate() }

    mutating func parse() {
        for source in context.sources.files {
            section = -1
            scope = nil
            context.environment.section = nil
            var reader = Preprocessor(source, build: context.options.build)
            var line = Line()
            while reader.next(into: &line, environment: &context.environment) {
                var lexical = LexicalState.clean
                if reader.hasFindings { lexical = report(reader.takeFindings(), line) }
                if line.hasComment || context.suppressions.isWaiting, line.kind != .skipped, !reader.isMasked {
                    context.suppressions.read(line, source)
                }
                if line.kind == .words {
                    if isConfiguration || context.dialect == .spoe(engine: scope) { parse(line, source, lexical) }
                } else if line.kind == .scope, line.count > 0 {
                    scope = Array(source.text[line[0]])
                }
            }
            context.suppressions.endSource()
            if reader.hasFindings { _ = report(reader.takeFindings(), line) }
            closeSection()
        }
    }

    // MARK: lexical findings

    enum LexicalState {
        case clean
        /// Only empty arguments: the words are all there.
        case emptyArgument
        /// Words may be missing or wrong.
        case broken
    }

    private mutating func report(_ found: [LexFinding], _ line: borrowing Line) -> LexicalState {
        var state = LexicalState.clean
        for finding in found {
            context.add(LexicalFindings.finding(finding, context.sources, context.options.target))
            if finding.severity != .error || finding.kind == .missingFinalNewline { continue }
            if finding.kind == .emptyArgument {
                if state == .clean { state = .emptyArgument }
            } else {
                state = .broken
            }
        }
        return state
    }

    // MARK: lines

    private mutating func parse(_ line: borrowing Line, _ source: Source, _ lexical: LexicalState) {
        let count = min(line.count, ParserLimits.wordsPerLine)
        let text = source.text
        var index = 0
        while index < count {
            let bytes = text[line[index]]
            if let base = bytes.baseAddress { wordStorage[index] = WordBytes(base: base, count: bytes.count) }
            index &+= 1
        }
        var words = Words(start: wordStorage, count: count)
        if lexical == .emptyArgument, OlderReleases.endLinesAtEmptyWords(context.options.target),
            let end = (0..<count).first(where: { wordStorage[$0].count == 0 })
        {
            words = Words(start: wordStorage, count: end)
        }
        if count == 0 || words[0].count == 0 { return }

        if isConfiguration {
            if let head = Grammar.find(words[0], as: SectionKeywordID.self) {
                open(head, line, words, lexical)
                return
            }
        } else if let head = Grammar.find(words[0], as: SpoeSectionID.self) {
            open(head, line, words, lexical)
            return
        }
        if section < 0 {
            outside(line, words, lexical)
            return
        }
        let lookup = Grammar.directive(words, in: kind, release: context.options.target)
        if lookup.outcome != .found {
            unknown(lookup, line, words, lexical)
            return
        }
        let row = lookup.row
        var flags: UInt8 = 0
        let first = lookup.first
        let end = lookup.end
        if !context.admit(row, at: Self.range(line, first, end)) { flags = DirectiveRow.broken }
        if lookup.form != .plain { checkForm(lookup, line, words) }
        var captures = UnsafeBufferPointer<Capture>(start: nil, count: 0)
        if lexical == .broken || lexical == .emptyArgument && !OlderReleases.endLinesAtEmptyWords(context.options.target) {
            flags |= DirectiveRow.broken
        }
        if lexical != .broken, flags == 0 || lexical == .emptyArgument {
            // `no` and `default` take what the plain form takes, or nothing.
            if !matcher.match(row, words, from: end), !(lookup.form != .plain && end == count),
                reportSignature(line, words, end, lexical)
            {
                flags |= DirectiveRow.broken
            }
            captures = matcher.captures
            if flags == 0, !admitWords(line, captures, noting: row.runs) { flags = DirectiveRow.broken }
            if flags == 0, context.options.target < .v3_4, !admitNewer(line, row, captures) { flags = DirectiveRow.broken }
        }
        append(line, lookup.id, form: lookup.form, nameEnd: end, captures, flags)
        // Only `global` has such lines.
        if kind == .global, flags == 0 { LineEffects.apply(lookup.id, words, end, context) }
    }

    mutating func append(
        _ line: borrowing Line, _ id: DirectiveID, form: DirectiveForm, nameEnd: Int, _ captures: UnsafeBufferPointer<Capture>,
        _ flags: UInt8
    ) {
        let firstWord = configuration.words.append(line.words)
        let firstCapture = configuration.captures.append(captures)
        configuration.directives.append(
            DirectiveRow(
                section: UInt32(truncatingIfNeeded: section), source: line.source, firstWord: UInt32(truncatingIfNeeded: firstWord),
                firstCapture: UInt32(truncatingIfNeeded: firstCapture), line: line.number,
                captureCount: UInt32(truncatingIfNeeded: captures.count), column: column(of: line), id: id,
                wordCount: UInt8(truncatingIfNeeded: line.count), nameEnd: UInt8(truncatingIfNeeded: nameEnd), form: form, flags: flags))
    }

    /// Of the first word, where nothing but its indentation stands before it on the line; else 0.
    private func column(of line: borrowing Line) -> UInt16 {
        let indentation = Int(line[0].rawStart &- line.start)
        if indentation > ParserLimits.indentation { return 0 }
        let bytes = context.sources[line.source].text.bytes
        for index in 0..<indentation where bytes[Int(line.start) &+ index] == 0x0A { return 0 }
        return UInt16(truncatingIfNeeded: indentation &+ 1)
    }

    /// Options, actions, algorithms and the like inside a directive: whether the target has them, and, in one that runs, whether they do.
    private func admitWords(_ line: borrowing Line, _ captures: UnsafeBufferPointer<Capture>, noting: Bool) -> Bool {
        var isSound = true
        for capture in captures {
            if capture.slot == .ignored { passedOver(line, capture) }
            if capture.type != .keyword { continue }
            let row: KeywordRow
            switch capture.slot {
            case .option, .action, .algorithm, .filter, .service: row = capture.row
            default: continue
            }
            let word = Int(capture.word)
            if !context.admit(row, at: Self.range(line, word, word + 1), noting: noting) { isSound = false }
        }
        return isSound
    }

    /// Words of signatures that came later than the directive, or the action, option or the like, that they belong to.
    private func admitNewer(_ line: borrowing Line, _ row: KeywordRow, _ captures: UnsafeBufferPointer<Capture>) -> Bool {
        var isSound = true
        var owner = row
        var end = captures.count
        for (index, capture) in captures.enumerated() where capture.type == .keyword && capture.isValid {
            if index >= end { (owner, end) = (row, captures.count) }
            switch capture.slot {
            case .option, .action, .algorithm, .filter, .service: (owner, end) = (capture.row, capture.argumentsEnd)
            default:
                if owner.newer == 0 { continue }
                let since = owner.since(capture.literal)
                if since <= context.options.target { continue }
                let word = Int(capture.word)
                context.add(
                    Finding(
                        .keywordTooNew, at: Self.range(line, word, word + 1),
                        "'\(capture.literal)' exists here since HAProxy \(since.text); the target is \(context.options.target.text)"))
                isSound = false
            }
        }
        return isSound
    }

    /// Words that the reference takes and does not look at.
    private func passedOver(_ line: borrowing Line, _ capture: Capture) {
        let range = Self.range(line, Int(capture.word), capture.wordsEnd)
        context.add(
            Finding(
                .ignoredHere, at: range, "'\(context.sources.text(range))' is ignored: nothing is looked at behind the words before it",
                help: ["remove it"]))
    }

    /// The range from word `first` to the one before `end`.
    private static func range(_ line: borrowing Line, _ first: Int, _ end: Int) -> SourceRange {
        let last = line[max(first, min(end, line.count) - 1)]
        return SourceRange(source: line.source, start: line[first].rawStart, end: last.rawEnd)
    }

    private func checkForm(_ lookup: DirectiveLookup, _ line: borrowing Line, _ words: Words) {
        let row = lookup.row
        let isAllowed = lookup.form == .no ? row.hasNoForm : row.hasDefaultForm
        if isAllowed { return }
        let range = Self.range(line, 0, 1)
        context.add(
            Finding(
                .noForm, at: range, "'\(row.name.string)' has no '\(words[0].string)' form", help: ["remove '\(words[0].string)'"]))
    }

    // MARK: findings of the signature engine

    /// Returns whether one of them is an error.
    @discardableResult
    mutating func reportSignature(_ line: borrowing Line, _ words: Words, _ nameEnd: Int, _ lexical: LexicalState) -> Bool {
        if context.findings.counts(.error, file: line.source) {
            for _ in 1..<max(1, matcher.findings.count) { _ = context.findings.counts(.error, file: line.source) }
            return true
        }
        // The first was not counted: the file has room for it.
        let name = (0..<nameEnd).map { context.text(words[$0]) }.joined(separator: " ")
        let target = context.options.target
        var isRefused = false
        for found in matcher.findings {
            // An empty word was reported as one.
            if lexical == .emptyArgument, !OlderReleases.endLinesAtEmptyWords(target), found.kind != .unexpectedArgument,
                found.word < words.count,
                words[found.word].count == 0
            {
                isRefused = true
                continue
            }
            var finding = SignatureFindings.finding(found, line, words, name, context)
            if let port = OlderReleases.portRead(found, words, target) {
                finding = Finding(
                    finding.id, severity: .warning, at: finding.span, finding.message, help: finding.help,
                    notes: ["HAProxy \(target.text) reads \(port), and later releases refuse it"])
            } else {
                isRefused = true
            }
            context.add(finding)
        }
        return isRefused
    }
}
