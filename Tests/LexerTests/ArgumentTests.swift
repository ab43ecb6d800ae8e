import Lexer
import Testing

/// The second level of quoting: arguments in parentheses.
@Suite struct ArgumentTests {
    static let rows: [(text: String, maximum: Int, arguments: [String], rest: String?)] = [
        ("(a,b,c)x", 3, ["a", "b", "c"], "x"),
        ("()", 3, [""], ""),
        ("(,)", 3, ["", ""], ""),
        ("( a , b )", 3, [" a ", " b "], ""),
        ("(\"a,b)\",'c)\"')", 3, ["a,b)", "c)\""], ""),
        ("(\"(here)(/|$)\",my/\\1)", 3, ["(here)(/|$)", "my/\\1"], ""),
        ("(a\\ b\\\\c\\\"d\\'e\\rf\\ng\\th\\xi\\#\\$)", 1, ["a b\\c\"d'e\rf\ng\th\\xi\\#\\$"], ""),
        ("('a\\nb')", 1, ["a\\nb"], ""),
        ("(\"a\\\"b\\'c\")", 1, ["a\"b'c"], ""),
        ("(a\"b c\"'d'e)", 1, ["ab cde"], ""),
        ("((foo|bar),blah,g)", 3, ["(foo|bar"], ",blah,g)"),
        ("x", 3, [], "x"),
        ("", 3, [], ""),
        ("()", 0, [], ""),
        ("(\\,b)", 2, ["\\", "b"], ""),
        // With problems
        ("(a,b", 3, ["a", "b"], nil),
        ("(\"a)", 3, ["a)"], nil),
        ("(a\\", 3, [], nil),
        ("(a,b,c)", 2, ["a", "b"], nil),
        ("(a)", 0, [], nil),
        ("(", 1, [""], nil),
    ]

    @Test(arguments: ArgumentTests.rows) func arguments(text: String, maximum: Int, arguments: [String], rest: String?) {
        bytes(text).withUnsafeBufferPointer { buffer in
            var scanner = ArgumentScanner(buffer, at: 0, maximum: maximum)
            var found: [String] = []
            while let argument = scanner.next() {
                let decoded = argument.decoded(in: buffer)
                found.append(String(decoding: decoded, as: UTF8.self))
                if argument.isPlain { #expect(decoded.elementsEqual(buffer[argument.start..<argument.end])) }
                for i in 0..<decoded.count {
                    let origin = argument.origin(ofDecoded: i, in: buffer)
                    #expect(origin >= argument.start && origin < argument.end)
                }
                #expect(argument.origin(ofDecoded: decoded.count, in: buffer) == argument.end)
            }
            #expect(found == arguments)
            #expect((scanner.problem == nil) == (rest != nil))
            if let rest { #expect(String(decoding: buffer[scanner.position...], as: UTF8.self) == rest) }
            #expect(scanner.next() == nil)
        }
    }

    @Test func problemsHavePlaces() {
        func problem(_ text: String, _ maximum: Int) -> (ArgumentScanner.Problem?, Int) {
            bytes(text).withUnsafeBufferPointer { buffer in
                var scanner = ArgumentScanner(buffer, at: 1, maximum: maximum)
                while scanner.next() != nil {}
                return (scanner.problem, scanner.position)
            }
        }
        #expect(problem("f(a", 1) == (.unclosed(quote: nil), 3))
        #expect(problem("f(a,\"b)", 2) == (.unclosed(quote: 4), 7))
        #expect(problem("f(a,b)", 1) == (.unexpected, 3))
        #expect(problem("f(a\\", 1) == (.trailingBackslash, 3))
        #expect(problem("f(" + String(repeating: "x", count: 20_000) + ")", 1) == (.tooLong, 2 + Limits.maxArgumentBytes))
    }

    @Test func origins() {
        bytes("f(a\\nb,\"c\\\"d\")").withUnsafeBufferPointer { buffer in
            var scanner = ArgumentScanner(buffer, at: 1, maximum: 2)
            let first = scanner.next()
            let second = scanner.next()
            #expect((0...3).map { first?.origin(ofDecoded: $0, in: buffer) } == [2, 3, 5, 6])
            #expect((0...2).map { second?.origin(ofDecoded: $0, in: buffer) } == [8, 9, 11])
            #expect(scanner.hasParentheses && scanner.count == 2 && scanner.problem == nil)
        }
    }

    /// The manual's examples, through both levels.
    @Test func bothLevels() throws {
        for text in [
            "http-request set-path %[path,regsub(\\\"(foo|bar)\\\",blah,g)]",
            "http-request set-path '%[path,regsub(\"(foo|bar)\",blah,g)]'",
        ] {
            let word = try #require(try read(text + "\n").lines.first?.last)
            #expect(word == "%[path,regsub(\"(foo|bar)\",blah,g)]")
        }
        for text in ["str(\"\\\\'foo\\\\'\")", "str(\\\"\\'foo\\'\\\")", "str(\\\\\\'foo\\\\\\')"] {
            let word = try #require(try read(text + "\n").lines.first?.last)
            bytes(word).withUnsafeBufferPointer { buffer in
                var scanner = ArgumentScanner(buffer, at: 3, maximum: 1)
                let decoded = scanner.next()?.decoded(in: buffer)
                #expect(decoded.map { String(decoding: $0, as: UTF8.self) } == "'foo'")
            }
        }
    }
}
