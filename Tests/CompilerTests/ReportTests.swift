import Compiler
import Lexer
import Testing

@Suite struct ReportTests {
    private func sources(_ text: String, name: String = "a.cfg") throws -> SourceSet {
        var set = SourceSet()
        set.add(try Source(name: name, index: 0, bytes: Array(text.utf8)))
        return set
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(source: 0, start: UInt32(start), end: UInt32(end)) }

    private func render(_ finding: Finding, _ text: String, colours: Bool = false) throws -> String {
        var findings = Findings()
        findings.add(finding)
        return String(decoding: TextReport.render(findings, sources: try sources(text), colours: colours), as: UTF8.self)
    }

    @Test func caretsAndPlaces() throws {
        let text = "backend a\n  server s\nbackend a\n"
        let finding = Finding(
            .duplicateProxy, at: range(29, 30), "a backend named 'a' already exists",
            places: [Finding.Place(range(8, 9), "first defined here")], help: ["rename one"], notes: ["since 3.3"])
        #expect(
            try render(finding, text) == """
                error[duplicate-proxy]: a backend named 'a' already exists
                 --> a.cfg:3:9
                  |
                1 | backend a
                  |         - first defined here
                3 | backend a
                  |         ^
                  = help: rename one
                  = note: since 3.3

                a.cfg: 1 error

                """)
    }

    @Test func severalLabelsOnOneLine() throws {
        let finding = Finding(
            .badPattern, at: range(0, 3), "m", label: "first",
            places: [Finding.Place(range(4, 7), "second"), Finding.Place(range(8, 11), "third")])
        #expect(
            try render(finding, "aaa bbb ccc\n") == """
                error[bad-pattern]: m
                 --> a.cfg:1:1
                  |
                1 | aaa bbb ccc
                  | ^^^ --- --- third
                  | |   second
                  | first

                a.cfg: 1 error

                """)
    }

    @Test func tabsAndWideAndInvalidBytes() throws {
        // A tab takes four cells, a CJK character two, an escape and a direction mark as many as they are written with.
        let bytes: [UInt8] = [0x09] + Array("中\u{202E}".utf8) + [0xFF, 0x01] + Array("x\n".utf8)
        var set = SourceSet()
        set.add(try Source(name: "a.cfg", index: 0, bytes: bytes))
        var findings = Findings()
        findings.add(Finding(.badPattern, at: range(9, 10), "m"))
        let text = String(decoding: TextReport.render(findings, sources: set, colours: false), as: UTF8.self)
        #expect(
            text == """
                error[bad-pattern]: m
                 --> a.cfg:1:6
                  |
                1 |     中\\u{202E}\\xFF\\x01x
                  |                       ^

                a.cfg: 1 error

                """)
    }

    @Test func longLinesAreCut() throws {
        let text = String(repeating: "a", count: 5_000) + "X" + String(repeating: "b", count: 5_000) + "\n"
        let lines = try render(Finding(.badPattern, at: range(5_000, 5_001), "m"), text).split(separator: "\n")
        #expect(lines[1] == " --> a.cfg:1:5001")
        #expect(lines[3].hasPrefix("1 | ...aaa") && lines[3].hasSuffix("bbb...") && lines[3].count < 160)
        let caret = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) } ?? -1
        #expect(Array(lines[3])[caret] == "X")
    }

    @Test func anEmptyRangeAtTheEnd() throws {
        #expect(try render(Finding(.badPattern, at: range(3, 3), "m"), "abc").contains("1 | abc\n  |    ^\n"))
        #expect(try render(Finding(.badPattern, at: range(0, 0), "m"), "").contains("1 |\n  | ^\n"))
    }

    @Test func messagesCannotWriteToTheTerminal() throws {
        let text = try render(Finding(.badPattern, at: range(0, 1), "evil \u{1B}[2J and \r"), "x\n")
        #expect(!text.utf8.contains(0x1B) && !text.utf8.contains(0x0D))
    }

    @Test func coloursOnlyWhereAsked() throws {
        let finding = Finding(.badPattern, at: range(0, 1), "m")
        #expect(try !render(finding, "x\n").utf8.contains(0x1B))
        #expect(try render(finding, "x\n", colours: true).contains("\u{1B}[1;31merror[bad-pattern]\u{1B}[0m"))
    }

    @Test func orderIsTotal() throws {
        var findings = Findings()
        findings.add(Finding(.unknownKeyword, at: range(5, 6), "c"))
        findings.add(Finding(.unknownFetch, at: range(1, 2), "b"))
        findings.add(Finding(.duplicateProxy, at: range(1, 3), "a"))
        findings.add(Finding(.duplicateProxy, at: range(1, 2), "a2"))
        #expect(findings.sorted().map(\.message) == ["a", "a2", "b", "c"])
    }

    @Test func countedBeyondTheCap() throws {
        var findings = Findings()
        var built = 0
        for index in 0..<5_000 {
            findings.add(.unknownKeyword, at: range(index, index + 1)) {
                built += 1
                return Finding(.unknownKeyword, at: range(index, index + 1), "m")
            }
        }
        #expect(findings.total(.error) == 5_000 && built == ReportLimits.findingsPerFile && findings.sorted().count == built)
        let text = String(
            decoding: TextReport.render(findings, sources: try sources(String(repeating: "x", count: 6_000)), colours: false), as: UTF8.self
        )
        #expect(text.hasSuffix("... 4,000 more in a.cfg not shown\n\na.cfg: 5,000 errors\n"))
    }

    @Test func nothingFound() throws {
        let text = String(decoding: TextReport.render(Findings(), sources: try sources("x"), colours: false), as: UTF8.self)
        #expect(text == "a.cfg: nothing found\n")
    }

    @Test func json() throws {
        var findings = Findings()
        findings.add(
            Finding(
                .unknownFetch, at: range(2, 4), "say \"no\"\n", places: [Finding.Place(range(0, 1), "here")], help: ["h"],
                fixes: [Finding.Fix("f", span: range(2, 4), replacement: "é", isSafe: true)]))
        let text = String(decoding: JSONReport.render(findings, sources: try sources("é\nab\n", name: "a\\b")), as: UTF8.self)
        #expect(
            text == #"""
                {
                  "version": 1,
                  "findings": [
                    {
                      "severity": "error",
                      "id": "unknown-fetch",
                      "file": "a\\b",
                      "line": 1,
                      "column": 2,
                      "end": {
                        "line": 2,
                        "column": 2
                      },
                      "text": "é",
                      "message": "say \"no\"\n",
                      "notes": [
                        {
                          "kind": "place",
                          "message": "here",
                          "file": "a\\b",
                          "line": 1,
                          "column": 1,
                          "end": {
                            "line": 1,
                            "column": 2
                          }
                        },
                        {
                          "kind": "help",
                          "message": "h"
                        }
                      ],
                      "fixes": [
                        {
                          "title": "f",
                          "safe": true,
                          "file": "a\\b",
                          "line": 1,
                          "column": 2,
                          "end": {
                            "line": 2,
                            "column": 2
                          },
                          "replacement": "é"
                        }
                      ]
                    }
                  ],
                  "errors": 1,
                  "warnings": 0,
                  "suppressed": 0,
                  "inBaseline": 0,
                  "hidden": []
                }

                """#)
    }

    @Test func linesForScripts() throws {
        var findings = Findings()
        findings.add(Finding(.unknownFetch, at: range(0, 1), "a, b: 100%", help: ["c"]))
        let set = try sources("x\n", name: "d,e:f.cfg")
        #expect(
            String(decoding: HAProxyReport.render(findings, sources: set), as: UTF8.self)
                == "[ALERT]    config : parsing [d,e:f.cfg:1] : a, b: 100%; c\n")
        #expect(
            String(decoding: GitHubReport.render(findings, sources: set), as: UTF8.self)
                == "::error file=d%2Ce%3Af.cfg,line=1,col=1,endLine=1,endColumn=2,title=unknown-fetch::a, b: 100%25%0Ac\n")
        #expect(String(decoding: SARIFReport.render(findings, sources: set), as: UTF8.self).contains("\"uri\": \"d%2Ce%3Af.cfg\""))
    }
}
