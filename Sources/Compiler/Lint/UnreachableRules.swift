import GrammarFormat
import Lexer

/// `unreachable-rule`: a rule behind one of the same set that ends it for every request: an `http-request deny` without a condition, a
/// `use_backend` without one. What stands behind never runs. Put it before, or give the one above a condition.
struct UnreachableRules {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// The sets of rules, each run from top to bottom.
    private static let sets: [DirectiveID] = [
        .useBackend, .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestConnection, .tcpRequestSession, .tcpRequestContent,
        .tcpResponseContent, .redirect,
    ]

    /// The set of a directive by the number of its row, plus one; 0: none.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: KeywordTable.directive.rows.upperBound + 1)
        for (index, id) in sets.enumerated() { table[Int(id.rawValue)] = UInt8(index + 1) }
        return table
    }()

    func run() {
        let table = Self.table
        // By set: the directive that ends it, or -1; -2 where that was said.
        var ends = [Int](repeating: -1, count: Self.sets.count)
        var section = UInt32.max
        for line in lines[.rule] {
            let at = Int(line)
            let directive = configuration.directives[at]
            if directive.section != section {
                section = directive.section
                for set in ends.indices { ends[set] = -1 }
            }
            let set = Int(table[Int(directive.id.rawValue)]) &- 1
            if set < 0 || ends[set] == -2 { continue }
            if ends[set] >= 0 {
                report(directive, configuration.directives[ends[set]])
                ends[set] = -2
            } else if isLast(directive) {
                ends[set] = at
            }
        }
    }

    /// Whether no rule of its set runs behind this one.
    private func isLast(_ directive: DirectiveRow) -> Bool {
        if directive.isBroken || directive.form != .plain { return false }
        if let condition = configuration.condition(of: directive) {
            guard condition.isValid, ConstantConditions.value(condition, configuration) == true else { return false }
        }
        switch directive.id {
        case .useBackend: return true
        case .redirect: return isCertain(directive)
        default: break
        }
        guard let action = configuration.captures(of: directive).first, action.type == .keyword, action.slot == .action, action.isValid
        else { return false }
        switch (directive.id, action.keyword(ActionID.self)) {
        case (_, .redirect): return isCertain(directive)
        case (.httpRequest, .allow), (.httpRequest, .deny), (.httpRequest, .tarpit), (.httpRequest, .return), (.httpRequest, .reject),
            (.httpRequest, .silentDrop), (.httpRequest, .auth), (.httpResponse, .allow), (.httpResponse, .deny),
            (.httpResponse, .return), (.httpAfterResponse, .allow), (.tcpRequestConnection, .accept), (.tcpRequestConnection, .reject),
            (.tcpRequestConnection, .silentDrop), (.tcpRequestSession, .accept), (.tcpRequestSession, .reject),
            (.tcpRequestSession, .silentDrop), (.tcpRequestContent, .accept), (.tcpRequestContent, .reject),
            (.tcpRequestContent, .silentDrop), (.tcpResponseContent, .accept), (.tcpResponseContent, .reject),
            (.tcpResponseContent, .close), (.tcpResponseContent, .silentDrop):
            return true
        default: return false
        }
    }

    /// A redirection to a place that turns out empty can be passed over.
    private func isCertain(_ directive: DirectiveRow) -> Bool {
        !configuration.holds(.ignoreEmpty, directive)
    }

    private func report(_ directive: DirectiveRow, _ end: DirectiveRow) {
        if context.findings.counts(.warning, file: directive.source) { return }
        context.add(
            Finding(
                .unreachableRule, at: configuration.keywordRange(of: directive),
                "this '\(directive.id)' rule never runs: one above it ends the set always", label: "never runs",
                places: [Finding.Place(configuration.range(of: end), "ends it, without a condition")],
                help: ["put it before the other, or give the other a condition"]))
    }
}
