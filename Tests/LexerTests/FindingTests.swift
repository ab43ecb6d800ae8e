import Lexer
import Testing

/// Every kind of finding, the bytes it is at, and what is read nevertheless.
@Suite struct FindingTests {
    static let variables = [("A", "one"), ("E", ""), ("LOCAL_SYSLOG", "x")]
    static let many = (1...66).map { "w\($0)" }.joined(separator: " ")

    /// `# \n` is put before each text, so that the first line is none with a default value.
    static let rows: [(text: String, problems: [String], lines: [[String]])] = [
        // Bytes
        ("a b\0c d\ne\n", ["nul-byte \0"], [["a", "b"], ["e"]]),
        ("a # c\0\ne\n", ["nul-byte \0"], [["a"], ["e"]]),
        ("\0\ne\n", ["nul-byte \0"], [["e"]]),
        ("a\rb c\nd\n", ["text-after-carriage-return \r"], [["a"], ["d"]]),
        ("a\u{1}b\n", ["control-character \u{1}"], [["a\u{1}b"]]),
        ("a\u{7f}\n", ["control-character \u{7f}"], [["a\u{7f}"]]),
        ("a\u{a0}b\n", ["no-break-space \u{a0}"], [["a\u{a0}b"]]),
        ("k “x”\n", ["typographic-quote “", "typographic-quote ”"], [["k", "“x”"]]),
        ("k \"“x”\u{1}\u{a0}\"\n", [], [["k", "“x”\u{1}\u{a0}"]]),
        ("a b", ["missing-final-newline "], [["a", "b"]]),
        ("a b\r", ["missing-final-newline "], [["a", "b"]]),
        ("# c", ["missing-final-newline "], []),
        // Quotes and escapes
        ("a \"b c\nd\n", ["unclosed-weak-quote \""], [["a", "b c"], ["d"]]),
        ("a 'b\" c\nd\n", ["unclosed-strong-quote '"], [["a", "b\" c"], ["d"]]),
        ("a \"b\rc\"\n", ["unclosed-weak-quote \"", "text-after-carriage-return \r"], [["a", "b"]]),
        ("a b\\xg1 c\n", ["invalid-hex-escape \\x"], [["a", "b\\xg1", "c"]]),
        ("a b\\x1g\n", ["invalid-hex-escape \\x1"], [["a", "b\\x1g"]]),
        ("a b\\x\n", ["invalid-hex-escape \\x"], [["a", "b\\x"]]),
        (
            "a \\x4 \\x \"b\n", ["invalid-hex-escape \\x4", "invalid-hex-escape \\x", "unclosed-weak-quote \""],
            [["a", "\\x4", "\\x", "b"]]
        ),
        ("a b\\x00c\n", ["nul-escape \\x00"], [["a", "b"]]),
        ("a b \\\nc\n", ["backslash-at-line-end \\"], [["a", "b", "\\"], ["c"]]),
        ("a b\\\r\nc\n", ["backslash-at-line-end \\"], [["a", "b\\"], ["c"]]),
        // Variables
        ("a \"${A b\" c\n", ["unclosed-brace {"], [["a", "one b", "c"]]),
        ("a \"${A-b\" c\n", ["unclosed-brace {"], [["a", "one", "c"]]),
        (
            "a \"$1\" \"${}\" \"$\"\n", ["invalid-variable-name 1", "invalid-variable-name }", "invalid-variable-name \""],
            [["a", "$1", "${}", "$"]]
        ),
        ("a \"$\n", ["invalid-variable-name ", "unclosed-weak-quote \""], [["a", "$"]]),
        ("a \"$.FOO\" b\n", ["unknown-pseudo-variable .FOO"], [["a", "", "b"]]),
        ("a \"x${A[1]}y\" b\n", ["invalid-word-expansion ["], [["a", "xy", "b"]]),
        ("a \"b$UNSET\"\n", ["unset-variable UNSET"], [["a", "b"]]),
        (
            "a ${A} ${B-c} ${D[*]}\n", ["variable-outside-quotes ${A}", "variable-outside-quotes ${B", "variable-outside-quotes ${D"],
            [["a", "${A}", "${B-c}", "${D[*]}"]]
        ),
        ("a $ $A ${ ${1} \\.php$\n", [], [["a", "$", "$A", "${", "${1}", "\\.php$"]]),
        // Words
        ("\(many)\nb\n", ["too-many-words w65"], [(1...64).map { "w\($0)" }, ["b"]]),
        ("a \"\" b\nc\n", ["empty-argument \"\""], [["a", "", "b"], ["c"]]),
        ("a \"$UNSET\" ''\n", ["empty-argument \"$UNSET\"", "empty-argument ''"], [["a", "", ""]]),
        ("a \"$E\"\n", ["empty-argument \"$E\""], [["a", ""]]),
        ("a \\x00b\n", ["nul-escape \\x00", "empty-argument \\x00b"], [["a", ""]]),
        ("\"\" b c\nd\n", ["empty-first-word \"\""], [["d"]]),
        // Scopes
        ("[a-b.c:d_1]\nx\n", [], [["a-b.c:d_1"], ["x"]]),
        ("  [a] # b\n", [], [["a"]]),
        ("[]\nx\n", ["empty-scope-name []"], [[], ["x"]]),
        ("[a b\nx\n", ["empty-scope-name [a b"], [[], ["x"]]),
        ("[a b]\nx\n", ["invalid-scope-character  "], [["a b"], ["x"]]),
        ("[a] b c \nx\n", ["text-after-scope b c"], [["a"], ["x"]]),
    ]

