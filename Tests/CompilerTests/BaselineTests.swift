import Compiler
import Lexer
import Testing

@Suite struct BaselineTests {
    private static let text = RecoveryTests.frame + "  foo\n  option \"a\\tb\"\n"

    /// The errors, warnings and known findings of `text` beside the baseline of `old`.
    private func counts(_ old: String, _ text: String) throws -> [Int] {
        let (before, sources) = try checked(old)
        let baseline = try Baseline(JSONReport.render(before.findings, sources: sources))
        var (result, others) = try checked(text)
        result.take(baseline, others)
        return [result.findings.total(.error), result.findings.total(.warning), result.findings.inBaseline]
    }

    @Test func whatWasThereDoesNotFail() throws {
        #expect(try counts(Self.text, Self.text) == [0, 0, 2])
        // Lines above it and another indentation do not make it new.
        #expect(try counts(Self.text, "# a line\n\n" + Self.text.replacing("  foo", with: "\tfoo  ")) == [0, 0, 2])
        #expect(try counts("", Self.text) == [2, 0, 0])
        #expect(try counts(Self.text, RecoveryTests.frame) == [0, 0, 0])
    }

    @Test func theSecondOfTwoEqualLinesIsNew() throws {
        #expect(try counts(Self.text, Self.text + "  foo\n") == [1, 0, 2])
        #expect(try counts(Self.text, Self.text + "  foo 2\n") == [1, 0, 2])
    }

    @Test func isCounted() throws {
        let (before, sources) = try checked(Self.text)
        var (result, _) = try checked(Self.text)
        result.take(try Baseline(JSONReport.render(before.findings, sources: sources)), sources)
        #expect(report(result, sources) == "test.cfg: nothing found, 2 in the baseline\n")
        #expect(String(decoding: JSONReport.render(result.findings, sources: sources), as: UTF8.self).contains("\"inBaseline\": 2"))
    }

    @Test(arguments: [
        ("", "1:1 the JSON text ends too early"),
        ("{\n  \"version\": 1,\n  \"findings\": [{}]\n}", "3:16 a finding without 'id', 'file' or 'text'"),
        ("{\"version\": 9, \"findings\": []}", "1:13 version 9 of the report; this baton reads 1"),
        ("[]", "1:1 not a report that 'baton check --format json' wrote"),
        ("{\"é\": nul}", "1:7 no JSON value"),
        ("{} x", "1:4 text behind the end of the JSON value"),
        ("{\"a\" 1}", "1:6 ':' should stand here"),
        ("[1 2]", "1:4 ',' or ']' should stand here"),
        ("[\"\\ud800\"]", "1:9 half a surrogate pair"),
        ("[\"\\u00+1\"]", "1:5 '\\u' needs four hexadecimal digits"),
        ("[\"a", "1:4 a string without an end"),
        (String(repeating: "[", count: 100), "1:65 nested deeper than 64 levels"),
    ])
    func whatIsNoBaseline(text: String, expected: String) {
        do throws(Baseline.Failure) {
            _ = try Baseline(Array(text.utf8))
            Issue.record("taken for a baseline")
        } catch {
            #expect("\(error.line):\(error.column) \(error.reason)" == expected)
        }
    }
}
