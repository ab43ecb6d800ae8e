import GrammarFormat
import Lexer

/// ACLs that every section has without defining them (manual 7.4). grammar/ says what criterion each stands for.
enum PredefinedACLs {
    /// The index of a new ACL row for the predefined one of this name, or nil where there is none.
    static func make(_ name: WordBytes, at range: SourceRange, _ context: CheckContext, section: UInt32) -> Int? {
        guard let row = Grammar.find(name, in: .predefinedAcl) else { return nil }
        let words = words(of: row.replacement)
        guard let subject = words.first else { return nil }
        let nameEnd = subject.first(0x28) ?? subject.count
        let derived = Grammar.find(subject.slice(0, nameEnd), as: ACLWordID.self)
        guard let fetch = derived?.row.target ?? Grammar.find(subject.slice(0, nameEnd), in: .fetch) else { return nil }
        let configuration = context.configuration
        let sample = sample(fetch, subject, nameEnd, range, configuration)
        let method: MatchMethod
        switch fetch.outputType {
        case .meth: method = .meth
        case .bool: method = .bool
        case .sint: method = .int
        case .addr, .ipv4, .ipv6: method = .ip
        default: method = derived?.row.matchMethod.flatMap { MatchMethod(rawValue: UInt8(truncatingIfNeeded: $0)) } ?? .str
        }
        let firstPattern = configuration.expressions.patterns.count
        var isAbove = false
        for word in words.dropFirst() {
            // The only operator that they use: more than.
            if method == .int, PatternNumbers.integer(word) == nil {
                isAbove = true
                continue
            }
            var pattern = PatternRow(
                text: configuration.expressions.intern(word), minimum: .min, maximum: .max, source: range.source, start: range.start,
                end: range.end)
            if method == .int, let number = PatternNumbers.integer(word) {
                pattern.minimum = isAbove ? number &+ 1 : number
                if !isAbove { pattern.maximum = number }
            }
            configuration.expressions.patterns.append(pattern)
        }
        let count = configuration.expressions.patterns.count - firstPattern
        let expression = configuration.expressions.aclExpressions.append(
            ACLExpressionRow(
                sample: UInt32(truncatingIfNeeded: sample), method: method, flags: [],
                firstPattern: UInt32(truncatingIfNeeded: firstPattern), patternCount: UInt32(truncatingIfNeeded: count),
                firstFile: UInt32(truncatingIfNeeded: firstPattern + count), fileCount: 0, next: -1, id: -1))
        return configuration.expressions.acls.append(
            ACLRow(
                name: configuration.expressions.intern(name), first: Int32(truncatingIfNeeded: expression),
                last: Int32(truncatingIfNeeded: expression), section: section, isBroken: false, source: range.source, start: range.start,
                end: range.end))
    }

    private static func sample(
        _ fetch: KeywordRow, _ subject: WordBytes, _ nameEnd: Int, _ range: SourceRange, _ configuration: Configuration
    ) -> Int {
        let firstArgument = configuration.expressions.arguments.count
        var parameters = ParameterList(fetch)
        if nameEnd + 2 < subject.count, let parameter = parameters.next() {
            configuration.expressions.arguments.append(
                ArgumentRow(
                    kind: .text, slot: parameter.slot, type: parameter.type, integer: 0,
                    text: configuration.expressions.intern(subject.slice(nameEnd + 1, subject.count - nameEnd - 2)),
                    source: range.source, start: range.start, end: range.end))
        }
        while let parameter = parameters.next() {
            configuration.expressions.arguments.append(
                ArgumentRow(
                    kind: .absent, slot: parameter.slot, type: parameter.type, integer: 0, text: .empty, source: range.source, start: 0,
                    end: 0))
        }
        return configuration.expressions.samples.append(
            SampleRow(
                fetch: FetchID(rawValue: UInt16(truncatingIfNeeded: fetch.index)), type: fetch.outputType,
                argumentCount: UInt8(truncatingIfNeeded: configuration.expressions.arguments.count - firstArgument), converterCount: 0,
                firstArgument: UInt32(truncatingIfNeeded: firstArgument),
                firstConverter: UInt32(truncatingIfNeeded: configuration.expressions.converters.count),
                places: UInt32(truncatingIfNeeded: fetch.samplePlaces), source: range.source, start: range.start, end: range.end))
    }

    private static func words(of text: WordBytes) -> [WordBytes] {
        var words: [WordBytes] = []
        var start = 0
        for index in 0...text.count where index == text.count || text.base[index] == 0x20 {
            if index > start { words.append(text.slice(start, index - start)) }
            start = index + 1
        }
        return words
    }
}
