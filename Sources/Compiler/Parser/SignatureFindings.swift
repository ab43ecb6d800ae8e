import GrammarFormat
import Lexer

/// Puts what the signature engine found into a finding with a place.
enum SignatureFindings {
    /// - Parameter name: the keyword that the line begins with.
    static func finding(
        _ found: SignatureFinding, _ line: borrowing Line, _ words: Words, _ name: String, _ context: CheckContext
    ) -> Finding {
        let id = FindingID.signature(found)
        guard found.word < words.count else {
            // At the end of the line: behind its last word.
            let last = line[words.count - 1]
            let range = SourceRange(source: line.source, start: last.rawEnd, end: last.rawEnd)
            var finding = Finding(id, at: range, found.message(words, after: name))
            if let help = found.help(words) { finding.help = [help] }
            return finding
        }
        let word = line[found.word]
        var range = word.range(in: line.source)
        if found.start > 0 || found.count < Int(word.textCount) {
            range = context.sources[line.source].text.origin(
                of: word, from: found.start, to: found.start &+ found.count, source: line.source)
        }
        var finding = Finding(id, at: range, found.message(words, after: name))
        if let help = found.help(words) { finding.help = [help] }
        if found.kind == .unexpectedArgument, found.start == 0 {
            superfluous(&finding, found, line, words, name)
        }
        return finding
    }

    /// Words behind the last one that may stand: says whether any may, and that no condition may.
    private static func superfluous(
        _ finding: inout Finding, _ found: SignatureFinding, _ line: borrowing Line, _ words: Words, _ name: String
    ) {
        let all = SourceRange(source: line.source, start: line[found.word].rawStart, end: line[words.count - 1].rawEnd)
        let nameCount = name.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
        let takesNone = found.word == nameCount
        let condition = (found.word..<words.count).first { Grammar.beginsCondition(words[$0]) }
        finding.span = all
        finding.help = ["remove what stands behind '\(name)'"]
        switch (takesNone, condition) {
        case (true, nil): finding.message = "'\(name)' takes no argument"
        case (true, .some(found.word)): finding.message = "'\(name)' takes no condition"
        case (true, _): finding.message = "'\(name)' takes no argument and no condition"
        case (false, .some(found.word)):
            finding.message = "'\(name)' takes no condition"
            finding.help = ["remove the condition"]
        case (false, _): finding.help = ["remove it"]
        }
        let space = SourceRange(source: all.source, start: line[found.word - 1].rawEnd, end: all.end)
        finding.fixes = [Finding.Fix("remove it", span: space, replacement: "", isSafe: false)]
    }
}
