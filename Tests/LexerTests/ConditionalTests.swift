import Lexer
import Testing

/// Conditional blocks, as HAProxy 3.4.0 decides them: each row was seen there.
@Suite struct ConditionalTests {
    static let variables = [("A", "1"), ("B", "0"), ("N", "abc")]

    static let truths: [(condition: String, isTrue: Bool)] = [
        ("", false), ("0", false), ("1", true), ("-1", true), ("+0", false), ("00", false), ("0x10", true), ("0x0", false),
        ("!0", true), ("! 1", false), ("!!1", true), ("(1)", true), ("((0))", false), ("( 1 )", true), ("!(0)", true),
        ("1 && 1", true), ("1&&0", false), ("0 || 1", true), ("0||0", false), ("1 || 0 && 0", true), ("(1 || 0) && 0", false),
        ("0 && 1 || 1", true), ("!0 && !0", true),
        ("\"${A}\"", true), ("\"${B}\"", false), ("\"$U\"", false), ("\"${U-1}\"", true), ("\"\"", false), ("\"\" 1", true),
        ("defined(A)", true), ("defined(U)", false), ("defined", false), ("defined( A )", false), ("defined(\\\"A\\\")", true),
        ("defined(\\'A\\')", true), ("'defined(\"A\")'", true),
        ("feature(OPENSSL)", true), ("feature(QUIC)", false), ("feature()", false), ("feature(SSL)", true), ("feature(PCRE)", false),
        ("streq(\"$A\",1)", true), ("streq(a, a)", false), ("streq(\"a\",\"a\")", true), ("streq(\\\"a,b\\\",'\"a,b\"')", true),
        ("streq(,)", true), ("strneq(a,b)", true), ("strneq(a,a)", false), ("strstr(abc,b)", true), ("strstr(abc,)", true),
        ("strstr(,a)", false), ("strstr(abc,x)", false), ("streq(a\\\\ b,a b)", true),
        ("version_atleast(3.4)", true), ("version_atleast(3.4.0)", true), ("version_atleast(3.4-dev1)", true),
        ("version_atleast(2.4-dev19)", true), ("version_atleast(3.5)", false), ("version_before(3.5-dev3)", true),
        ("version_before(3.4.0)", false), ("version_before(2)", false), ("version_before(3.4.0-1)", true),
        ("version_atleast(3.4.0-0)", true),
        ("openssl_version_atleast(3.0.0)", true), ("openssl_version_atleast(1.1.1f)", true), ("openssl_version_before(3.0.1)", true),
        ("openssl_version_atleast(3.0.22)", false), ("openssl_version_before(9.0.0)", false),
        ("openssl_version_atleast(3.0.0-beta2)", true),
        ("ssllib_name_startswith(OpenSSL)", true), ("ssllib_name_startswith(wolfSSL)", false), ("ssllib_name_startswith()", true),
        ("enabled(POLL)", true), ("enabled(KQUEUE)", false), ("enabled(FOO)", false), ("enabled(FAST-FORWARD)", true),
        ("enabled(SERVER-SSL-VERIFY-NONE)", false), ("enabled(SPLICE)", true), ("enabled(REUSEPORT)", true),
        // What is decided already is not looked at.
        ("0 && awslc_api_atleast(1)", false), ("1 || openssl_version_atleast(3)", true),
    ]

    @Test(arguments: ConditionalTests.truths) func conditions(condition: String, isTrue: Bool) throws {
        let reading = try read("#\n.if \(condition)\nyes\n.else\nno\n.endif\n", Self.variables)
        #expect(reading.lines == [[isTrue ? "yes" : "no"]])
        #expect(reading.findings.allSatisfy { $0.kind == .emptyCondition })
    }

    static let blocks: [(text: String, lines: [[String]])] = [
        (".if 1\na\n.endif\nb\n", [["a"], ["b"]]),
        (".if 0\na\n.elif 1\nb\n.elif 1\nc\n.else\nd\n.endif\n", [["b"]]),
        (".if 0\na\n.elif 0\nb\n.else\nc\n.endif\n", [["c"]]),
        (".if 1\na\n.elif foo(\nb\n.else\nc\n.endif\n", [["a"]]),
        (".if 0\n.if foo(\na\n.elif bar\nb\n.else\nc\n.endif\nd\n.else\ne\n.endif\n", [["e"]]),
        (".if 1\n.if 0\na\n.endif\nb\n.endif\n", [["b"]]),
        (".if 1 # comment\na\n.else # comment\nb\n.endif # comment\n", [["a"]]),
        ("\".if\" 0\na\n'.endif'\nb\n", [["b"]]),
        (".if 0\na \"\" b\n.foo\n.alert x y\n.endif\nb\n", [["b"]]),
    ]

