import Compiler
import GrammarFormat
import Lexer
import Testing

/// `# baton: allow ID -- reason`.
@Suite struct SuppressionTests {
    private static let frame = RecoveryTests.frame

    @Test func onItsLineAndOnTheLineBefore() throws {
        let text =
            Self.frame + """
                  redirect location /a if # baton: allow empty-if -- kept for later
                  # baton: allow empty-if,  not-supported-yet -- generated
                  # a comment between

                  redirect location /b if
                  redirect location /c if

                """
        let (result, sources) = try checked(text)
        let found = result.findings.sorted().map { "\(sources.place($0.span).line) \($0.id.rawValue)" }
        #expect(found == ["9 not-supported-yet", "14 not-supported-yet", "14 empty-if"])
        #expect(result.findings.suppressed == 3 && result.findings.total(.warning) == 1)
        #expect(report(result, sources).hasSuffix("test.cfg: 1 warning, 2 notes, 3 suppressed\n"))
        let json = String(decoding: JSONReport.render(result.findings, sources: sources), as: UTF8.self)
        #expect(json.contains("\"suppressed\": 3"))
    }

    @Test func errorsStay() throws {
        try check(
            Self.frame + "  foo # baton: allow unknown-keyword -- we know\n  balance source # baton: allow unknown-fetch -- not here\n",
            """
            9:3 error unknown-keyword
            9:22 warning suppression-of-error
            10:33 warning suppression-of-error
            """)
    }

    @Test func saysWhatDoesNothing() throws {
        try check(
            Self.frame
                + """
                  redirect location /a if # baton: allow empty-if
                  redirect location /b if # baton: allow empty-if --
                  balance source # baton: allow emty-if -- typo
                  balance source # baton: alow empty-if -- typo
                  balance source # baton: allow empty-if ignored-here -- no comma
                  balance source # baton: allow -- nothing named
                  log-tag "# baton: allow x -- a word is no comment"
                # baton: allow empty-if -- nothing follows

                """,
            """
            9:3 note not-supported-yet
            9:24 warning empty-if
            9:27 warning suppression-without-reason
            10:3 note not-supported-yet
            10:24 warning empty-if
            10:27 warning suppression-without-reason
            11:33 warning suppression-of-unknown-id
            12:18 warning malformed-suppression
            13:18 warning malformed-suppression
            14:18 warning malformed-suppression
            16:16 warning unused-suppression
            """)
    }

    @Test func aLineWhoseFirstWordIsEmpty() throws {
        try check(Self.frame + "  \"\" x # baton: allow empty-first-word -- generated\n  foo\n", "10:3 error unknown-keyword")
    }

    @Test func masksAndTargets() throws {
        let text =
            Self.frame + """
                .if defined(NONE)
                  # baton: allow empty-if -- masked, so neither used nor unused
                  redirect location /a if # baton: allow empty-if -- masked
                  # baton: allow empty-if -- masked
                .endif
                  redirect location /a if # baton: allow not-supported-yet, empty-if -- for both targets

                """
        try check(text, "")
        var sources = SourceSet()
        sources.add(try Source(name: "a.cfg", index: 0, bytes: Array(text.utf8)))
        let result = Compiler.check(sources, CheckOptions(), targets: [.v2_6, .v3_4])
        #expect(result.findings.suppressed == 2 && result.findings.sorted().isEmpty)
    }
}

@Suite struct FindingIDTests {
    /// An ID that is written into FindingID.swift is one that suppressions and the project file know.
    @Test func theListIsComplete() throws {
        let path = folder("../../Sources/Compiler/")
        let ids = String(decoding: try FileReader.read(path + "Report/FindingID.swift", limit: 1 << 20), as: UTF8.self)
        for match in ids.matches(of: /= FindingID\("([a-z-]+)"/) {
            #expect(FindingID.named(String(match.1)) != nil, "\(match.1) is not in FindingID.own")
        }
        let signatures = String(decoding: try FileReader.read(path + "Grammar/FindingText.swift", limit: 1 << 20), as: UTF8.self)
        let start = try #require(signatures.range(of: "package var id: String"))
        let body = signatures[start.upperBound...].prefix { $0 != "/" }
        for match in body.matches(of: /"([a-z-]+)"/) {
            #expect(FindingID.named(String(match.1)) != nil, "\(match.1) is not in FindingID.ofSignatures")
        }
        #expect(FindingID.nearest("emty-if") == "empty-if" && FindingID.nearest("something-else-entirely") == nil)
    }
}
