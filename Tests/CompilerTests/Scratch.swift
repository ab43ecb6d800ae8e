import Compiler
import Glibc
import Testing

/// A folder with files that configurations of a test name; it is removed at the end.
final class Scratch {
    let path: String

    init() {
        var template = Array("/tmp/baton-files-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return "/nonexistent" }
            return String(cString: base)
        }
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        if case .directory = try? FileReader.kind(of: path) {
            for name in (try? FileReader.list(path, suffix: "", limit: 1000)) ?? [] { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    @discardableResult
    func add(_ name: String, _ bytes: [UInt8]) -> String {
        let file = path + "/" + name
        if let stream = fopen(file, "w") {
            fwrite(bytes, 1, bytes.count, stream)
            fclose(stream)
        }
        return file
    }

    @discardableResult
    func add(_ name: String, _ text: String) -> String { add(name, Array(text.utf8)) }

    func folder(_ name: String) { mkdir(path + "/" + name, 0o700) }
    func pipe(_ name: String) { mkfifo(path + "/" + name, 0o600) }

    /// What a check says of a text in which `@` stands for this folder: `severity id: message`, one a finding, without what every text with
    /// such words has.
    func findings(_ text: String, target: String = "3.4", strict: Bool = false) throws -> [String] {
        let release = try #require(CheckOptions.release(target))
        let (result, _) = try checked(text.replacing("@", with: path), target: release, inputs: strict ? .strict : .warn)
        return result.findings.sorted().filter { $0.id.rawValue != "not-supported-yet" && $0.id.rawValue != "missing-timeouts" }.map {
            "\($0.severity.name) \($0.id.rawValue): \($0.message.replacing(path, with: "@"))"
        }
    }
}

/// A file of `Fixtures/tls`.
func tls(_ names: String...) throws -> String {
    try names.map { String(decoding: try FileReader.read(folder("Fixtures/tls/\($0)"), limit: 1 << 20), as: UTF8.self) }.joined()
}
