import Compiler
import GrammarFormat
import Lexer

/// The compiler's check, in this process.
enum Own {
    /// What HAProxy refuses for lack of a file, a name or a script on this machine is a note here; beside HAProxy it counts as refused.
    private static let dependsOnMachine: Set<FindingID> = [.missingFile, .unknownAccount, .unresolvedName, .luaWord]

    static func check(_ text: String, target: Release) -> Verdict? {
        guard let (findings, sources) = findings(text, target: target) else { return nil }
        var lines: Set<Int> = []
        for finding in findings {
            lines.insert(sources.place(finding.span).line)
            for place in finding.places { lines.insert(sources.place(place.span).line) }
        }
        return Verdict(isAccepted: findings.isEmpty, lines: lines)
    }

    static func report(_ text: String, target: Release) -> [String] {
        guard let (findings, sources) = findings(text, target: target) else { return [] }
        return findings.map { "\(sources.place($0.span).line): \($0.id.rawValue): \($0.message)" }
    }

    private static func findings(_ text: String, target: Release) -> ([Finding], SourceSet)? {
        var sources = SourceSet()
        guard let source = try? Source(name: "generated.cfg", index: 0, bytes: Array(text.utf8)) else { return nil }
        sources.add(source)
        var options = CheckOptions()
        options.target = target
        let found = Compiler.check(sources, options).findings.sorted()
        return (found.filter { $0.severity == .error || dependsOnMachine.contains($0.id) }, sources)
    }
}
