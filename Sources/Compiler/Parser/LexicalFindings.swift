import GrammarFormat
import Lexer

/// Turns what the lexer found into a finding.
enum LexicalFindings {
    static func finding(_ found: LexFinding, _ sources: SourceSet, _ target: Release) -> Finding {
        let isPassed = found.kind == .emptyArgument && OlderReleases.endLinesAtEmptyWords(target)
        var finding = Finding(
            .lexical(found.kind), severity: isPassed ? .warning : nil, at: found.range, found.message(in: sources[found.range.source]))
        if let help = found.help { finding.help = [help] }
        if let related = found.related { finding.places = [Finding.Place(related, label(found.kind))] }
        if found.kind == .missingFinalNewline {
            let end = SourceRange(source: found.range.source, start: found.range.end, end: found.range.end)
            finding.fixes = [Finding.Fix("add a line feed", span: end, replacement: "\n", isSafe: true)]
        }
        return finding
    }

    /// What another place is to the finding.
    private static func label(_ kind: LexFinding.Kind) -> String {
        switch kind {
        case .emptyArgument: "not set, or empty"
        case .elifAfterElse, .elseAfterElse: "stands here"
        case .tooManyNestedIfs: "the outermost one"
        case .tooManyWords: "not read"
        default: ""
        }
    }
}
