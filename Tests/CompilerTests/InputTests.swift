import Compiler
import Lexer
import Testing

@Suite struct InputTests {
    @Test func directoriesAreSorted() {
        let scratch = Scratch()
        for name in ["b.cfg", "a.cfg", "B.cfg", "c.txt", ".d.cfg"] { scratch.add(name, "global\n") }
        scratch.folder("sub.cfg")
        let (sources, failures) = ConfigurationFiles.load([scratch.path, scratch.path + "/c.txt"])
        #expect(failures.isEmpty)
        #expect(sources.files.map { $0.name.dropFirst(scratch.path.utf8.count + 1) } == ["B.cfg", "a.cfg", "b.cfg", "c.txt"])
    }

    @Test func whatCannotBeRead() {
        let (sources, failures) = ConfigurationFiles.load(["/nonexistent/x.cfg"])
        #expect(sources.files.isEmpty && failures.map(\.message) == ["/nonexistent/x.cfg: No such file or directory"])
    }

    @Test func limitsHold() {
        let scratch = Scratch()
        scratch.add("a.txt", "12345")
        #expect(throws: InputError.self) { try FileReader.read(scratch.path + "/a.txt", limit: 4) }
        #expect(throws: InputError.self) { try FileReader.read("/dev/zero", limit: 1 << 20) }
        #expect((try? FileReader.read(scratch.path + "/a.txt", limit: 5)) == Array("12345".utf8))
        #expect(throws: InputError("is a directory")) { try FileReader.read(scratch.path, limit: 5) }
    }

    @Test func missingFilesByPolicy() {
        let range = SourceRange(source: 0, start: 0, end: 1)
        for policy in InputPolicy.allCases {
            let inputs = Inputs(policy: policy)
            #expect((inputs.look("/nonexistent", .map, at: range) == nil) == (policy == .skip))
            _ = inputs.look("/nonexistent", .map, at: range)
            #expect(inputs.records.map(\.path) == ["/nonexistent"])
        }
    }

    @Test func environmentFiles() throws {
        let text = "# note\n\nA=1\r\n  export B = x\n"
        #expect(throws: EnvironmentFile.Failure.self) { try EnvironmentFile.parse(Array(text.utf8)) }
        let entries = try EnvironmentFile.parse(Array("A=1\r\nexport B=\"x y\"\nC='z'\nD=\n".utf8))
        #expect(entries.map { "\($0.name)=\(String(decoding: $0.value, as: UTF8.self))" } == ["A=1", "B=x y", "C=z", "D="])
        #expect(throws: EnvironmentFile.Failure.self) { try EnvironmentFile.parse(Array("no equals\n".utf8)) }
    }
}
