import GrammarFormat
import Lexer

/// The ACLs that conditions of one section can name.
struct ACLScope: ~Copyable {
    /// Names of the section's `acl` lines so far, as indices into `acls`.
    var names = NameTable()
    /// Names of all `acl` lines of the section, read or not yet: for telling a name that comes later from one that does not exist.
    var later = NameTable()
    /// Predefined ACLs used so far in the section.
    var predefined = NameTable()
}

/// Reads conditions: terms joined by "and", suites of them joined by "or" (manual 7.2).
struct ConditionParser {
    let context: CheckContext
    let directive: DirectiveRow
    private let acls: ACLParser

    init(_ context: CheckContext, _ directive: DirectiveRow) {
        self.context = context
        self.directive = directive
        acls = ACLParser(context, directive)
    }

    private var configuration: Configuration { context.configuration }

    /// Reads words `first..<end`, which stand behind `if` or `unless`; the index of the condition, or nil where there is a finding.
    /// `keyword`: where `if` stands. `allowed`: where the condition is evaluated, and `user`: what asks, for messages.
    func parse(
        _ first: Int, _ end: Int, isUnless: Bool, keyword: SourceRange, _ scope: inout ACLScope, allowed: SamplePlaces, user: DirectiveID?
    ) -> Int? {
        var suites: [[TermRow]] = [[]]
        var isSound = true
        var isNegated = false
        var index = first
        if first == end {
            context.add(
                Finding(.emptyCondition, at: keyword, "'\(context.sources.text(keyword))' is followed by no condition: it never holds"))
        }
        while index < end {
            let text = word(index)
            var start = 0
            while text.byte(start) == UInt8(ascii: "!") {
                isNegated.toggle()
                start += 1
            }
            let name = text.slice(start, text.count)
            // A lone '!' belongs to the next word.
            if name.count == 0 {
                index += 1
                continue
            }
            if Self.isDisjunction(name) {
                suites.append([])
                isNegated = false
                index += 1
                continue
            }
            var acl: Int?
            if name.count == 1, name.base[0] == UInt8(ascii: "{") {
                let close = closing(index, end)
                if close == end {
                    context.add(
                        Finding(
                            .unclosedBrace, at: text.range(start, text.count), "'{' is not closed",
                            help: ["close it with a '}' that stands as a word of its own"]))
                    return nil
                }
                acl = anonymous(index + 1, close, at: text.range(start, text.count))
                index = close + 1
            } else {
                acl = named(name, text.range(start, text.count), &scope)
                index += 1
            }
            if let acl {
                checkPlaces(acl, name, text.range(start, text.count), allowed, user)
                suites[suites.count - 1].append(TermRow(acl: UInt32(truncatingIfNeeded: acl), isNegated: isNegated))
            } else {
                isSound = false
            }
            isNegated = false
        }
        if !isSound { return nil }
        // An empty suite is one that the reference passes over: a leading or doubled "or".
        let kept = suites.filter { !$0.isEmpty }
        var rows: [SuiteRow] = []
        for suite in kept {
            let firstTerm = configuration.expressions.terms.count
            for term in suite { configuration.expressions.terms.append(term) }
            rows.append(
                SuiteRow(firstTerm: UInt32(truncatingIfNeeded: firstTerm), termCount: UInt32(truncatingIfNeeded: suite.count)))
        }
        let firstSuite = configuration.expressions.suites.count
        for row in rows { configuration.expressions.suites.append(row) }
        return configuration.expressions.conditions.append(
            ConditionRow(
                isUnless: isUnless, firstSuite: UInt32(truncatingIfNeeded: firstSuite),
                suiteCount: UInt32(truncatingIfNeeded: rows.count)))
    }

    private func word(_ index: Int) -> WordText {
        WordText(configuration.words[Int(directive.firstWord) &+ index], context.sources[directive.source])
    }

    /// "or" in any case, and "||".
    static func isDisjunction(_ word: WordBytes) -> Bool {
        guard word.count == 2 else { return false }
        let (a, b) = (word.base[0], word.base[1])
        return (a | 0x20 == UInt8(ascii: "o") && b | 0x20 == UInt8(ascii: "r")) || (a == UInt8(ascii: "|") && b == UInt8(ascii: "|"))
    }

    /// The word with the brace that closes the one before `index`, or `end`.
    private func closing(_ index: Int, _ end: Int) -> Int {
        var at = index + 1
        while at < end {
            let text = word(at)
            if text.count == 1, text.byte(0) == UInt8(ascii: "}") { return at }
            at += 1
        }
        return end
    }

    private func anonymous(_ first: Int, _ end: Int, at brace: SourceRange) -> Int? {
        let parsed = acls.parse(first, end, at: brace)
        guard let expression = parsed.expression else { return nil }
        return configuration.expressions.acls.append(
            ACLRow(
                name: .empty, first: Int32(truncatingIfNeeded: expression), last: Int32(truncatingIfNeeded: expression),
                section: directive.section, isBroken: false, source: brace.source, start: brace.start, end: brace.end))
    }

    private func named(_ name: WordBytes, _ range: SourceRange, _ scope: inout ACLScope) -> Int? {
        if let index = scope.names.find(name) {
            let row = configuration.expressions.acls[index]
            if row.first < 0 {
                context.add(
                    Finding(
                        .dependsOnBrokenACL, at: range, "the ACL '\(context.text(name))' is not usable",
                        places: [Finding.Place(row.nameRange, "defined here")]))
                return nil
            }
            return index
        }
        if let index = scope.predefined.find(name) { return index }
        if let index = PredefinedACLs.make(name, at: range, context, section: directive.section) {
            _ = scope.predefined.insert(name, index)
            return index
        }
        if context.findings.counts(.error, file: range.source) { return nil }
        var finding = Finding(.unknownACL, at: range, "no ACL is called '\(context.text(name))' here")
        if scope.later.find(name) != nil {
            finding.help = ["it is defined further down: an ACL stands before the rules that use it"]
        } else if let near = context.nearest(name, scope.names.names()) {
            finding.help = ["did you mean '\(near)'?"]
            finding.fixes = [Finding.Fix("write '\(near)'", span: range, replacement: near, isSafe: false)]
        } else if Grammar.find(name.slice(0, name.first(0x28) ?? name.count), in: .fetch) != nil {
            finding.help = ["write { \(context.text(name)) ... } for a condition without a name"]
        }
        context.add(finding)
        return nil
    }

    /// Where none of an ACL's samples can be had, it never matches.
    private func checkPlaces(_ acl: Int, _ name: WordBytes, _ range: SourceRange, _ allowed: SamplePlaces, _ user: DirectiveID?) {
        if allowed == .anywhere { return }
        var next = configuration.expressions.acls[acl].first
        var fetch: FetchID?
        while next >= 0 {
            let expression = configuration.expressions.aclExpressions[Int(next)]
            let sample = configuration.expressions.samples[Int(expression.sample)]
            if sample.places == 0 || !SamplePlaces(rawValue: sample.places).isDisjoint(with: allowed) { return }
            fetch = sample.fetch
            next = expression.next
        }
        guard let fetch else { return }
        context.add(
            Finding(
                .conditionNeverMatches, at: range, "this never matches: '\(fetch)' is not available in '\(user?.description ?? "")'",
                places: []))
    }
}
