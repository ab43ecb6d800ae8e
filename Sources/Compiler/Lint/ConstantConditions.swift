import GrammarFormat
import Lexer

/// `condition-always-true`, `condition-always-false`: conditions whose answer is known before any traffic, because they consist of TRUE
/// and FALSE, or join an ACL with its own negation. Remove the condition, or the line; `if A !A` most often lacks an "or". Not said of
/// what is true and must stand because the directive needs a condition (`stats admin if TRUE`), nor of ACLs that are named switches
/// (`acl maintenance always_false`).
struct ConstantConditions {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run() {
        if configuration.expressions.conditions.count == 0 { return }
        for at in lines[.rule] { look(configuration.directives[Int(at)]) }
        for at in lines[.conditional] { look(configuration.directives[Int(at)]) }
    }

    private func look(_ directive: DirectiveRow) {
        guard let condition = configuration.condition(of: directive), condition.isValid, !directive.isBroken,
            let value = Self.value(condition, configuration)
        else { return }
        if value, Self.needsCondition(directive.id) { return }
        report(directive, condition, value)
    }

    private static func needsCondition(_ id: DirectiveID) -> Bool {
        switch id {
        case .useServer, .forcePersist, .ignorePersist, .monitorFail, .statsAdmin, .forceBeSwitch: true
        default: false
        }
    }

    private func report(_ directive: DirectiveRow, _ condition: Capture, _ value: Bool) {
        if context.findings.counts(.warning, file: directive.source) { return }
        let first = configuration.range(Int(condition.word), of: directive)
        let range = first.joined(configuration.range(max(Int(condition.word), condition.wordsEnd - 1), of: directive))
        context.add(
            Finding(
                value ? .conditionAlwaysTrue : .conditionAlwaysFalse, at: range,
                value ? "this condition always holds" : "this condition never holds: '\(directive.id)' does nothing here",
                help: [value ? "leave it out" : "remove the line; conditions that exclude each other are joined by 'or'"]))
    }

    // MARK: the value

    /// What a condition gives for all traffic, or nil.
    static func value(_ capture: Capture, _ configuration: Configuration) -> Bool? {
        if capture.value == Expressions.broken { return nil }
        let index = Int(truncatingIfNeeded: capture.value)
        guard index < configuration.expressions.conditions.count else { return nil }
        let condition = configuration.expressions.conditions[index]
        if condition.suiteCount == 0 { return nil }
        let suites = configuration.expressions.suites.rows(Int(condition.firstSuite), Int(condition.suiteCount))
        var isFalse = true
        for suite in suites {
            switch value(suite, configuration) {
            case true?: return !condition.isUnless
            case false?: break
            case nil: isFalse = false
            }
        }
        if isFalse { return condition.isUnless }
        if suites.count > 1, isTautology(suites, configuration) { return !condition.isUnless }
        return nil
    }

    private static func value(_ suite: SuiteRow, _ configuration: Configuration) -> Bool? {
        let terms = configuration.expressions.terms.rows(Int(suite.firstTerm), Int(suite.termCount))
        var isTrue = true
        for term in terms {
            switch value(term, configuration) {
            case true?: break
            case false?: return false
            case nil: isTrue = false
            }
        }
        if isTrue { return true }
        // Conditions are short; one that is not is left alone.
        if terms.count > 1, terms.count <= 16 {
            for at in 1..<terms.count {
                for other in 0..<at
                where terms[at].acl == terms[other].acl && terms[at].isNegated != terms[other].isNegated
                    && isSteady(terms[at].acl, configuration)
                {
                    return false
                }
            }
        }
        return nil
    }

    /// `A or !A`
    private static func isTautology(_ suites: UnsafeBufferPointer<SuiteRow>, _ configuration: Configuration) -> Bool {
        if suites.count > 16 { return false }
        for at in 1..<suites.count where suites[at].termCount == 1 {
            let term = configuration.expressions.terms[Int(suites[at].firstTerm)]
            for before in 0..<at where suites[before].termCount == 1 {
                let other = configuration.expressions.terms[Int(suites[before].firstTerm)]
                if term.acl == other.acl, term.isNegated != other.isNegated, isSteady(term.acl, configuration) { return true }
            }
        }
        return false
    }

    private static func value(_ term: TermRow, _ configuration: Configuration) -> Bool? {
        let acl = configuration.expressions.acls[Int(term.acl)]
        guard acl.first >= 0, acl.first == acl.last else { return nil }
        let expression = configuration.expressions.aclExpressions[Int(acl.first)]
        if expression.patternCount > 0 || expression.fileCount > 0 { return nil }
        let sample = configuration.expressions.samples[Int(expression.sample)]
        guard sample.converterCount == 0, sample.fetch == .alwaysTrue || sample.fetch == .alwaysFalse else { return nil }
        if let name = configuration.word(acl.name), !name.equals(PredefinedAclID.trueACL.row.name),
            !name.equals(PredefinedAclID.falseACL.row.name)
        {
            return nil
        }
        return (sample.fetch == .alwaysTrue) != term.isNegated
    }

    /// Whether asking an ACL twice gives the same answer twice.
    private static func isSteady(_ acl: UInt32, _ configuration: Configuration) -> Bool {
        var next = configuration.expressions.acls[Int(acl)].first
        while next >= 0 {
            let expression = configuration.expressions.aclExpressions[Int(next)]
            let purity = configuration.expressions.samples[Int(expression.sample)].fetch.row.purity
            if purity == .volatile || purity == .effect { return false }
            next = expression.next
        }
        return true
    }
}
