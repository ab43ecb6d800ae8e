import GrammarFormat
import Lexer

extension CheckPass {
    /// Rules run stage by stage, whatever the order of the lines (manual 4.2): says so where a line of an earlier stage stands behind
    /// one of a later stage. One finding for each pair of keywords in a section.
    func order(_ section: SectionRow) {
        let first = Int(section.firstDirective)
        var latest: (stage: UInt8, directive: Int)?
        var reported: Set<UInt32> = []
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            let stage = RuleStages.table[Int(min(Int(directive.id.rawValue), RuleStages.table.count - 1))]
            if stage == 0 || directive.isUnknown { continue }
            guard let later = latest, later.stage > stage else {
                latest = (stage, at)
                continue
            }
            let other = configuration.directives[later.directive]
            if !reported.insert(UInt32(directive.id.rawValue) << 16 | UInt32(other.id.rawValue)).inserted { continue }
            context.add(
                Finding(
                    .ruleOrder, at: configuration.keywordRange(of: directive),
                    "'\(directive.id)' rules run before '\(other.id)' rules, wherever they stand",
                    places: [Finding.Place(configuration.keywordRange(of: other), "runs later")],
                    help: ["put them in the order in which they run"]))
        }
    }
}

/// The stage of each directive that holds a rule, by the number of its row; 0: none.
private enum RuleStages {
    static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: KeywordTable.directive.rows.upperBound + 1)
        let stages: [DirectiveID] = [
            .tcpRequestConnection, .tcpRequestSession, .tcpRequestContent, .monitorFail, .httpRequest, .redirect, .useBackend, .useServer,
        ]
        for (stage, id) in stages.enumerated() where Int(id.rawValue) < table.count { table[Int(id.rawValue)] = UInt8(stage + 1) }
        return table
    }()
}
