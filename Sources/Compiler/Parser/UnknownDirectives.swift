import GrammarFormat
import Lexer

extension ConfigurationParser {
    /// A line whose first words are no directive of this section.
    mutating func unknown(_ lookup: DirectiveLookup, _ line: borrowing Line, _ words: Words, _ lexical: LexicalState) {
        if lookup.outcome == .unknown, lexical != .broken, context.findings.counts(.error, file: line.source) {
            // The report of this file is full: only counted.
            appendUnknown(lookup, line, words)
            return
        }
        let lookup = mistyped(lookup, words, line.source)
        let near = lookup.outcome == .unknown ? Grammar.suggestions(for: lookup, words, in: kind, release: context.options.target) : []
        if near.isEmpty, lookup.outcome == .unknown, misspeltHead(line, words, lexical) { return }
        appendUnknown(lookup, line, words)
        if lexical == .broken { return }
        let title = configuration.title(of: configuration.sections[section])
        let first = min(lookup.first, words.count - 1)
        if lookup.outcome == .elsewhere {
            elsewhere(lookup, line, words, title)
            return
        }
        // The name is what is known of it, and the word behind that nothing is called by.
        let end = min(words.count, max(lookup.end, first) + 1)
        let name = (first..<end).map { context.text(words[$0]) }.joined(separator: " ")
        let range = SourceRange(source: line.source, start: line[first].rawStart, end: line[end - 1].rawEnd)
        var finding = Finding(.unknownKeyword, at: range, "unknown keyword '\(name)' in \(title)")
        if let best = near.first {
            finding.help = ["did you mean \(Self.choice(near))?"]
            finding.fixes = [Finding.Fix("write '\(best)'", span: range, replacement: best, isSafe: false)]
        } else if Grammar.find(words[first], in: .serverOption) != nil, kind == .backend || kind == .listen {
            finding.help = ["'\(name)' is an option of '\(DirectiveID.server)' and of '\(DirectiveID.defaultServer)'"]
        } else if Grammar.find(words[first], in: .bindOption) != nil, kind == .frontend || kind == .listen {
            finding.help = ["'\(name)' is an option of '\(DirectiveID.bind)'"]
        }
        context.add(finding)
    }

    private mutating func appendUnknown(_ lookup: DirectiveLookup, _ line: borrowing Line, _ words: Words) {
        append(
            line, lookup.id, form: .plain, nameEnd: max(1, min(lookup.end, words.count)), .init(start: nil, count: 0),
            DirectiveRow.broken | DirectiveRow.unknown)
    }

    /// Where the first words are a directive of another section, but with the next word are nearly one of this section: a mistyped one.
    private func mistyped(_ lookup: DirectiveLookup, _ words: Words, _ source: UInt32) -> DirectiveLookup {
        guard lookup.outcome == .elsewhere, lookup.end < words.count, !context.findings.isFull(.error, file: source) else { return lookup }
        var unknown = lookup
        unknown.outcome = .unknown
        let prefix = (lookup.first..<lookup.end).map { words[$0].string }.joined(separator: " ") + " "
        let near = Grammar.suggestions(for: unknown, words, in: kind, release: context.options.target)
        return near.contains { $0.hasPrefix(prefix) } ? unknown : lookup
    }

    private func elsewhere(_ lookup: DirectiveLookup, _ line: borrowing Line, _ words: Words, _ title: String) {
        let row = lookup.row
        let range = SourceRange(source: line.source, start: line[lookup.first].rawStart, end: line[lookup.end - 1].rawEnd)
        let name = row.name.string
        var finding = Finding(.keywordElsewhere, at: range, "'\(name)' cannot stand in \(title)")
        if row.until < .v2_6 {
            finding.id = .removedKeyword
            finding.message = "'\(name)' was removed before HAProxy 2.6"
            let replacement = row.replacement.string
            if !replacement.isEmpty { finding.help = [replacement] }
        } else {
            if isIgnored(row) {
                // The reference passes over what belongs to the other side of a proxy, apart from servers.
                finding.id = .ignoredHere
                finding.severity = .warning
                finding.message = "'\(name)' is ignored in \(title)"
            }
            let homes = Grammar.places(of: row, in: .directive)
            if !homes.isEmpty { finding.help = ["it belongs to \(homes.joined(separator: ", "))"] }
        }
        context.add(finding)
    }

    /// Whether a directive of another section is passed over here instead of refused.
    private func isIgnored(_ row: KeywordRow) -> Bool {
        guard kind == .frontend || kind == .backend, !row.isStrict else { return false }
        let proxies = 1 << Int(SectionID.frontend.rawValue) | 1 << Int(SectionID.backend.rawValue) | 1 << Int(SectionID.listen.rawValue)
        var places = 0
        // Rows of one name stand together.
        var index = row.index
        while index < KeywordTable.directive.rows.upperBound, KeywordRow(index: index).name.equals(row.name) {
            places |= KeywordRow(index: index).places
            index += 1
        }
        index = row.index - 1
        while index >= KeywordTable.directive.rows.lowerBound, KeywordRow(index: index).name.equals(row.name) {
            places |= KeywordRow(index: index).places
            index -= 1
        }
        if places & proxies == 0 { return false }
        for id in [DirectiveID.server, .defaultServer, .serverTemplate] where id.row.name.equals(row.name) { return false }
        return true
    }

    private static func choice(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        if quoted.count < 2 { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    }
}
