import Lexer
import Testing

/// Whatever the bytes: nothing is lost, and every byte of every word has its place.
@Suite struct LosslessTests {
    static let seedText = """
        # a comment
        global # another
            maxconn 1000\tx  y
        defaults
        \tlog "${LOG-127.0.0.1}:514" local0 'a b'\\ c
        frontend fe\r
          bind "*:$PORT" name x\\#y "${LIST[*]}" z
          acl a path_reg \\.php$ '^/(a|b)' -i "x\\"y"
        .if defined(A) && !streq("$A",\\"b c\\")
          http-request set-header X-A %[path,regsub(\\"(foo|bar)\\",blah,g)] if { src 10.0.0.0/8 }
        .elif 0
        .else
        .endif
        [scope] # c
        .notice "a b"
        """

    static let pieces = [
        "\"", "'", "\\", "$", "{", "}", "[*]", "-", "#", " ", "\t", "\n", "\r", "\r\n", "\0", "\\x41", "\\x", "\\x00", "${A}",
        "\"${LIST[*]}\"",
        "\"$.LINE\"", "\"${U-d e}\"", "[", "]", ".if 0\n", ".endif\n", ".else\n", "(", ")", "\u{a0}", "“", "\u{1}", "\\\n", "a", "&&", "||",
        "!",
    ]

    static let variables = [("A", "b c"), ("LIST", " one two  three "), ("PORT", "80"), ("E", "")]

    @Test(arguments: 0..<8) func mutations(round: UInt64) throws {
        let seed = 0xBA70_0000 + round
        var random = Seeded(state: seed)
        for _ in 0..<300 {
            var text = bytes(Self.seedText)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let at = Int.random(in: 0...text.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: text.insert(UInt8.random(in: 0...255, using: &random), at: at)
                case 1 where at < text.count: text.remove(at: at)
                case 2 where at < text.count: text[at] = UInt8.random(in: 0...255, using: &random)
                case 3: text.removeSubrange(at..<min(text.count, at + Int.random(in: 0...30, using: &random)))
                default: text.insert(contentsOf: Self.pieces.randomElement(using: &random)?.utf8 ?? "".utf8, at: at)
                }
            }
            try expectLossless(text, Self.variables, seed: seed)
            let once = try read(text, Self.variables, section: "s")
            let twice = try read(text, Self.variables, section: "s")
            #expect(once.findings == twice.findings && once.lines == twice.lines)
        }
    }

    @Test func garbage() throws {
        var random = Seeded(state: 42)
        for length in [1, 2, 3, 17, 64, 1000, 65_536] {
            try expectLossless((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, Self.variables, seed: 42)
        }
    }
}
