import Compiler
import GrammarFormat
import Lexer
import Testing

/// Several targets in one run.
@Suite struct TargetTests {
    private func checked(_ text: String, _ targets: [Release]) throws -> (CheckResult, SourceSet) {
        var sources = SourceSet()
        sources.add(try Source(name: "a.cfg", index: 0, bytes: Array(text.utf8)))
        var options = CheckOptions()
        options.inputs = .skip
        return (Compiler.check(sources, options, targets: targets), sources)
    }

    private static let text = RecoveryTests.frame + "  foo\n  guid b1\n"

    @Test func marksWhatDoesNotHoldForAll() throws {
        let (result, sources) = try checked(Self.text, [.v2_6, .v2_8, .v3_4])
        let found = result.findings.sorted().map { finding in
            "\(sources.place(finding.span).line) \(finding.severity.name) \(finding.id.rawValue) \(finding.targets.joined(separator: ","))"
        }
        #expect(found == ["9 error unknown-keyword ", "10 error keyword-too-new 2.6,2.8"])
        #expect(
            report(result, sources).hasSuffix(
                """
                  = targets: 2.6, 2.8

                a.cfg, target 2.6: 2 errors
                a.cfg, target 2.8: 2 errors
                a.cfg, target 3.4: 1 error

                """))
    }

    @Test func oneTargetReportsAsEver() throws {
        let (several, sources) = try checked(Self.text, [.v2_6, .v2_6])
        var options = CheckOptions()
        options.inputs = .skip
        options.target = .v2_6
        let one = Compiler.check(sources, options)
        #expect(report(several, sources) == report(one, sources))
        #expect(!String(decoding: JSONReport.render(one.findings, sources: sources), as: UTF8.self).contains("targets"))
    }

    @Test func formatsForPrograms() throws {
        let (result, sources) = try checked(Self.text, [.v2_6, .v3_4])
        let json = String(decoding: JSONReport.render(result.findings, sources: sources), as: UTF8.self)
        #expect(json.contains("\"targets\": [\n        \"2.6\",\n        \"3.4\"\n      ]"))
        #expect(json.contains("\"target\": \"2.6\",\n      \"errors\": 2,\n      \"warnings\": 0"))
        let sarif = String(decoding: SARIFReport.render(result.findings, sources: sources), as: UTF8.self)
        #expect(sarif.contains("\"properties\": {\n            \"targets\": [\n              \"2.6\"\n"))
        #expect(String(decoding: HAProxyReport.render(result.findings, sources: sources), as: UTF8.self).contains("; targets: 2.6\n"))
        #expect(String(decoding: GitHubReport.render(result.findings, sources: sources), as: UTF8.self).contains("%0Atargets: 2.6\n"))
    }

    @Test func whatIsNotKeptIsCountedForEachTarget() throws {
        let text = "frontend f\n" + String(repeating: "  foo\n", count: ReportLimits.findingsPerFile + 5) + "  guid a\n"
        let (result, sources) = try checked(text, [.v2_6, .v3_4])
        #expect(result.findings.hidden(.error, file: 0) == 6)
        let summary = report(result, sources).split(separator: "\n").suffix(2)
        #expect(summary.first?.contains("1,006 errors") == true && summary.last?.contains("1,005 errors") == true)
    }
}
