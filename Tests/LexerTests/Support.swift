import Lexer
import Testing

/// What reading a text gave.
struct Reading {
    var source: Source
    /// The words of every line that is to be parsed.
    var lines: [[String]] = []
    var kinds: [LineKind] = []
    var broken: [Bool] = []
    var findings: [LexFinding] = []

    /// Identifiers of the findings, each with the text it covers.
    var problems: [String] {
        findings.map { "\($0.kind.id) \(String(decoding: source.text.bytes(in: $0.range), as: UTF8.self))" }
    }
    var ids: [String] { findings.map { $0.kind.id } }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func environment(_ variables: [(String, String)]) -> Environment {
    Environment(variables.map { (name: bytes($0.0), value: bytes($0.1)) })
}

/// Reads `text` through the preprocessor, and checks what holds for every text.
func read(
    _ text: [UInt8], _ variables: [(String, String)] = [], section: String? = nil, name: String = "test.cfg",
    build: BuildDescription = BuildDescription()
) throws -> Reading {
    let source = try Source(name: name, index: 3, bytes: text)
    var environment = environment(variables)
    environment.section = section.map(bytes)
    var reading = Reading(source: source)
    var reader = Preprocessor(source, build: build)
    var line = Line()
    while reader.next(into: &line, environment: &environment) {
        reading.kinds.append(line.kind)
        reading.broken.append(line.isBroken)
        if line.kind == .words || line.kind == .scope {
            reading.lines.append(line.words.map { String(decoding: source.text[$0], as: UTF8.self) })
        }
        reading.findings += reader.takeFindings()
    }
    reading.findings += reader.takeFindings()
    try expectLossless(text, variables)
    return reading
}

func read(
    _ text: String, _ variables: [(String, String)] = [], section: String? = nil, build: BuildDescription = BuildDescription()
) throws -> Reading {
    try read(bytes(text), variables, section: section, build: build)
}

/// Words as written, and what is between them, are the file; every byte of every word has its place in it.
func expectLossless(_ text: [UInt8], _ variables: [(String, String)] = [], seed: UInt64 = 0) throws {
    let source = try Source(name: "test.cfg", index: 3, bytes: text)
    var environment = environment(variables)
    var lexer = Lexer(source)
    var line = Line()
    var copy: [UInt8] = []
    var number: UInt32 = 0
    var isSound = true
    func require(_ condition: Bool, _ what: String) {
        if !condition, isSound {
            isSound = false
            Issue.record("\(what), seed \(seed), line \(number) of \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }
    while lexer.next(into: &line, environment: &environment) {
        number += 1
        require(line.number == number, "line numbers follow each other")
        require(Int(line.start) == copy.count, "lines follow each other")
        require(line.start <= line.commentStart && line.commentStart <= line.contentEnd && line.contentEnd <= line.end, "ends in order")
        require(line.end > line.start && Int(line.end) <= text.count, "a line has bytes")
        require(line.count <= Limits.maxWordsPerLine, "words are bounded")
        var at = line.start
        for (i, word) in line.words.enumerated() {
            if i > 0, word.rawStart == line[i - 1].rawStart {
                require(word.rawEnd == line[i - 1].rawEnd, "words of one array share its range")
            } else {
                require(word.rawStart >= at && word.rawEnd >= word.rawStart && word.rawEnd <= line.commentStart, "words in order")
                copy += text[Int(at)..<Int(word.rawStart)]
                copy += source.text.raw(word)
                at = word.rawEnd
            }
            let count = source.text[word].count
            var last = word.rawStart
            for byte in 0..<min(count, 200) {
                let origin = source.text.origin(of: word, from: byte, to: byte + 1, source: 3)
                require(origin.start >= last && origin.end > origin.start && origin.end <= word.rawEnd, "bytes have their place")
                if origin.count == 1 { require(text[Int(origin.start)] == source.text[word][byte], "and are the same there") }
                last = origin.start
            }
            let whole = source.text.origin(of: word, from: 0, to: count, source: 3)
            require(whole.start >= word.rawStart && whole.end <= word.rawEnd, "a word lies in its range")
        }
        for range in line.vanished { require(range.start >= line.start && range.end <= line.commentStart, "lost words lie in the line") }
        copy += text[Int(at)..<Int(line.end)]
        for finding in lexer.takeFindings() {
            require(finding.range.source == 3, "findings name their source")
            require(finding.range.start <= finding.range.end && Int(finding.range.end) <= text.count, "findings lie in the file")
            require(finding.range.start >= line.start && finding.range.start <= line.end, "findings lie in their line")
            require(!finding.message(in: source).isEmpty, "findings say something")
        }
    }
    require(copy == text, "the parts make the whole")
}

/// SplitMix64: the same numbers everywhere.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
