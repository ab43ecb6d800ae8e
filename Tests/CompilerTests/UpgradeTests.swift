import Compiler
import GrammarFormat
import Lexer
import Testing

/// What changes for a configuration between two releases.
@Suite struct UpgradeTests {
    private func findings(_ text: String, from: Release, to: Release) throws -> [String] {
        var sources = SourceSet()
        sources.add(try Source(name: "test.cfg", index: 0, bytes: Array(text.utf8)))
        var options = CheckOptions()
        options.inputs = .skip
        return UpgradeFindings.between(sources, from: from, to: to, options).sorted().map {
            "\(sources.place($0.span).line) \($0.severity.name) \($0.id.rawValue)"
        }
    }

    private let timeouts = " timeout client 1s\n timeout server 1s\n timeout connect 1s\n mode http\n"

    @Test func names() throws {
        let text = "frontend app\n\(timeouts) bind :1\nbackend app\n\(timeouts)"
        #expect(try findings(text, from: .v2_6, to: .v3_4) == ["7 error duplicate-proxy"])
        #expect(try findings(text, from: .v2_6, to: .v3_2) == [])
    }

    @Test func removedWords() throws {
        let text = "global\n master-worker\nprogram api\n command x\nfrontend f\n\(timeouts) bind :1\n"
        #expect(try findings(text, from: .v3_2, to: .v3_4).contains("3 error removed-keyword"))
    }

    /// What was wrong before is not said again.
    @Test func oldMistakes() throws {
        let text = "frontend f\n\(timeouts) bind :1\n nonsense\n"
        #expect(try findings(text, from: .v2_6, to: .v3_4) == [])
    }
}
