import CLinux
import Glibc

/// What a checker says of one configuration.
struct Verdict: Equatable {
    var isAccepted: Bool
    /// Lines named as faulty.
    var lines: Set<Int>
}

/// HAProxy's own check, as a process.
struct Reference: Sendable {
    let program: String
    /// Where the configuration is written for it.
    let path: String
    private let output: String

    init(program: String, directory: String, number: Int) {
        self.program = program
        path = "\(directory)/\(number).cfg"
        output = "\(directory)/\(number).out"
    }

    /// Nil: it could not be run, or was ended by a signal.
    func check(_ text: String) -> Verdict? {
        guard let said = run(text) else { return nil }
        var lines: Set<Int> = []
        for line in said.text.split(separator: "\n") where line.hasPrefix("[ALERT]") {
            // Lines of a section that was refused at its first line: its first line is the fault.
            if line.hasSuffix("'listen' or 'defaults' expected.") { continue }
            var rest = Substring(line)
            while let open = rest.index(of: "\(path):") {
                rest = rest[open...].dropFirst(path.count + 1)
                if let number = Int(rest.prefix { $0.isNumber }) { lines.insert(number) }
            }
        }
        // Exit code 2: nothing listens, which is no fault of the text.
        return Verdict(isAccepted: said.code == 0 || said.code == 2, lines: lines)
    }

    /// The words that the program registers (`-dKcfg`), each line as it is printed.
    func registeredWords() -> Set<String> {
        guard let said = run("\n", ["-dKcfg", "-q"]) else { return [] }
        return Set(said.text.split(separator: "\n").map { line in String(line.drop { $0 == " " || $0 == "\t" }) })
    }

    func run(_ text: String, _ arguments: [String] = []) -> (code: Int32, text: String)? {
        guard write(text, path) else { return nil }
        let sink = open(output, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if sink < 0 { return nil }
        defer { close(sink) }
        var words: [UnsafeMutablePointer<CChar>?] = ([program, "-c", "-f", path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let process = baton_spawn(program, &words, [-1, sink, sink], 3, 0)
        if process < 0 { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
        if status & 0x7F != 0 { return nil }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = pread(sink, &bytes, bytes.count, 0)
        return (status >> 8 & 0xFF, String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self))
    }

    private func write(_ text: String, _ path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if file < 0 { return false }
        defer { close(file) }
        let bytes = Array(text.utf8)
        return Glibc.write(file, bytes, bytes.count) == bytes.count
    }
}

extension Substring {
    /// Where `text` begins.
    fileprivate func index(of text: String) -> Index? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at }
            at = index(after: at)
        }
        return nil
    }
}
