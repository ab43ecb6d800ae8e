import GrammarFormat
import Lexer

/// The second pass: reads what stands inside words (samples, log formats) and over several words (conditions, ACL criteria) of every
/// directive, in order, and leaves in each capture's `value` the index of what was read:
///
/// - type kind `logFormat`: a row of `formats`; `sample`: of `samples`; `condition`: of `conditions`;
/// - type `acl-expression`: of `aclExpressions`;
/// - ``Expressions/broken`` where there is a finding.
struct ExpressionPass: ~Copyable {
    private let context: CheckContext
    private let configuration: Configuration
    private var scope = ACLScope()

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    mutating func run() {
        for index in 0..<configuration.sections.count { section(index) }
    }

    private mutating func section(_ index: Int) {
        let row = configuration.sections[index]
        let first = Int(row.firstDirective)
        let end = first + Int(row.directiveCount)
        scope.names.removeAll()
        scope.predefined.removeAll()
        scope.later.removeAll()
        for at in first..<end where configuration.directives[at].id == .acl && configuration.directives[at].wordCount > 1 {
            let directive = configuration.directives[at]
            _ = scope.later.insert(configuration.bytes(1, of: directive), at)
        }
        for at in first..<end {
            let directive = configuration.directives[at]
            if directive.captureCount > 0 { read(directive, row) } else { defineBroken(directive) }
        }
    }

    /// An `acl` line that gave nothing still defines its name, so that what uses it is told that instead of 'unknown'.
    private mutating func defineBroken(_ directive: DirectiveRow) {
        if directive.isUnknown || directive.id != .acl || directive.wordCount < 2 { return }
        define(configuration.bytes(1, of: directive), configuration.range(1, of: directive), directive, expression: nil)
    }

    private mutating func read(_ directive: DirectiveRow, _ section: SectionRow) {
        let first = Int(directive.firstCapture)
        let end = first + Int(directive.captureCount)
        if directive.id == .acl, directive.wordCount == directive.nameEnd + 1 {
            let range = configuration.range(of: directive)
            context.add(
                Finding(
                    .missingFetch, at: SourceRange(source: range.source, start: range.end, end: range.end),
                    "the ACL says nothing: a criterion follows its name"))
            defineBroken(directive)
            return
        }
        var place: ExpressionPlace?
        for at in first..<end {
            let capture = configuration.captures[at]
            if !capture.isValid { continue }
            if capture.type == .keyword {
                let slot = capture.slot
                if slot == .action || slot == .service || slot == .filter { registeredWord(capture, directive) }
                continue
            }
            var index: Int?
            if capture.type == .aclExpression {
                acl(directive, capture, at)
                continue
            }
            switch capture.type.kind {
            case .logFormat:
                let use = place ?? ExpressionPlace(directive, section.kind)
                place = use
                let word = configuration.words[Int(directive.firstWord) + Int(capture.word)]
                // Text without a '%' is text; most arguments are.
                let parser = FormatParser(
                    context, directive, allowed: use.allowed, user: use.user, isLog: use.isLog)
                if capture.count == 0, word.textCount > 0 { continue }
                index = parser.parse(word: Int(capture.word), from: Int(capture.start)).format
            case .sample:
                let use = place ?? ExpressionPlace(directive, section.kind)
                place = use
                var allowed = capture.type.flags & TypeFlag.ofRequest != 0 ? use.request : use.allowed
                if capture.type.flags & TypeFlag.ofServer != 0 { allowed = .serverConnection }
                // The reference does not ask where a time comes from.
                if capture.type == .timeOrSample { allowed = .anywhere }
                let parsed = SampleParser(context, directive).parse(
                    word: Int(capture.word), from: Int(capture.start), .words(capture.wordsEnd), allowed: allowed, user: use.user)
                index = parsed.sample
            case .condition:
                let use = place ?? ExpressionPlace(directive, section.kind)
                place = use
                index = ConditionParser(context, directive).parse(
                    Int(capture.word) + 1, capture.wordsEnd, isUnless: capture.value == 1,
                    keyword: configuration.range(Int(capture.word), of: directive), &scope, allowed: use.allowed, user: use.user)
            default: continue
            }
            configuration.captures[at].value = index.map { UInt64($0) } ?? Expressions.broken
        }
    }

    /// An action, service or filter that a Lua script registers is known where scripts run: not here.
    private func registeredWord(_ capture: Capture, _ directive: DirectiveRow) {
        if capture.row.flags & RowFlag.prefix == 0 { return }
        let range = configuration.range(capture, of: directive)
        context.add(
            Finding(
                .luaWord, at: range, "'\(context.sources.text(range))' must be registered by a Lua script; scripts are not run by a check"))
    }

    /// `acl <name> <criterion>`
    private mutating func acl(_ directive: DirectiveRow, _ capture: Capture, _ at: Int) {
        let nameWord = Int(directive.nameEnd)
        let name = configuration.bytes(nameWord, of: directive)
        let range = configuration.range(nameWord, of: directive)
        if ConditionParser.isDisjunction(name) {
            context.add(Finding(.badACLName, at: range, "an ACL cannot be called '\(name.string)': the word joins conditions"))
        }
        let parsed = ACLParser(context, directive).parse(
            Int(capture.word), capture.wordsEnd, at: configuration.range(of: directive))
        configuration.captures[at].value = parsed.expression.map { UInt64($0) } ?? Expressions.broken
        define(name, range, directive, expression: directive.isBroken ? nil : parsed.expression)
    }

    private mutating func define(_ name: WordBytes, _ range: SourceRange, _ directive: DirectiveRow, expression: Int?) {
        let number = Int32(truncatingIfNeeded: expression ?? -1)
        let next = configuration.expressions.acls.count
        if let known = scope.names.insert(name, next) {
            guard expression != nil else { return }
            var row = configuration.expressions.acls[known]
            if row.first < 0 {
                row.first = number
            } else {
                configuration.expressions.aclExpressions[Int(row.last)].next = number
            }
            row.last = number
            configuration.expressions.acls[known] = row
            return
        }
        configuration.expressions.acls.append(
            ACLRow(
                name: configuration.expressions.intern(name), first: number, last: number, section: directive.section,
                isBroken: expression == nil, source: range.source, start: range.start, end: range.end))
    }
}
