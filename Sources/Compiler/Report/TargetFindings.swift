import Lexer

/// Findings of one text for several targets as one report: what holds for all of them stands once, the rest says for which it holds.
enum TargetFindings {
    /// Two findings are the same where they differ in nothing but what explains them: a note may name the target.
    private struct Key: Hashable {
        let id: FindingID
        let severity: Severity
        let span: SourceRange
        let message: String

        init(_ finding: Finding) {
            id = finding.id
            severity = finding.severity
            span = finding.span
            message = finding.message
        }
    }

    /// - Parameter runs: at least one, each target once, in the order in which they are named.
    /// - Parameter files: number of sources.
    static func merge(_ runs: [(target: String, findings: Findings)], files: Int) -> Findings {
        if runs.count == 1 { return runs[0].findings }
        var merged: [Finding] = []
        var rows: [Key: Int] = [:]
        for (target, findings) in runs {
            for var finding in findings.sorted() {
                let key = Key(finding)
                if let row = rows[key] {
                    join(finding, to: &merged[row], target)
                } else {
                    rows[key] = merged.count
                    finding.targets = [target]
                    merged.append(finding)
                }
            }
        }
        var result = Findings()
        for var finding in merged {
            if finding.targets.count == runs.count { finding.targets = [] }
            result.keep(finding)
        }
        for severity in Severity.allCases {
            for file in 0..<UInt32(clamping: files) {
                // Which of them are the same is not known: no fewer than in the target that has most.
                result.hide(runs.map { $0.findings.hidden(severity, file: file) }.max() ?? 0, severity, file: file)
            }
        }
        result.severities = runs[0].findings.severities
        result.targets = runs.map { run in
            let hidden = Severity.allCases.map { severity in
                (0..<UInt32(clamping: files)).reduce(0) { $0 + run.findings.hidden(severity, file: $1) }
            }
            return Findings.Target(name: run.target, hidden: hidden)
        }
        return result
    }

    private static func join(_ finding: Finding, to first: inout Finding, _ target: String) {
        // The same target twice at one place is one finding.
        if first.targets.last != target { first.targets.append(target) }
        if first.label != finding.label { first.label = "" }
        for text in finding.help where !first.help.contains(text) { first.help.append(text) }
        for text in finding.notes where !first.notes.contains(text) { first.notes.append(text) }
        // What would have to be written instead is not the same everywhere.
        if first.fixes.map(\.replacement) != finding.fixes.map(\.replacement) { first.fixes = [] }
    }
}
