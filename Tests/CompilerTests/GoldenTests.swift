import Compiler
import Glibc
import Testing

/// Each `Fixtures/NAME.cfg` is checked, and its text report compared with `NAME.expected`. With `UPDATE_FIXTURES=1` in the environment the
/// expected files are written instead; the difference is then for the reviewer to read.
@Suite struct GoldenTests {
    static let fixtures: [String] = {
        let names = (try? FileReader.list(folder("Fixtures"), suffix: ".cfg", limit: 10_000)) ?? []
        return names.map { String($0.dropLast(4)) }
    }()

    @Test(arguments: fixtures) func report(name: String) throws {
        let bytes = try FileReader.read(folder("Fixtures/\(name).cfg"), limit: 1 << 24)
        let (result, sources) = try checked(bytes: bytes, name: "\(name).cfg", inputs: .warn)
        let found = CompilerTests.report(result, sources)
        let path = folder("Fixtures/\(name).expected")
        if getenv("UPDATE_FIXTURES") != nil {
            #expect(write(found, to: path))
            return
        }
        let wanted = String(decoding: try FileReader.read(path, limit: 1 << 24), as: UTF8.self)
        #expect(found == wanted)
    }

    /// What is reported does not depend on the seed of the hash tables, nor on anything else that differs between two runs.
    @Test(arguments: fixtures) func sameTwice(name: String) throws {
        let bytes = try FileReader.read(folder("Fixtures/\(name).cfg"), limit: 1 << 24)
        let (first, sources) = try checked(bytes: bytes, name: "\(name).cfg", inputs: .warn)
        let (second, others) = try checked(bytes: bytes, name: "\(name).cfg", inputs: .warn)
        #expect(JSONReport.render(first.findings, sources: sources) == JSONReport.render(second.findings, sources: others))
    }
}
