import GrammarFormat
import Lexer

/// Reads ACL criteria: a fetch or one of the words derived from fetches, converters, flags, patterns (manual 7.1).
struct ACLParser {
    let context: CheckContext
    let directive: DirectiveRow
    private let samples: SampleParser

    init(_ context: CheckContext, _ directive: DirectiveRow) {
        self.context = context
        self.directive = directive
        samples = SampleParser(context, directive)
    }

    struct Result {
        /// Index of the expression, or nil where there is a finding.
        var expression: Int?
        /// What is wrong hangs on a file or script that is not there.
        var isExternal = false
    }

    private var configuration: Configuration { context.configuration }

    /// Reads words `first..<end`. `range`: what to point at where there are none.
    func parse(_ first: Int, _ end: Int, at range: SourceRange) -> Result {
        guard first < end else {
            context.add(Finding(.missingFetch, at: range, "a criterion should stand here"))
            return Result(expression: nil)
        }
        let subject = samples.text(first)
        let derived = Grammar.find(subject.slice(0, subject.nameEnd(from: 0)), as: ACLWordID.self)
        // Converters may go on in the next words, except behind the words that bring a match method.
        var next = first + 1
        while derived == nil, next < end {
            let word = samples.text(next)
            let name = word.slice(0, word.nameEnd(from: 0))
            if name.count == 0 || Grammar.find(name, in: .converter) == nil { break }
            next += 1
        }
        let parsed = samples.parse(
            word: first, from: 0, .words(next), allowed: .anywhere, user: nil, fetch: derived?.row.target)
        var isSound = parsed.sample != nil
        var isExternal = parsed.isExternal
        var state = State(next: next)
        if let derived { context.admit(derived.row, at: subject.range(0, subject.nameEnd(from: 0))) }
        let type = parsed.sample.map { configuration.expressions.samples[$0].type } ?? .any
        let hasConverters = parsed.sample.map { configuration.expressions.samples[$0].converterCount > 0 } ?? false
        if let number = derived?.row.matchMethod, !hasConverters { state.method = MatchMethod(rawValue: UInt8(truncatingIfNeeded: number)) }
        if type == .meth { state.method = .meth }
        if state.method == nil { state.method = Self.method(of: type) }
        if isSound, type != .bool, state.next == end, state.method != nil {
            context.add(
                Finding(
                    .noPatterns, at: subject.word.range(in: directive.source), "no patterns to compare with: this never matches",
                    help: ["'-m found' asks whether there is a value at all; '--' says that this is meant"]))
        }
        if !flags(&state, end, type, subject, isSound, &isExternal) { isSound = false }
        if isSound, state.method == nil {
            context.add(
                Finding(
                    .missingMatchMethod, at: subject.word.range(in: directive.source),
                    "'\(context.text(subject.slice(0, subject.nameEnd(from: 0))))' gives \(type.title): how to compare it must be said",
                    help: ["add '-m <method>': \(Self.methods())"]))
            isSound = false
        }
        let patterns = PatternReader(context, directive)
        let firstPattern = configuration.expressions.patterns.count
        if let method = state.method, isSound {
            if !patterns.read(state.next, end, method, isVersion: derived != nil && method == .int, state.flags) { isSound = false }
        }
        guard isSound, !isExternal, let sample = parsed.sample, let method = state.method else {
            return Result(expression: nil, isExternal: isExternal && !context.isStrict)
        }
        let patternCount = configuration.expressions.patterns.count - firstPattern
        let firstFile = configuration.expressions.patterns.count
        for file in state.files { configuration.expressions.patterns.append(file) }
        let index = configuration.expressions.aclExpressions.append(
            ACLExpressionRow(
                sample: UInt32(truncatingIfNeeded: sample), method: method, flags: state.flags,
                firstPattern: UInt32(truncatingIfNeeded: firstPattern), patternCount: UInt32(truncatingIfNeeded: patternCount),
                firstFile: UInt32(truncatingIfNeeded: firstFile), fileCount: UInt32(truncatingIfNeeded: state.files.count), next: -1,
                id: state.id))
        return Result(expression: index)
    }

    /// How a sample of this type is compared where nothing is said.
    private static func method(of type: SampleType) -> MatchMethod? {
        switch type {
        case .bool: .bool
        case .sint: .int
        case .addr, .ipv4, .ipv6: .ip
        case .str: .str
        case .meth: .meth
        case .any, .same, .none, .bin: nil
        }
    }

