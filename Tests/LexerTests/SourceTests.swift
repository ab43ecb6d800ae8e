import Lexer
import Testing

@Suite struct SourceTests {
    @Test func positions() throws {
        let source = try Source(name: "x", index: 7, bytes: bytes("ab\n\nc\r\nlast"))
        #expect(source.position(of: 0) == Position(line: 1, column: 1))
        #expect(source.position(of: 2) == Position(line: 1, column: 3))
        #expect(source.position(of: 3) == Position(line: 2, column: 1))
        #expect(source.position(of: 4) == Position(line: 3, column: 1))
        #expect(source.position(of: 7) == Position(line: 4, column: 1))
        #expect(source.position(of: 11) == Position(line: 4, column: 5))
        #expect(source.lineCount == 4)
        func line(_ number: UInt32) -> String? {
            source.line(number).map { String(decoding: source.text.bytes(in: $0), as: UTF8.self) }
        }
        #expect([line(0), line(1), line(2), line(3), line(4), line(5)] == [nil, "ab", "", "c", "last", nil])
        #expect(source.line(1)?.source == 7)
    }

    @Test func emptySource() throws {
        let source = try Source(name: "x", index: 0, bytes: [])
        #expect(source.position(of: 0) == Position(line: 1, column: 1))
        #expect(source.lineCount == 0)
        #expect(try read("").findings == [])
        #expect(source.text.bytes(in: SourceRange(source: 0, start: 5, end: 3)).isEmpty)
    }

    @Test func filledByTheCaller() throws {
        let source = try Source(name: "x", index: 0, capacity: 100) { buffer in
            buffer.copyBytes(from: bytes("abc\n"))
            return 4
        }
        #expect(source.count == 4)
        #expect(source.text.bytes.elementsEqual("abc\n".utf8))
    }

    @Test func linesOfEveryLength() throws {
        for length in 0..<40 {
            let text = String(repeating: "x", count: length) + "\n" + String(repeating: "#", count: length) + "y\nz\n"
            let source = try Source(name: "x", index: 0, bytes: bytes(text))
            #expect(source.lineCount == 3)
            #expect(source.line(3)?.start == UInt32(text.utf8.count - 2))
            #expect(try read(text).kinds == [length == 0 ? .blank : .words, length == 0 ? .words : .blank, .words])
        }
    }
}

@Suite struct EnvironmentTests {
    @Test func changesBetweenLines() throws {
        let source = try Source(name: "x", index: 0, bytes: bytes("#\n\"$A\"\n\"$A\"\n\"$A\"x\n"))
        var environment = environment([("A", "1")])
        var lexer = Lexer(source)
        var line = Line()
        var words: [String] = []
        while lexer.next(into: &line, environment: &environment) {
            words += line.words.map { source.text.string($0) }
            if line.number == 2 { environment.set(bytes("A"), to: bytes("2")) }
            if line.number == 3 { environment.unset(bytes("A")) }
        }
        #expect(words == ["1", "2", "x"])
    }

    @Test func setPresetUnsetReset() {
        var variables = environment([("A", "1"), ("B", "2")])
        let (a, b, c, d) = (bytes("A"), bytes("B"), bytes("C"), bytes("D"))
        #expect(!variables.preset(a, to: c) && variables.preset(c, to: bytes("3")))
        #expect(variables.value(of: a) == bytes("1") && variables.value(of: c) == bytes("3"))
        variables.reset(keeping: [b, d])
        #expect(variables.value(of: a) == nil && variables.value(of: b) == bytes("2") && variables.value(of: c) == nil)
        variables.unset(b)
        #expect(variables.value(of: b) == nil)
    }

    @Test func whatWasConsultedIsKnown() throws {
        var variables = environment([("A", "1"), ("B", "2"), ("C", "3")])
        variables.set(bytes("B"), to: bytes("x"))
        let source = try Source(name: "x", index: 0, bytes: bytes("#\n.if defined(U)\n.endif\nk \"$B$A$A${V-}$.LINE\"\n"))
        var reader = Preprocessor(source)
        var line = Line()
        while reader.next(into: &line, environment: &variables) {}
        #expect(variables.consulted.map { String(decoding: $0.name, as: UTF8.self) } == ["U", "A", "V"])
        #expect(variables.consulted.map { $0.value } == [nil, bytes("1"), nil])
        variables.reset(keeping: [])
        _ = variables.value(of: bytes("W"))
        #expect(variables.consulted.count == 3)
        variables.forgetConsulted()
        #expect(variables.consulted.isEmpty)
    }

    @Test func nearest() {
        let variables = environment([("HOSTNAME", ""), ("HOST_A", ""), ("HOST_B", ""), ("X", "")])
        #expect(variables.nearest(to: bytes("HOSTNAM")) == bytes("HOSTNAME"))
        #expect(variables.nearest(to: bytes("HOST_C")) == bytes("HOST_A"))
        #expect(variables.nearest(to: bytes("QQQQQQ")) == nil)
        #expect(variables.nearest(to: []) == nil)
    }
}
