import Testing

/// What stands inside words and over several words: samples, log formats, conditions, ACLs.
@Suite struct ExpressionTests {
    /// Checks lines of a backend; the first one is line 9.
    private func lines(
        _ lines: String, _ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        try check(RecoveryTests.frame + lines + "\n", expected, sourceLocation: sourceLocation)
    }

    @Test func samples() throws {
        try lines("  http-request set-header X %[src,ipmask(24)]", "")
        try lines("  http-request set-header X %[src,ipmask(24,64)]-%[src]", "")
        try lines("  http-request set-header X %[srcc]", "9:31 error unknown-fetch")
        try lines("  http-request set-header X %[]", "9:31 error missing-fetch")
        try lines("  http-request set-header X %[src", "9:29 error log-format-syntax")
        try lines("  http-request set-header X %[src,ipmask(24]", "9:41 error bad-sample-argument")
        try lines("  http-request set-header X %[src,ipmask(24,64,3)]", "9:47 error bad-sample-argument")
        try lines("  http-request set-header X %[src,ipmask]", "9:41 error bad-sample-argument")
        try lines("  http-request set-header X %[src(3)]", "9:34 error bad-sample-argument")
        try lines("  http-request set-header X %[src()]", "")
    }

    @Test func readingGoesOnBehindAnUnknownWord() throws {
        try lines(
            "  http-request set-header X \"%[srcc,ipmask(24)] %[src,nope(a]b),ipmask(24),nopo] %[sr]\"",
            """
            9:32 error unknown-fetch
            9:55 error unknown-converter
            9:76 error unknown-converter
            9:84 error unknown-fetch
            """)
    }

    @Test func bracketsInsteadOfParentheses() throws {
        let (result, sources) = try checked(RecoveryTests.frame + "  http-request set-header X %[srcc[/a/b]] if { src 1.1.1.1 }\n")
        let text = report(result, sources)
        #expect(text.contains("no sample fetch is called 'srcc[/a/b]'"))
        #expect(text.contains("^^^^ arguments stand in parentheses"))
        #expect(text.contains("= help: srcc(/a/b)"))
        #expect(result.findings.total(.error) == 1)
    }

    @Test func logFormats() throws {
        try lines("  http-request set-header X 100%%", "")
        try lines("  http-request set-header X 100%", "9:32 error log-format-syntax")
        try lines("  http-request set-header X \"100% sure\"", "9:33 error log-format-syntax")
        try lines("  http-request set-header X %(n:str)[src]", "")
        try lines("  http-request set-header X %(n:int)[src]", "9:33 error log-format-syntax")
        try lines("  http-request set-header X %{+Q", "9:30 error log-format-syntax")
        try lines("  http-request set-header X %nope", "9:29 error unknown-log-alias")
    }

    @Test func conditions() throws {
        try lines("  http-request deny if { src 10.0.0.0/8 } !{ src 10.1.0.0/16 } or { src ::1 } || { src 1.1.1.1 }", "")
        try lines("  http-request deny if", "9:21 warning empty-if")
        try lines("  http-request deny if { }", "9:24 error missing-fetch")
        try lines("  http-request deny if { src 10.0.0.1", "9:24 error unclosed-acl-brace")
        try lines("  http-request deny if nope", "9:24 error unknown-acl")
        try lines("  http-request deny if { src }", "9:26 warning no-patterns")
        try lines("  http-request deny if { src -q 1.1.1.1 }", "9:30 error unknown-acl-flag")
        try lines("  http-request deny if { src -m nope 1.1.1.1 }", "9:33 error unknown-match-method")
        try lines("  http-request deny if { src 10.0.0.0/33 }", "9:30 error bad-pattern")
        try lines("  http-request deny if { src -n name }", "9:33 error bad-pattern")
    }

    @Test func aclsAreKnownFromTheirLineOn() throws {
        try lines(
            "  http-request deny if a\n  acl a src 10.0.0.1\n  acl a src 10.0.0.2\n  http-request deny if !a or aa",
            """
            9:24 error unknown-acl
            12:30 error unknown-acl
            """)
    }

    @Test func whatUsesABrokenACLIsNotAnError() throws {
        try lines(
            "  acl a srcc 10.0.0.1\n  acl b\n  http-request deny if a b",
            """
            9:9 error unknown-fetch
            10:8 error missing-fetch
            11:24 note depends-on-broken-acl
            11:26 note depends-on-broken-acl
            """)
    }

    @Test func namesOfACLs() throws {
        try lines("  acl or src 10.0.0.1", "9:7 error bad-acl-name")
    }
}
