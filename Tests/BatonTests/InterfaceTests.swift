import Compiler
import Glibc
import Lexer
import Testing

@testable import baton

/// What other tools hold of the command line and the reports.
@Suite struct InterfaceTests {
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    private func read(_ path: String) throws -> String {
        String(decoding: try FileReader.read(Self.root + "/" + path, limit: 1 << 20), as: UTF8.self)
    }

    private func parse(_ words: [String]) throws -> Arguments {
        let command = try #require(commands.first { $0.name == words[0] })
        return try Arguments(words[1...], for: command)
    }

    @Test func commandsDoNotCollide() {
        #expect(Set(commands.map(\.name)).count == commands.count)
        for command in commands {
            let names = command.options.flatMap(\.names)
            #expect(Set(names).count == names.count && !names.contains("--help"), "\(command.name)")
        }
    }

    @Test func severalTargetsForCheckAlone() throws {
        #expect(try parse(["check", "--target", "2.6", "--target=3.4", "a"]).values("--target") == ["2.6", "3.4"])
        #expect(throws: Arguments.Failure.self) { try parse(["compile", "--target", "2.6", "--target=3.4", "-f", "a", "-o", "b"]) }
    }

    /// docs/baton.1 is `baton manual`. With `UPDATE_FIXTURES=1` in the environment it is written instead.
    @Test func theManualPageIsCurrent() throws {
        let page = ManualPage.text(commands)
        if getenv("UPDATE_FIXTURES") != nil {
            try FileOutput.write(Array(page.utf8), to: Self.root + "/docs/baton.1")
            return
        }
        #expect(try read("docs/baton.1") == page, "swift run baton manual > docs/baton.1")
        // Only requests that are meant begin a line.
        let requests: Set = ["TH", "SH", "SS", "TP", "B", "I", "BR"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains(String(line.dropFirst().prefix { $0.isLetter })), "\(line)")
        }
    }

    @Test func theHookIsACommandLine() throws {
        let lines = try read(".pre-commit-hooks.yaml").split(separator: "\n")
        func value(_ key: String) throws -> String {
            let line = try #require(lines.first { $0.hasPrefix("  \(key): ") })
            return String(line.dropFirst(key.count + 4))
        }
        let entry = try value("entry").split(separator: " ").map(String.init)
        let extra = try #require(try JSONReader.read(Array(try value("args").utf8)).array).compactMap(\.string)
        #expect(entry[0] == "baton")
        let arguments = try parse(entry.dropFirst() + extra + ["haproxy.cfg"])
        #expect(arguments.operands == ["haproxy.cfg"] && arguments.value("--inputs") == "skip")
        let files = try Regex(try value("files"))
        for (name, isMeant) in [("haproxy.cfg", true), ("etc/haproxy-edge.cfg", true), ("setup.cfg", false), ("haproxy.cfg.j2", false)] {
            #expect((name.firstMatch(of: files) != nil) == isMeant, "\(name)")
        }
    }

    /// What the matchers take from each report: severity, file, line, message.
    @Test func theMatchersMatchOurReports() throws {
        var sources = SourceSet()
        sources.add(
            try Source(name: "etc/a b.cfg", index: 0, bytes: Array("frontend f\n  foo\n  mode http\n  http-request deny if\n".utf8)))
        let result = Compiler.check(sources, CheckOptions())
        let wanted = result.findings.sorted().map { finding in
            "\(finding.severity.name) etc/a b.cfg \(sources.place(finding.span).line) \(finding.message)"
        }
        #expect(wanted.contains { $0.hasPrefix("error") } && wanted.contains { $0.hasPrefix("warning") })
        let text = try matched(TextReport.render(result.findings, sources: sources, colours: false))
        #expect(text.sorted() == wanted.sorted())
        let haproxy = try matched(HAProxyReport.render(result.findings, sources: sources))
        // Here the message has the first help behind it.
        #expect(haproxy.count == wanted.count)
        for line in wanted { #expect(haproxy.contains { $0.hasPrefix(line) }, "\(line)") }
    }

    private func matched(_ report: [UInt8]) throws -> [String] {
        let lines = String(decoding: report, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let document = try JSONReader.read(Array(try read("docs/problem-matcher.json").utf8))
        var found: [String] = []
        for matcher in try #require(document["problemMatcher"]?.array) {
            let patterns = try #require(matcher["pattern"]?.array)
            for first in lines.indices where first + patterns.count <= lines.count {
                var values: [String: String] = ["severity": matcher["severity"]?.string ?? "error"]
                var isMatch = true
                for (offset, pattern) in patterns.enumerated() {
                    let regex = try Regex(try #require(pattern["regexp"]?.string))
                    guard let match = lines[first + offset].wholeMatch(of: regex) else {
                        isMatch = false
                        break
                    }
                    for name in ["severity", "file", "line", "message"] {
                        if let group = pattern[name]?.count { values[name] = match.output[group].substring.map(String.init) }
                    }
                }
                guard isMatch else { continue }
                let severity = values["severity"] == "notice" ? "note" : values["severity"] ?? ""
                found.append("\(severity) \(values["file"] ?? "") \(values["line"] ?? "") \(values["message"] ?? "")")
            }
        }
        return found
    }

    /// Each input of the action reaches the script.
    @Test func theActionPassesItsInputs() throws {
        let action = try read("action.yml")
        let script = try read("script/action")
        for match in action.matches(of: /(BATON_[A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}/) {
            #expect(script.contains("${\(match.1):-"), "\(match.1)")
            #expect(action.contains("\n  \(match.2):\n"), "\(match.2)")
        }
        #expect(action.matches(of: /inputs\./).count == action.matches(of: /\n  [a-z-]+:\n    description/).count)
    }
}
