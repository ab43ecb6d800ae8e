import Lexer

/// Any bytes: the parts of every line make the whole, every byte of every word and every finding has its place, and conditions and
/// arguments are read without a trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLexer(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
    guard let words = try? Source(name: "fuzz.cfg", index: 1, bytes: input),
        let blocks = try? Source(name: "fuzz.cfg", index: 1, bytes: input)
    else { return 0 }
    var environment = Environment([
        (Array("A".utf8), Array("b c".utf8)), (Array("E".utf8), []), (Array("L".utf8), Array(" x  yy ".utf8)),
    ])
    environment.section = Array("s".utf8)
    checkWords(words, input, &environment)

    var reader = Preprocessor(blocks)
    var line = Line()
    while reader.next(into: &line, environment: &environment) {
        for word in line.words { readArguments(blocks.text[word]) }
        for finding in reader.takeFindings() { checkFinding(finding, blocks, input.count) }
    }
    for finding in reader.takeFindings() { checkFinding(finding, blocks, input.count) }
    return 0
}

private func checkWords(_ source: Source, _ input: [UInt8], _ environment: inout Environment) {
    var lexer = Lexer(source)
    var line = Line()
    var end: UInt32 = 0
    while lexer.next(into: &line, environment: &environment) {
        precondition(line.start == end && line.end > end && Int(line.end) <= input.count, "lines follow each other")
        precondition(line.commentStart >= line.start && line.commentStart <= line.contentEnd && line.contentEnd <= line.end)
        end = line.end
        var at = line.start
        var last = UInt32.max
        for word in line.words {
            precondition(word.rawStart >= at || word.rawStart == last, "words follow each other")
            precondition(word.rawEnd >= word.rawStart && word.rawEnd <= line.commentStart)
            last = word.rawStart
            at = word.rawEnd
            for i in 0..<source.text[word].count {
                let origin = source.text.origin(of: word, from: i, to: i + 1, source: 1)
                precondition(origin.start >= word.rawStart && origin.end > origin.start && origin.end <= word.rawEnd)
            }
        }
        for finding in lexer.takeFindings() { checkFinding(finding, source, input.count) }
    }
    precondition(Int(end) == input.count, "everything was read")
}

private func checkFinding(_ finding: LexFinding, _ source: Source, _ count: Int) {
    precondition(finding.range.source == 1 && finding.range.start <= finding.range.end && Int(finding.range.end) <= count)
    precondition(!finding.message(in: source).isEmpty)
    let position = source.position(of: finding.range.start)
    precondition(position.line >= 1 && position.column >= 1)
}

private func readArguments(_ text: UnsafeBufferPointer<UInt8>) {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")) else { return }
    var scanner = ArgumentScanner(text, at: open, maximum: 4)
    while let argument = scanner.next() {
        precondition(argument.start > open && argument.end >= argument.start && argument.end <= text.count)
        let decoded = argument.decoded(in: text)
        precondition(decoded.count <= argument.end - argument.start)
        precondition(argument.origin(ofDecoded: decoded.count / 2, in: text) <= argument.end)
    }
    precondition(scanner.position <= text.count)
}

// SwiftPM has the linker use <target>_main for main, so the driver that libFuzzer's own main would call is called here.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzLexer_main")
public func fuzzLexerMain(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var argc = argc
    var argv = argv
    return runDriver(&argc, &argv) { fuzzLexer($0, $1) }
}