    @Test(arguments: FindingTests.rows) func findings(text: String, problems: [String], lines: [[String]]) throws {
        let reading = try read("# \n" + text, Self.variables)
        #expect(reading.problems == problems)
        #expect(reading.lines == lines)
        let hasError = reading.findings.contains { $0.severity == .error && $0.kind != .missingFinalNewline }
        #expect(reading.broken.contains(true) == hasError)
    }

    @Test func byteOrderMark() throws {
        let reading = try read([0xEF, 0xBB, 0xBF] + bytes("global\n"))
        #expect(reading.ids == ["byte-order-mark"])
        #expect(reading.lines == [["global"]])
    }

    @Test func defaultValuesGetLostWhereTheReferenceEnlargesItsBuffer() throws {
        // The first line, and then one that is longer than all before it in steps of 1024 bytes.
        #expect(try read("a \"${U-b}\"\n").problems == ["default-value-lost {"])
        #expect(try read("a b\nc \"${U-d}\"\n").problems == [])
        let long = String(repeating: "x", count: 1020)
        #expect(try read("a b\nc \"${U-d}\"\(long)\n").problems == [])
        #expect(try read("a b\nc \"${U-de}\"\(long)\n").problems == ["default-value-lost {"])
        #expect(try read("a b\nc xyz\(long)\nc \"${U-de}\"\(long)\n").problems == [])
    }

    @Test func tooLongALine() throws {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: Limits.maxLineBytes + 10)
        let source = try Source(name: "x", index: 0, bytes: bytes("a ") + long + bytes("\nb # ") + long + bytes("\n"))
        var environment = Environment()
        var reader = Preprocessor(source)
        var line = Line()
        #expect(reader.next(into: &line, environment: &environment))
        #expect(line.count == 0 && line.isBroken)
        // A comment may be as long as it likes.
        #expect(reader.next(into: &line, environment: &environment))
        #expect(line.count == 1 && !line.isBroken)
        #expect(reader.takeFindings().map { $0.kind } == [.lineTooLong])
    }

    @Test func expansionIsBounded() throws {
        let value = String(repeating: "x", count: 1 << 20)
        let reading = try read("# \na \"" + String(repeating: "$V", count: 40) + "\" b\nc \"$V\"\n", [("V", value)])
        #expect(reading.ids == ["line-too-long"])
        #expect(reading.broken == [false, true, false])
        #expect(reading.lines[0].reduce(0) { $0 + $1.utf8.count } <= Limits.maxLineBytes + 2)
        #expect(reading.lines[1] == ["c", value])
    }

    @Test func findingsAreBounded() throws {
        let text = [UInt8](repeating: 0x5C, count: 0) + bytes(String(repeating: "\\x\n", count: Limits.maxFindingsPerSource + 7))
        let source = try Source(name: "x", index: 0, bytes: text)
        var environment = Environment()
        var reader = Preprocessor(source)
        var line = Line()
        var count = 0
        while reader.next(into: &line, environment: &environment) { count += reader.takeFindings().count }
        #expect(count == Limits.maxFindingsPerSource)
        #expect(reader.droppedFindings == 7)
    }

    @Test func tooLargeASource() {
        #expect(throws: Source.TooLarge(bytes: Limits.maxSourceBytes + 1)) {
            _ = try Source(name: "x", index: 0, capacity: Limits.maxSourceBytes + 1) { _ in 0 }
        }
    }

    @Test func anEmptyWordNamesItsVariable() throws {
        let reading = try read("# \nlog \"$LOCAL_SYSLOGS\" local0\n", Self.variables)
        let finding = try #require(reading.findings.first)
        #expect(reading.ids == ["empty-argument"])
        #expect(reading.source.text.bytes(in: try #require(finding.related)).elementsEqual("LOCAL_SYSLOGS".utf8))
        #expect(finding.detail == bytes("LOCAL_SYSLOG"))
        #expect(finding.message(in: reading.source) == "empty word: variable 'LOCAL_SYSLOGS' is not set")
        #expect(finding.help?.contains("did you mean 'LOCAL_SYSLOG'?") == true)
    }

    @Test func identifiersAreStable() {
        #expect(LexFinding.Kind.unclosedWeakQuote.id == "unclosed-weak-quote")
        #expect(LexFinding.Kind.nulByte.id == "nul-byte")
        let ids = LexFinding.Kind.allCases.map { $0.id }
        #expect(Set(ids).count == ids.count)
    }

    /// Kinds that the tables of this and the other suites show; the rest have tests of their own.
    @Test func everyKindIsShown() throws {
        var shown: Set<String> = [
            "byte-order-mark", "default-value-lost", "line-too-long", "source-too-large", "condition-too-deep", "too-many-nested-ifs",
            "predicate-argument-too-long",
        ]
        for row in Self.rows { for problem in row.problems { shown.insert(String(problem.split(separator: " ", maxSplits: 1)[0])) } }
        for row in ConditionalTests.problems {
            for problem in row.problems { shown.insert(String(problem.split(separator: " ", maxSplits: 1)[0])) }
        }
        #expect(LexFinding.Kind.allCases.map { $0.id }.filter { !shown.contains($0) } == [])
    }
}
