import Compiler
import Glibc
import Lexer
import Testing

/// The pages of `baton explain`.
@Suite struct FindingPageTests {
    @Test func everyFindingHasOnePage() {
        #expect(FindingPage.all.map(\.id).sorted() == FindingID.all.map(\.rawValue))
    }

    @Test(arguments: FindingPage.all.map(\.id)) func theExampleHasTheFinding(id: String) throws {
        let page = try #require(FindingPage.all.first { $0.id == id })
        guard let example = page.example else { return }
        let (result, _) = try checked(bytes: Array(example.utf8), name: "a.cfg", target: page.target, inputs: .warn)
        let found = result.findings.sorted().map(\.id.rawValue)
        #expect(found.contains(id), "it has \(found)")
    }

    /// Bounds that would fill a screen, what needs more than one text, and names that no check gives yet.
    @Test func whatHasNoExample() {
        #expect(
            FindingPage.all.filter { $0.example == nil }.map(\.id).sorted() == [
                "bad-error-file", "bad-line-in-file", "bad-lua-script", "bad-name", "bad-variable", "condition-too-deep",
                "default-value-lost", "duplicate-sni",
                "expired-certificate", "incomplete-section",
                "line-too-long", "lua-not-checked", "option-not-here", "predicate-argument-too-long", "removed-section",
                "senseless-timeout",
                "source-too-large", "too-many-nested-ifs", "too-many-words", "unreadable-file",
            ])
    }

    @Test func pagesAreShort() {
        for page in FindingPage.all {
            #expect(page.meaning.hasSuffix(".") && page.why.hasSuffix("."), "\(page.id)")
            #expect(page.meaning.utf8.count + page.why.utf8.count < 260, "\(page.id)")
            #expect((page.example ?? "").split(separator: "\n").count <= 6, "\(page.id)")
        }
    }

    @Test func showsOnePage() throws {
        let page = try #require(FindingPage.page(.emptyCondition))
        #expect(
            page.text(.warning) == """
                empty-if (warning)

                'if' or 'unless' is the last word of the line.
                HAProxy takes it for a condition that never holds, so the rule never runs.

                An example:

                    frontend f
                      mode http
                      bind :80
                      http-request deny if

                Instead:

                    http-request deny, or a condition behind 'if'.

                Configuration manual of HAProxy 3.4: section 7.2

                """)
    }

    /// docs/findings.md is `baton explain --markdown`. With `UPDATE_FIXTURES=1` in the environment it is written instead.
    @Test func theDocumentIsCurrent() throws {
        let path = folder("../../docs/findings.md")
        if getenv("UPDATE_FIXTURES") != nil {
            #expect(write(FindingPage.markdown, to: path))
            return
        }
        let document = String(decoding: try FileReader.read(path, limit: 1 << 20), as: UTF8.self)
        #expect(document == FindingPage.markdown, "swift run baton explain --markdown > docs/findings.md")
    }
}
