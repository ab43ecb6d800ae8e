import GrammarFormat
import Lexer

extension ConfigurationParser {
    /// A line that begins a section.
    mutating func open(_ head: SectionKeywordID, _ line: borrowing Line, _ words: Words, _ lexical: LexicalState) {
        closeSection()
        var flags: UInt8 = 0
        var name = 0
        let isAdmitted = context.admit(head.row, at: line[0].range(in: line.source))
        if !isAdmitted { flags = SectionRow.broken }
        if lexical == .broken {
            flags |= SectionRow.broken
            if words.count > 1 { name = 1 }
        } else if !matcher.match(head.row, words, from: 1) {
            if !ignoredWords(head, line, words) {
                flags |= SectionRow.broken
                if !reportAddresses(head, line, words), isAdmitted { reportSignature(line, words, 1, lexical) }
            }
        }
        if lexical != .broken {
            for capture in matcher.captures where capture.slot == .name {
                name = Int(capture.word)
                break
            }
        }
        guard let kind = head.section else { return }
        begin(kind, line, words, name: name, flags, lexical == .broken ? nil : matcher.captures)
    }

    /// A line that begins a section of an SPOE file.
    mutating func open(_ head: SpoeSectionID, _ line: borrowing Line, _ words: Words, _ lexical: LexicalState) {
        closeSection()
        guard let kind = SectionID.allCases.first(where: { $0.name.equals(head.row.name) }) else { return }
        let isSound = lexical != .broken && matcher.match(head.row, words, from: 1)
        if !isSound, lexical != .broken { reportSignature(line, words, 1, lexical) }
        begin(
            kind, line, words, name: words.count > 1 ? 1 : 0, isSound ? 0 : SectionRow.broken, lexical == .broken ? nil : matcher.captures)
    }

    /// The reference passes over words behind the names of some sections. True where these are what is wrong with the line. (A `backend`
    /// line with such a word it drops without a word, and then refuses the section's lines.)
    private mutating func ignoredWords(_ head: SectionKeywordID, _ line: borrowing Line, _ words: Words) -> Bool {
        switch head {
        case .defaults, .resolvers, .mailers, .ring, .httpErrors: break
        default: return false
        }
        guard words.count > 2, let found = matcher.findings.first, found.kind == .unexpectedArgument, found.word == 2 else { return false }
        let range = SourceRange(source: line.source, start: line[2].rawStart, end: line[words.count - 1].rawEnd)
        context.add(
            Finding(
                .ignoredHere, at: range, "'\(context.sources.text(range))' is ignored: it stands in the '\(head)' line",
                help: ["put it on a line of its own"]))
        return true
    }

    /// Before HAProxy 1.7 a `listen` or `frontend` line could carry addresses. True where these are what is wrong with the line.
    private mutating func reportAddresses(_ head: SectionKeywordID, _ line: borrowing Line, _ words: Words) -> Bool {
        guard head == .listen || head == .frontend, words.count > 2 else { return false }
        guard let found = matcher.findings.first, found.kind == .unexpectedArgument, found.word == 2 else { return false }
        let range = SourceRange(source: line.source, start: line[2].rawStart, end: line[words.count - 1].rawEnd)
        let bind = String(describing: DirectiveID.bind)
        let written = (2..<words.count).map { context.text(words[$0]) }.joined(separator: " ")
        let finding = Finding(
            .listenAddress, at: range, "addresses do not stand in the '\(head)' line",
            help: ["write '\(bind) \(written)' on a line of its own in this section"])
        openHead = (finding, configuration.sections.count)
        return true
    }

    mutating func begin(
        _ kind: SectionID, _ line: borrowing Line, _ words: Words, name: Int, _ flags: UInt8, _ captures: UnsafeBufferPointer<Capture>?
    ) {
        let firstWord = configuration.words.append(line.words)
        var firstCapture = configuration.captures.count
        if let captures { firstCapture = configuration.captures.append(captures) }
        section = configuration.sections.append(
            SectionRow(
                source: line.source, firstWord: UInt32(truncatingIfNeeded: firstWord),
                firstCapture: UInt32(truncatingIfNeeded: firstCapture),
                firstDirective: UInt32(truncatingIfNeeded: configuration.directives.count), directiveCount: 0, defaults: -1,
                nameWord: UInt8(truncatingIfNeeded: name), wordCount: UInt8(truncatingIfNeeded: line.count),
                captureCount: UInt8(truncatingIfNeeded: captures?.count ?? 0), kind: kind, flags: flags))
        self.kind = kind
        let title = name > 0 ? words[name] : words[0]
        context.environment.section = Array(UnsafeBufferPointer(start: title.base, count: title.count))
    }

    mutating func closeSection() {
        if section >= 0 {
            let first = Int(configuration.sections[section].firstDirective)
            configuration.sections[section].directiveCount = UInt32(truncatingIfNeeded: configuration.directives.count - first)
        }
        if var head = openHead {
            let row = configuration.sections[head.section]
            if row.directiveCount > 0 {
                let first = configuration.directives[Int(row.firstDirective)]
                let last = configuration.directives[Int(row.firstDirective) + Int(row.directiveCount) - 1]
                let range = configuration.range(of: first).joined(configuration.range(of: last))
                head.finding.places.append(Finding.Place(range, "HAProxy refuses the lines of this section as well"))
            }
            context.add(head.finding)
            openHead = nil
        }
        section = -1
    }

    /// A line before the first section of its file.
    mutating func outside(_ line: borrowing Line, _ words: Words, _ lexical: LexicalState) {
        if misspeltHead(line, words, lexical) { return }
        if lexical != .clean || context.findings.counts(.error, file: line.source) { return }
        let range = line[0].range(in: line.source)
        var help = "begin a section before it"
        if let place = Self.homes(of: words[0]).first { help = "it belongs to section '\(place)'" }
        context.add(
            Finding(.directiveOutsideSection, at: range, "'\(context.text(words[0]))' stands outside of any section", help: [help]))
    }

    /// Suggestions are not looked for where they would not be shown.
    private func isFull(_ source: UInt32) -> Bool { context.findings.isFull(.error, file: source) }

    /// Whether the line is the first one of a section with a mistyped name; then the section that it most likely means is begun.
    mutating func misspeltHead(_ line: borrowing Line, _ words: Words, _ lexical: LexicalState) -> Bool {
        // Section lines are not indented by custom, and nothing else is a mistyped one.
        guard isConfiguration, line[0].rawStart == line.start, !isFull(line.source) else { return false }
        guard let near = Grammar.suggestions(for: words[0], in: .section, limit: 1).first else { return false }
        let bytes = Array(near.utf8)
        let found = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { Grammar.find(WordBytes(base: $0, count: buffer.count), as: SectionKeywordID.self) }
        }
        guard let head = found, let kind = head.section else { return false }
        closeSection()
        let range = line[0].range(in: line.source)
        context.add(
            Finding(
                .unknownSection, at: range, "no section is called '\(context.text(words[0]))'",
                label: "read as '\(near)'", help: ["did you mean '\(near)'?"],
                fixes: [Finding.Fix("write '\(near)'", span: range, replacement: near, isSafe: false)]))
        let name = words.count > 1 && lexical != .broken ? 1 : 0
        begin(kind, line, words, name: name, SectionRow.broken, nil)
        return true
    }

    /// The sections in which a line can begin with this word.
    private static func homes(of word: WordBytes) -> [String] {
        for section in SectionID.allCases {
            let found = withUnsafePointer(to: word) { Grammar.directive(Words(start: $0, count: 1), in: section) }
            if found.outcome == .found { return ["\(section.text)"] }
        }
        return []
    }
}
