import Compiler
import Lexer

/// Any bytes: the whole check runs without a trap, every word and finding has its place, and the reports can be written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
    guard let source = try? Source(name: "fuzz.cfg", index: 0, bytes: input) else { return 0 }
    var sources = SourceSet()
    sources.add(source)
    var options = CheckOptions()
    // Nothing outside of the input is looked at.
    options.inputs = .skip
    options.environment = [(Array("A".utf8), Array("b c".utf8)), (Array("E".utf8), [])]
    if size > 0, input[0] & 1 == 1 { options.setTarget("baton") }
    let result = Compiler.check(sources, options)
    checkTree(result.configuration, input.count)
    for finding in result.findings.sorted() {
        checkRange(finding.span, input.count)
        precondition(!finding.message.isEmpty)
        for place in finding.places { checkRange(place.span, input.count) }
        for fix in finding.fixes { checkRange(fix.span, input.count) }
    }
    // Reports cost more than the check: every eighth input is enough for them.
    guard input.reduce(0, { $0 &* 31 &+ $1 }) & 7 == 0 else { return 0 }
    _ = TextReport.render(result.findings, sources: sources, colours: true)
    _ = JSONReport.render(result.findings, sources: sources)
    _ = SARIFReport.render(result.findings, sources: sources)
    _ = GitHubReport.render(result.findings, sources: sources)
    _ = HAProxyReport.render(result.findings, sources: sources)
    return 0
}

private func checkRange(_ range: SourceRange, _ count: Int) {
    precondition(range.source == 0 && range.start <= range.end && Int(range.end) <= count)
}

/// Sections and directives follow each other without a gap, and what they point to is there.
private func checkTree(_ configuration: Configuration, _ count: Int) {
    var next = 0
    for index in 0..<configuration.sections.count {
        let section = configuration.sections[index]
        precondition(Int(section.firstDirective) == next, "directives belong to the section before them")
        next += Int(section.directiveCount)
        precondition(section.defaults < Int32(index))
        checkRange(configuration.nameRange(of: section), count)
        for at in Int(section.firstDirective)..<next {
            let directive = configuration.directives[at]
            precondition(Int(directive.section) == index && directive.wordCount > 0)
            checkRange(configuration.range(of: directive), count)
            checkRange(configuration.keywordRange(of: directive), count)
            for capture in configuration.captures(of: directive) {
                precondition(capture.word < UInt32(directive.wordCount))
                checkRange(configuration.range(capture, of: directive), count)
            }
        }
    }
    precondition(next == configuration.directives.count)
    for index in 0..<configuration.expressions.samples.count { checkRange(configuration.expressions.samples[index].range, count) }
    for index in 0..<configuration.expressions.terms.count {
        precondition(Int(configuration.expressions.terms[index].acl) < configuration.expressions.acls.count)
    }
}

// SwiftPM has the linker use <target>_main for main, so the driver that libFuzzer's own main would call is called here.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzParser_main")
public func fuzzParserMain(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var argc = argc
    var argv = argv
    return runDriver(&argc, &argv) { fuzzParser($0, $1) }
}
