import Testing

/// Wrong lines and sections do not hide what is wrong elsewhere, and nothing is said twice.
@Suite struct RecoveryTests {
    /// A proxy with nothing else to say about it, so that tests see only their own findings. Its last line is 8.
    static let frame = """
        defaults
          mode http
          timeout connect 5s
          timeout client 5s
          timeout server 5s
        frontend f
          bind :80
        backend b

        """

    @Test func everyLineIsRead() throws {
        try check(
            Self.frame + "  balance leastcon\n  timeout conect 5s\n  server s1 10.0.0.1:80 chek weight 1000 inter x\n  foo\n",
            """
            9:11 error unknown-algorithm
            10:3 error unknown-keyword
            11:25 error unknown-option
            11:37 error invalid-value
            11:48 error invalid-value
            12:3 error unknown-keyword
            """)
    }

    @Test func aMistypedSectionIsReadAsWhatItMeans() throws {
        try check(
            Self.frame + "frntend g\n  bind :81\n  balance roundrobin\n",
            """
            9:1 error unknown-section
            11:3 warning ignored-here
            """)
    }

    @Test func linesBeforeTheFirstSection() throws {
        try check(
            "maxconn 3\n" + Self.frame,
            """
            1:1 error directive-outside-section
            """)
    }

    @Test func addressesInTheSectionLine() throws {
        try check(
            Self.frame + "listen l 10.0.0.1:80\n  server s 10.0.0.2:80\n",
            """
            9:10 error listen-address-in-section-line
            """)
    }

    @Test func emptyWordsAndWhatFollowsThem() throws {
        try check(
            Self.frame + "  timeout connect \"\"\n  server s1 10.0.0.1:80 \"\" check\n",
            """
            9:19 error empty-argument
            10:25 error empty-argument
            """)
        try check(
            Self.frame + "  timeout connect \"$NOPE\"\n",
            """
            9:19 error empty-argument
            """)
    }

    @Test func unclosedQuotesAreSaidOnce() throws {
        try check(
            Self.frame + "  server \"s1 10.0.0.1:80 chek\n  server s2 10.0.0.1:80 chek\n",
            """
            9:10 error unclosed-weak-quote
            10:25 error unknown-option
            """)
    }

    @Test func variablesReachTheWords() throws {
        try check(
            Self.frame + "  server s1 \"$HOST:80\" weight \"${WEIGHT-1000}\"\n",
            """
            9:31 error invalid-value
            """, environment: ["HOST": "10.0.0.1"])
    }

    @Test func duplicates() throws {
        try check(
            Self.frame + "  server s 10.0.0.1:80\n  server s 10.0.0.2:80\nbackend b\nbackend f\n",
            """
            10:10 error duplicate-server
            11:9 error duplicate-proxy
            12:9 error duplicate-proxy
            """)
    }

    @Test func noNewlineAtTheEnd() throws {
        try check(
            Self.frame + "  fooo",
            """
            9:3 error unknown-keyword
            9:7 error missing-final-newline
            """)
    }

    @Test func nothing() throws {
        try check("", "")
        try check("\n# only a comment\n", "")
    }

    @Test func nobodyListens() throws {
        try check(
            "backend b\n",
            """
            1:1 warning no-listener
            """)
    }

    @Test func referencesAndModes() throws {
        try check(
            Self.frame
                + "frontend g\n  bind :81\n  use_backend nope if { path / }\n  use_backend f if { path / }\n"
                + "  use_backend t\nbackend t\n  mode tcp\n",
            """
            11:15 error unknown-reference
            12:15 error unknown-reference
            13:15 error mode-mismatch
            """)
    }

    @Test func defaultsByName() throws {
        try check(
            """
            defaults d
              mode http
              timeout client 5s
            defaults e from d
            frontend f from e
              bind :80
              http-request deny
            frontend g from dd
              bind :81

            """,
            """
            8:17 error unknown-reference
            """)
    }
}

extension RecoveryTests {
    @Test func rulesNeedNamedDefaults() throws {
        try check(
            "defaults\n  mode http\n  http-request deny\ndefaults d\n  mode http\n  http-request deny\nbackend b from d\n",
            """
            3:3 error rule-in-anonymous-defaults
            7:1 warning no-listener
            """)
    }

    @Test func whatIsBeyondTheCapIsOnlyCounted() throws {
        let lines = (0..<5_000).map { "  serverr s\($0) 10.0.0.1:80 if nope\n" }.joined()
        let (result, _) = try checked(Self.frame + lines)
        #expect(result.findings.total(.error) == 5_000)
        #expect(result.findings.sorted().count <= 1_100)
        #expect(result.findings.hidden(file: 0) == 4_000)
    }
}