    @Test(arguments: ConditionalTests.blocks) func nesting(text: String, lines: [[String]]) throws {
        let reading = try read("#\n" + text, Self.variables)
        #expect(reading.lines == lines)
        #expect(reading.findings == [])
    }

    static let problems: [(text: String, problems: [String], lines: [[String]])] = [
        (".elif 1\na\n", ["elif-without-if .elif"], [["a"]]),
        (".else\na\n", ["else-without-if .else"], [["a"]]),
        (".endif\na\n", ["endif-without-if .endif"], [["a"]]),
        (".if 0\n.else\na\n.elif 1\nb\n.else\nc\n.endif\n", ["elif-after-else .elif", "else-after-else .else"], [["a"], ["b"], ["c"]]),
        (".if 1\n.if 0\na\n", ["unclosed-if .if", "unclosed-if .if"], []),
        (".if 0\n.else a b\nc\n.endif d\n", ["unexpected-directive-argument a b", "unexpected-directive-argument d"], [["c"]]),
        (".if 0\n.else \"\"\nc\n.endif\n", [], [["c"]]),
        (".foo a\n.\n", ["unknown-directive .foo", "unknown-directive ."], []),
        (".if\na\n.endif\n", ["empty-condition .if"], []),
        // A condition that cannot be read is taken for true.
        (".if 1 && \na\n.else\nb\n.endif\n", ["unparsable-condition "], [["a"]]),
        (".if ! \na\n.endif\n", ["unparsable-condition "], [["a"]]),
        (".if () \na\n.endif\n", ["unparsable-condition )"], [["a"]]),
        (".if 0 ||| 1\na\n.endif\n", ["unparsable-condition |"], [["a"]]),
        (".if foo(a) && 1\na\n.endif\n", ["unknown-predicate foo"], [["a"]]),
        (".if defned\na\n.endif\n", ["unknown-predicate defned"], [["a"]]),
        (".if 1 2  3\na\n.endif\n", ["text-after-condition 2  3"], [["a"]]),
        (".if 0x\na\n.endif\n", ["text-after-condition x"], [["a"]]),
        (".if defined A\na\n.endif\n", ["text-after-condition A"], [["a"]]),
        (".if 0 || (1\na\n.endif\n", ["unclosed-parenthesis ("], [["a"]]),
        (".if streq(a)\na\n.endif\n", ["missing-predicate-argument streq(a)"], [["a"]]),
        (".if streq\na\n.endif\n", ["missing-predicate-argument streq"], [["a"]]),
        (".if defined(A\na\n.endif\n", ["unclosed-predicate ("], [["a"]]),
        (".if defined(A\\\\\na\n.endif\n", ["unclosed-predicate ("], [["a"]]),
        (".if streq(a,b,c)\na\n.endif\n", ["extra-predicate-argument ,c)"], [["a"]]),
        (".if awslc_api_atleast(1)\na\n.endif\n", ["invalid-predicate-argument awslc_api_atleast(1)"], [["a"]]),
        (".if openssl_version_atleast(3)\na\n.endif\n", ["invalid-predicate-argument openssl_version_atleast(3)"], [["a"]]),
        (".if version_atleast(x)\na\n.endif\n", ["invalid-version version_atleast(x)"], [["a"]]),
        // Messages
        (
            ".notice \"a b\"\n.diag c\n.warning 'd'\n.alert e\nf\n",
            ["notice-message \"a b\"", "diag-message c", "warning-message 'd'", "alert-message e"], [["f"]]
        ),
        (".notice\n", ["notice-message .notice"], []),
        (".notice a b c\n", ["unexpected-directive-argument b c"], []),
        (".notice a \"\" c\n", ["notice-message a"], []),
        // What is wrong in a masked line counts if the words cannot be told; the rest does not.
        (".if 0\nfoo \"bar\n.endif\na\n", ["unclosed-weak-quote \""], [["a"]]),
        (".if 0\nfoo \"x$U\" ${A} \\x00 \"\"\n\"\" b\n.endif\na\n", [], [["a"]]),
        (".if 0\n[x y]\n.endif\n", ["invalid-scope-character  "], [["x y"]]),
        // Neither does a broken line unbalance the blocks.
        (".if \"\\xg\"\na\n.endif\nb\n", ["invalid-hex-escape \\x"], [["a"], ["b"]]),
        (".if 0\na\n.endif \"x\nb\n", ["unclosed-weak-quote \""], [["b"]]),
    ]

