import Lexer

/// Takes out what comments in the text allow, counts it, and says which of these comments do nothing.
enum SuppressionPass {
    /// - Parameter suppressions: a comment that is there twice (read for two targets) counts once.
    static func apply(_ suppressions: [Suppression], to findings: inout Findings) {
        if suppressions.isEmpty { return }
        var seen: Set<SourceRange> = []
        let all = suppressions.filter { seen.insert($0.comment).inserted }.sorted(by: isBefore)
        var uses = all.map { $0.names.map { _ in Use() } }
        var suppressed = 0
        findings.rewrite { finding in
            var isAllowed = false
            for index in about(finding.span, all) where all[index].hasReason {
                for (place, name) in all[index].names.enumerated() where name.text == finding.id.rawValue {
                    if finding.isRefusal {
                        if uses[index][place].error == nil { uses[index][place].error = finding.span }
                    } else {
                        uses[index][place].count += 1
                        isAllowed = true
                    }
                }
            }
            if isAllowed { suppressed += 1 }
            return isAllowed ? nil : finding
        }
        findings.suppressed += suppressed
        for (suppression, uses) in zip(all, uses) { judge(suppression, uses, &findings) }
    }

    /// What one ID of a suppression met.
    private struct Use {
        var count = 0
        /// An error, which stays.
        var error: SourceRange?
    }

    private static func isBefore(_ a: Suppression, _ b: Suppression) -> Bool {
        if a.line.source != b.line.source { return a.line.source < b.line.source }
        return a.line.start != b.line.start ? a.line.start < b.line.start : a.comment.start < b.comment.start
    }

    /// The indices of those that are about the line of `span`.
    private static func about(_ span: SourceRange, _ all: [Suppression]) -> [Int] {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            let line = all[middle].line
            if line.source < span.source || line.source == span.source && line.start <= span.start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [Int] = []
        while low > 0 {
            low -= 1
            let line = all[low].line
            guard line.source == span.source, span.start < line.end else { break }
            found.append(low)
        }
        return found
    }

    private static func judge(_ suppression: Suppression, _ uses: [Use], _ findings: inout Findings) {
        if suppression.names.isEmpty {
            findings.add(
                Finding(
                    .malformedSuppression, at: suppression.comment, "this is no suppression that can be read",
                    help: ["write # baton: allow ID[, ID]... -- reason"]))
            return
        }
        if !suppression.hasReason {
            findings.add(
                Finding(
                    .suppressionWithoutReason, at: suppression.comment, "a suppression without a reason suppresses nothing",
                    help: ["say why behind ' -- '"]))
        }
        for (name, use) in zip(suppression.names, uses) {
            guard let id = FindingID.named(name.text) else {
                let shown = Array(name.text.utf8).withUnsafeBytes { Characters.printable($0) }
                var finding = Finding(.unknownSuppression, at: name.span, "no finding is called '\(shown)'")
                if let near = FindingID.nearest(name.text) { finding.help = ["did you mean '\(near)'?"] }
                findings.add(finding)
                continue
            }
            if !suppression.hasReason { continue }
            if let error = use.error {
                findings.add(
                    Finding(
                        .suppressionOfError, at: name.span, "'\(id.rawValue)' is an error here, and errors cannot be suppressed",
                        places: [Finding.Place(error, "stays")]))
            } else if use.count == 0 {
                // What is counted and not kept may well be what it is there for.
                if findings.hidden(file: name.span.source) > 0 { continue }
                findings.add(
                    id.severity == .error
                        ? Finding(.suppressionOfError, at: name.span, "'\(id.rawValue)' is an error, and errors cannot be suppressed")
                        : Finding(
                            .unusedSuppression, at: name.span, "there is no '\(id.rawValue)' on the line that this is about",
                            help: ["remove it"]))
            }
        }
    }
}
