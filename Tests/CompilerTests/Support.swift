import Compiler
import Glibc
import GrammarFormat
import Lexer
import Testing

/// Checks a text and compares all findings, one a line, as `line:column severity id`, in order.
func check(
    _ text: String, _ expected: String, target: Release = .v3_4, inputs: InputPolicy = .skip, environment: [String: String] = [:],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let (result, sources) = try checked(text, target: target, inputs: inputs, environment: environment)
    let found = result.findings.sorted().map { finding in
        let place = sources.place(finding.span)
        return "\(place.line):\(place.column) \(finding.severity.name) \(finding.id.rawValue)"
    }
    let wanted = expected.split(separator: "\n").map { line in line.drop { $0 == " " } }.filter { !$0.isEmpty }.map(String.init)
    #expect(found == wanted, sourceLocation: sourceLocation)
}

/// Checks one text under the name `test.cfg`.
func checked(
    _ text: String, target: Release = .v3_4, inputs: InputPolicy = .skip, environment: [String: String] = [:]
) throws -> (CheckResult, SourceSet) {
    try checked(bytes: Array(text.utf8), name: "test.cfg", target: target, inputs: inputs, environment: environment)
}

func checked(
    bytes: [UInt8], name: String, target: Release = .v3_4, inputs: InputPolicy = .skip, environment: [String: String] = [:]
) throws -> (CheckResult, SourceSet) {
    var sources = SourceSet()
    sources.add(try Source(name: name, index: 0, bytes: bytes))
    var options = CheckOptions()
    options.target = target
    options.inputs = inputs
    options.environment = environment.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), Array($0.value.utf8)) }
    return (Compiler.check(sources, options), sources)
}

/// The text report of a check, as a pipe would get it.
func report(_ result: CheckResult, _ sources: SourceSet) -> String {
    String(decoding: TextReport.render(result.findings, sources: sources, colours: false), as: UTF8.self)
}

/// A folder beside this file.
func folder(_ name: String, of file: String = #filePath) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.joined(separator: "/") + "/" + name
}

func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return bytes.isEmpty || fwrite(bytes, 1, bytes.count, file) == bytes.count
}
