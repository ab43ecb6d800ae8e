import Lexer
import Testing

/// Words, as HAProxy 3.4.0 cuts them: each row was seen there.
@Suite struct WordTests {
    static let variables = [("A", "one"), ("SP", " x  y "), ("E", ""), ("T", "a\tb"), ("Q", "q\"'\\#z $A"), ("B2", "x y")]

    static let rows: [(text: String, words: [String])] = [
        // Words and comments (2.1)
        ("server s1 10.0.0.1:80 check", ["server", "s1", "10.0.0.1:80", "check"]),
        ("  a\t b  ", ["a", "b"]),
        ("global#this is the global section", ["global"]),
        ("mode             http   # or tcp", ["mode", "http"]),
        ("a\u{b}b\u{c}c", ["a", "b", "c"]),
        ("ä ö", ["ä", "ö"]),
        // Escapes outside of quotes (2.2)
        ("a\\ b c", ["a b", "c"]),
        ("a\\#b #c", ["a#b"]),
        ("a\\\\b", ["a\\b"]),
        ("\\'a\\\"b", ["'a\"b"]),
        ("a\\nb\\rc\\td\\x41", ["a\nb\rc\tdA"]),
        ("a\\$b $A ${A}", ["a\\$b", "$A", "${A}"]),
        ("a\\1\\d\\.", ["a\\1\\d\\."]),
        ("a\\\tb", ["a\\", "b"]),
        ("a\\", ["a\\"]),
        ("\\ ", [" "]),
        // Quotes
        ("\"a b\" 'c  d'", ["a b", "c  d"]),
        ("a\"b c\"d'e f'g", ["ab cde fg"]),
        ("\"a'b#c\" 'd\"e#f'", ["a'b#c", "d\"e#f"]),
        ("\"a\\\"b\\'c\\#d\\ e\\\\f\"", ["a\"b'c#d e\\f"]),
        ("\"a\\tb\\x20c\\1\"", ["a\tb c\\1"]),
        ("\"a\\\tb\"", ["a\\\tb"]),
        ("'a\\tb\\x41$A${A}'", ["a\\tb\\x41$A${A}"]),
        ("a\"\"b", ["ab"]),
        ("\"\"\"a\"''", ["a"]),
        // The manual's five ways to write the same
        ("log-format %{+Q}o\\ %t\\ %s\\ %{-Q}r", ["log-format", "%{+Q}o %t %s %{-Q}r"]),
        ("log-format \"%{+Q}o %t %s %{-Q}r\"", ["log-format", "%{+Q}o %t %s %{-Q}r"]),
        ("log-format '%{+Q}o %t %s %{-Q}r'", ["log-format", "%{+Q}o %t %s %{-Q}r"]),
        ("log-format \"%{+Q}o %t\"' %s %{-Q}r'", ["log-format", "%{+Q}o %t %s %{-Q}r"]),
        ("log-format \"%{+Q}o %t\"' %s'\\ %{-Q}r", ["log-format", "%{+Q}o %t %s %{-Q}r"]),
        // Variables (2.3)
        ("\"$A\" \"${A}\" \"x$A-y\"", ["one", "one", "xone-y"]),
        ("\"\\$A\" '$A'", ["$A", "$A"]),
        ("\"$A$A\"\"$A\"", ["oneoneone"]),
        ("\"a$U\" \"a${U}b\" \"a$E\"", ["a", "ab", "a"]),
        ("\"${U-d e}\" \"${A-d}\" \"a${E-d}\"", ["d e", "one", "a"]),
        ("\"${U-}x\"", ["x"]),
        ("\"${U-a\"b\\n}c\"", ["a\"b\\nc"]),
        ("\"$Q\"", ["q\"'\\#z $A"]),
        ("\"$SP\"", [" x  y "]),
        ("\"$A[*]\"", ["one[*]"]),
        // Word expansion
        ("k \"${B2[*]}\" z", ["k", "x", "y", "z"]),
        ("k \"${SP[*]}\" z", ["k", "x", "y", "z"]),
        ("k\"${SP[*]}\"z", ["k", "x", "y", "z"]),
        ("\"a${B2[*]}b\"", ["ax", "yb"]),
        ("\"a${SP[*]}b\"", ["a", "x", "y", "b"]),
        ("\"${SP[*]} c\"", ["x", "y", " c"]),
        ("\"${T[*]}\"", ["a", "b"]),
        ("k \"${E[*]}\" \"${U[*]}\" z", ["k", "z"]),
        ("k \"${U[*]-d e}\"", ["k", "d", "e"]),
        ("k\"${U[*]}\"z", ["kz"]),
        // Pseudo-variables
        ("\"${.FILE}:$.LINE\"", ["test.cfg:2"]),
        ("\"$.SECTION\" \"${.SECTION-none}\"", ["web", "web"]),
        // Line ends
        ("a b\r", ["a", "b"]),
        ("a b \r", ["a", "b"]),
        ("a \rb", ["a", "b"]),
        ("a\rb", ["a"]),
        // An escaped NUL ends the word
        ("k a\\x00b c", ["k", "a", "c"]),
    ]