    static func methods() -> String {
        KeywordTable.matchMethod.rows.map { KeywordRow(index: $0).name.string }.joined(separator: ", ")
    }

    // MARK: flags

    private struct State {
        var next: Int
        var method: MatchMethod?
        var isForced = false
        var flags: ACLExpressionRow.Flags = []
        var files: [PatternRow] = []
        var id: Int32 = -1
    }

    private func flags(
        _ state: inout State, _ end: Int, _ type: SampleType, _ subject: WordText, _ isTyped: Bool, _ isExternal: inout Bool
    ) -> Bool {
        var isSound = true
        while state.next < end {
            let word = samples.text(state.next)
            guard word.byte(0) == UInt8(ascii: "-") else { break }
            let range = word.word.range(in: directive.source)
            state.next += 1
            guard word.count == 2 else {
                unknownFlag(word, range)
                isSound = false
                continue
            }
            switch word.byte(1) {
            case UInt8(ascii: "-"): return isSound
            case UInt8(ascii: "i"): state.flags.insert(.ignoreCase)
            case UInt8(ascii: "n"): state.flags.insert(.noDNS)
            case UInt8(ascii: "M"): state.flags.insert(.asMap)
            case UInt8(ascii: "u"):
                guard let text = argument(&state, end, range, "a number") else { return false }
                if let id = PatternNumbers.integer(text.slice(0, text.count)), id >= 0, id <= Int64(Int32.max) {
                    state.id = Int32(id)
                    state.flags.insert(.hasID)
                } else {
                    context.add(
                        Finding(.badPattern, at: text.word.range(in: directive.source), "'-u' is followed by a number", help: []))
                    isSound = false
                }
            case UInt8(ascii: "f"):
                guard let text = argument(&state, end, range, "a file's path") else { return false }
                let at = text.word.range(in: directive.source)
                if FileReferences.look(text.slice(0, text.count).string, .patterns, at: at, context) != nil { isExternal = true }
                state.files.append(
                    PatternRow(
                        text: configuration.expressions.intern(text.slice(0, text.count)), minimum: 0, maximum: 0, source: at.source,
                        start: at.start, end: at.end))
            case UInt8(ascii: "m"):
                guard let text = argument(&state, end, range, "a match method") else { return false }
                if !method(text, &state, type, subject, isTyped) { isSound = false }
            default:
                unknownFlag(word, range)
                isSound = false
            }
        }
        return isSound
    }

    private func argument(_ state: inout State, _ end: Int, _ flag: SourceRange, _ what: String) -> WordText? {
        if state.next < end {
            state.next += 1
            return samples.text(state.next - 1)
        }
        context.add(Finding(.unknownACLFlag, at: flag, "'\(context.sources.text(flag))' is followed by \(what)"))
        return nil
    }

    private func unknownFlag(_ word: WordText, _ range: SourceRange) {
        context.add(
            Finding(
                .unknownACLFlag, at: range, "'\(context.sources.text(range))' is not an ACL flag",
                help: ["there are -i, -m, -f, -M, -n and -u; write '--' before patterns that begin with '-'"]))
    }

    private func method(_ text: WordText, _ state: inout State, _ type: SampleType, _ subject: WordText, _ isTyped: Bool) -> Bool {
        let range = text.word.range(in: directive.source)
        let name = text.slice(0, text.count)
        if state.isForced {
            context.add(
                Finding(.unknownMatchMethod, at: range, "a second match method", help: ["keep one '-m' (before 1.5 several were allowed)"]))
            return false
        }
        guard Grammar.find(name, as: MatchMethodID.self) != nil, let method = MatchMethod(name: name) else {
            let near = Grammar.suggestions(for: name, in: .matchMethod).first
            context.add(
                Finding(
                    .unknownMatchMethod, at: range, "no match method is called '\(context.text(name))'",
                    help: [near.map { "did you mean '\($0)'?" } ?? "there are \(Self.methods())"]))
            return false
        }
        if !state.files.isEmpty {
            context.add(Finding(.unknownMatchMethod, at: range, "'-m' stands before '-f' and patterns"))
            return false
        }
        if isTyped, method != .found, !CastMatrix.allows(type, method.sampleType) {
            context.add(
                Finding(
                    .matchMethodNotApplicable, at: range,
                    "'\(name.string)' compares \(method.sampleType.title), but '\(context.text(subject.slice(0, subject.nameEnd(from: 0))))' gives \(type.title)"
                ))
            return false
        }
        state.method = method
        state.isForced = true
        return true
    }
}