    @Test(arguments: ConditionalTests.problems) func findings(text: String, problems: [String], lines: [[String]]) throws {
        let reading = try read("#\n" + text, Self.variables)
        #expect(reading.problems == problems)
        #expect(reading.lines == lines)
        for finding in reading.findings { #expect(!finding.message(in: reading.source).isEmpty) }
    }

    @Test func messagesSayTheirText() throws {
        let reading = try read("#\n.alert \"needs ${A} more\"\n", Self.variables)
        #expect(reading.findings.map { $0.message(in: reading.source) } == ["needs 1 more"])
        #expect(reading.findings.map { $0.severity } == [.error])
    }

    @Test func nestingIsBounded() throws {
        let deep = Limits.maxNestedConditionals
        let opening = String(repeating: ".if 1\n", count: deep)
        let closing = String(repeating: ".endif\n", count: deep)
        #expect(try read("\(opening)a\n\(closing)b\n").lines == [["a"], ["b"]])
        let over = try read("\(opening).if 1\nx\n.if 1\n.else\ny\n.endif\n.endif\na\n\(closing)b\n")
        #expect(over.lines == [["a"], ["b"]])
        #expect(over.ids == ["too-many-nested-ifs"])
    }

    @Test func depthIsBounded() throws {
        func condition(_ count: Int) -> String { (0..<count).map { _ in "0" }.joined(separator: "||") }
        #expect(try read("#\n.if \(condition(1000))\na\n.endif\n").ids == [])
        #expect(try read("#\n.if \(condition(1100))\na\n.endif\n").ids == ["condition-too-deep"])
        let parentheses = String(repeating: "(", count: 100_000)
        #expect(try read("#\n.if \(parentheses)\na\n.endif\n").ids == ["condition-too-deep"])
        let negations = String(repeating: "!", count: 100_001)
        #expect(try read("#\n.if \(negations)0\na\n.endif\n").lines == [["a"]])
    }

    @Test func argumentsAreBounded() throws {
        let long = String(repeating: "x", count: Limits.maxArgumentBytes)
        #expect(try read("#\n.if streq(\(long),\(long))\na\n.endif\n").lines == [["a"]])
        #expect(try read("#\n.if defined(\(long)x)\na\n.endif\n").ids == ["predicate-argument-too-long"])
    }

    @Test func placesReachThroughQuotes() throws {
        let reading = try read("#\n.if '1 && foo(' \"${N}\"\n.endif\n", Self.variables)
        #expect(reading.problems == ["unknown-predicate foo"])
        let text = try read("#\n.if 1 \"${N}\"\n.endif\n", Self.variables)
        #expect(text.problems == ["text-after-condition ${N}"])
    }

    @Test func theBuildIsDeclared() throws {
        var build = BuildDescription()
        build.version = "3.2.0"
        build.features = "+QUIC -OPENSSL"
        build.sslLibrary = "AWS-LC 1.50"
        build.awslcApi = 35
        build.opensslVersionNumber = nil
        build.enabled = [.serverSslVerifyNone]
        for (condition, isTrue) in [
            ("version_before(3.4)", true), ("feature(QUIC)", true), ("feature(OPENSSL)", false), ("awslc_api_atleast(35)", true),
            ("awslc_api_before(35)", false), ("ssllib_name_startswith(AWS-LC)", true), ("enabled(POLL)", false),
            ("enabled(SERVER-SSL-VERIFY-NONE)", true),
        ] {
            let reading = try read("#\n.if \(condition)\nyes\n.endif\n", build: build)
            #expect(reading.lines == (isTrue ? [["yes"]] : []), "\(condition)")
        }
        #expect(try read("#\n.if awslc_api_atleast(3x)\n.endif\n", build: build).ids == ["invalid-predicate-argument"])
        #expect(try read("#\n.if openssl_version_atleast(3.0.0)\n.endif\n", build: build).ids == ["invalid-predicate-argument"])
    }
}