    @Test(arguments: WordTests.rows) func words(text: String, words: [String]) throws {
        // The line before keeps the reference's buffer, and so ours, from growing.
        let reading = try read("# comment\n\(text)\n", Self.variables, section: "web")
        #expect(reading.lines.first == words)
        #expect(reading.broken == [false, false])
        #expect(reading.findings.allSatisfy { $0.severity != .error })
    }

    @Test func wordsStandInTheSourceUnlessChanged() throws {
        let source = try Source(name: "x", index: 0, bytes: bytes("plain \"a b\" a\\ b \"$A\" 'x'y\\#\n"))
        var environment = environment([("A", "one")])
        var lexer = Lexer(source)
        var line = Line()
        #expect(lexer.next(into: &line, environment: &environment))
        #expect(line.words.map { $0.isCooked } == [false, false, true, true, true])
        #expect(line.words.map { $0.isPlain } == [true, false, false, false, false])
        #expect(source.text.equals(line[0], "plain"))
        #expect(!source.text.equals(line[0], "plai") && !source.text.equals(line[0], "plain "))
        #expect(source.text.string(line[3]) == "one")
        #expect(String(decoding: source.text.raw(line[1]), as: UTF8.self) == "\"a b\"")
    }

    @Test func everyByteHasItsOrigin() throws {
        let text = "k a\\x41\"b$A c\"d\n"
        let source = try Source(name: "x", index: 0, bytes: bytes(text))
        var environment = environment([("A", "one")])
        var lexer = Lexer(source)
        var line = Line()
        #expect(lexer.next(into: &line, environment: &environment))
        // a A b one _ c d
        let word = line[1]
        func origin(_ from: Int, _ to: Int) -> String {
            String(decoding: source.text.bytes(in: source.text.origin(of: word, from: from, to: to)), as: UTF8.self)
        }
        #expect(source.text.string(word) == "aAbone cd")
        #expect(origin(0, 1) == "a")
        #expect(origin(1, 2) == "\\x41")
        #expect(origin(2, 3) == "b")
        #expect(origin(3, 4) == "$A" && origin(5, 6) == "$A" && origin(3, 6) == "$A")
        #expect(origin(6, 8) == " c")
        #expect(origin(8, 9) == "d")
        #expect(origin(0, 9) == "a\\x41\"b$A c\"d")
        #expect(origin(2, 7) == "b$A ")
        #expect(source.text.origin(of: word, from: 9, to: 9).start == 15)
        #expect(source.text.origin(of: word, from: -5, to: 100).count == 13)
    }

    @Test func longWordsCostNoCopy() throws {
        let long = String(repeating: "x", count: 3_000_000)
        let reading = try read("k \(long) '\(long)'\n")
        #expect(reading.lines[0].map { $0.utf8.count } == [1, 3_000_000, 3_000_000])
        #expect(reading.findings.isEmpty)
    }

    @Test func classesAreWhatTheySay() {
        for byte in UInt8.min...UInt8.max {
            let isBlank = (9...13).contains(byte) || byte == 32
            let character = Character(UnicodeScalar(byte))
            let isLetter = byte < 128 && character.isLetter
            let isDigit = (48...57).contains(byte)
            #expect(ByteClass.has(byte, ByteClass.blank) == isBlank)
            #expect(ByteClass.has(byte, ByteClass.name) == (isLetter || isDigit || byte == 95))
            #expect(ByteClass.has(byte, ByteClass.nameStart) == (isLetter || byte == 95))
            #expect(ByteClass.has(byte, ByteClass.hex) == (byte < 128 && character.isHexDigit))
            #expect(ByteClass.has(byte, ByteClass.stopsPlain) == (byte <= 32 || byte >= 127 || "#\"'\\$".utf8.contains(byte)))
            #expect(ByteClass.has(byte, ByteClass.stopsWeak) == ([0, 10, 13].contains(byte) || "\"\\$".utf8.contains(byte)))
            #expect(ByteClass.has(byte, ByteClass.stopsStrong) == ([0, 10, 13].contains(byte) || byte == 39))
        }
    }
}
