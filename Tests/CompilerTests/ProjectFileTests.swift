import Compiler
import GrammarFormat
import Lexer
import Testing

/// The project file `.baton`.
@Suite struct ProjectFileTests {
    private func checked(_ text: String, _ project: String, _ targets: [Release] = [.v3_4]) throws -> (CheckResult, SourceSet) {
        var sources = SourceSet()
        sources.add(try Source(name: "a.cfg", index: 0, bytes: Array(text.utf8)))
        var options = CheckOptions()
        options.inputs = .skip
        let file = ProjectFile(Array(project.utf8))
        #expect(file.faults.isEmpty)
        options.severities = file.severities
        return (Compiler.check(sources, options, targets: targets), sources)
    }

    private static let text = RecoveryTests.frame + "  redirect location /a if\n  foo\n"

    @Test func changesWarningsAndNotes() throws {
        let project = "# ours\nseverity empty-if error # strict\r\n\n\tseverity not-supported-yet off\nseverity unknown-keyword error"
        for targets: [Release] in [[.v3_4], [.v2_6, .v3_4]] {
            let (result, _) = try checked(Self.text, project, targets)
            #expect(
                result.findings.sorted().map { "\($0.severity.name) \($0.id.rawValue)" } == ["error empty-if", "error unknown-keyword"])
            #expect(result.findings.total(.error) == 2 && result.findings.total(.note) == 0)
        }
    }

    @Test func aRaisedWarningCanBeAllowedInTheText() throws {
        let text = RecoveryTests.frame + "  redirect location /a if # baton: allow empty-if -- generated\n"
        let (result, _) = try checked(text, "severity empty-if error\nseverity not-supported-yet warning")
        #expect(result.findings.sorted().map { "\($0.severity.name) \($0.id.rawValue)" } == ["warning not-supported-yet"])
        #expect(result.findings.suppressed == 1)
    }

    /// What is not kept has its project's severity too.
    @Test func beyondTheBound() throws {
        let text = RecoveryTests.frame + String(repeating: "  redirect location /a if\n", count: ReportLimits.findingsPerFile + 50)
        let (result, _) = try checked(text, "severity empty-if note\nseverity not-supported-yet off")
        #expect(result.findings.total(.warning) == 0 && result.findings.total(.note) == ReportLimits.findingsPerFile + 50)
    }

    @Test(arguments: [
        ("severity unknown-fetch warning", "1:24 'unknown-fetch' is an error of the reference and cannot be lowered"),
        ("severity unknown-fetch off", "1:24 'unknown-fetch' is an error of the reference and cannot be lowered"),
        ("\n  severity emty-if off", "2:12 no finding is called 'emty-if'; did you mean 'empty-if'?"),
        ("severity empty-if fatal", "1:19 'fatal' is none of error, warning, note and off"),
        ("severity empty-if", "1:10 'severity' needs an ID and error, warning, note or off"),
        ("severity empty-if off now", "1:23 'now' is a word too many"),
        ("severity empty-if off\nseverity empty-if note", "2:10 'empty-if' has its severity further up already"),
        ("é severities", "1:1 no setting is called 'é'; there is 'severity'"),
    ])
    func faults(text: String, expected: String) {
        #expect(ProjectFile(Array(text.utf8)).faults.map { "\($0.line):\($0.column) \($0.reason)" } == [expected])
    }
}
