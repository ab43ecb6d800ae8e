import Glibc

/// One option of a command. The table of a command's options is its parser and its help.
struct Option: Sendable {
    let names: [String]
    /// What the value is called in the help; nil for a switch.
    let value: String?
    let help: String
    /// The values allowed; empty for any.
    let choices: [String]
    let repeats: Bool

    init(_ names: String..., value: String? = nil, choices: [String] = [], repeats: Bool = false, help: String) {
        self.names = names
        self.value = value ?? (choices.isEmpty ? nil : choices.joined(separator: "|"))
        self.choices = choices
        self.repeats = repeats
        self.help = help
    }
}

/// A subcommand of `baton`.
struct Command: Sendable {
    let name: String
    /// As shown after the name: `[-f FILE]... [FILE...]`.
    let synopsis: String
    let summary: String
    let options: [Option]
    /// How many operands it takes.
    let operands: ClosedRange<Int>
    /// What the exit codes mean, one line each, for the help.
    let exitCodes: [String]
    /// What operands can be, where there is a list; else empty.
    var words: [String] = []
    let run: @Sendable (Arguments) -> Int32
}

/// The arguments of one command, parsed by its table.
struct Arguments {
    private var values: [(option: String, value: String)] = []
    private(set) var operands: [String] = []

    /// Whether a switch was given. `name` is the option's first name.
    func has(_ name: String) -> Bool { values.contains { $0.option == name } }

    /// The last value given, nil without one.
    func value(_ name: String) -> String? { values.last { $0.option == name }?.value }

    /// Every value, in order.
    func values(_ name: String) -> [String] { values.filter { $0.option == name }.map(\.value) }

    /// What keeps `words` from being arguments of `command`.
    enum Failure: Error {
        case help
        case misuse(String)
    }

    /// `--name value`, `--name=value`, `-n value`, `-nvalue`; `--` ends the options.
    init(_ words: ArraySlice<String>, for command: Command) throws(Failure) {
        var words = words
        while let word = words.popFirst() {
            if word == "--" {
                operands.append(contentsOf: words)
                break
            }
            if word == "--help" || word == "-h" { throw .help }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            try take(word, &words, command)
        }
        guard command.operands.contains(operands.count) else {
            throw .misuse(
                operands.count < command.operands.lowerBound
                    ? "'\(command.name)' needs \(command.synopsis)" : "unexpected argument '\(operands[command.operands.upperBound])'")
        }
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>, _ command: Command) throws(Failure) {
        var name = word
        var attached: String?
        if word.hasPrefix("--") {
            if let equals = word.firstIndex(of: "=") {
                name = String(word[..<equals])
                attached = String(word[word.index(after: equals)...])
            }
        } else if word.count > 2 {
            name = String(word.prefix(2))
            attached = String(word.dropFirst(2))
        }
        guard let option = command.options.first(where: { $0.names.contains(name) }) else {
            throw .misuse("unknown option '\(name)'")
        }
        guard let placeholder = option.value else {
            if attached != nil { throw .misuse("option '\(name)' takes no value") }
            values.append((option.names[0], ""))
            return
        }
        guard let value = attached ?? rest.popFirst() else { throw .misuse("option '\(name)' needs a value: \(placeholder)") }
        if !option.choices.isEmpty, !option.choices.contains(value) {
            throw .misuse("option '\(name)' takes \(option.choices.joined(separator: ", ")), not '\(value)'")
        }
        if !option.repeats, has(option.names[0]) { throw .misuse("option '\(name)' is given twice") }
        values.append((option.names[0], value))
    }
}

extension Command {
    /// The page that `--help` prints.
    var help: String {
        var text = "usage: baton \(name)\(synopsis.isEmpty ? "" : " ")\(synopsis)\n\n\(summary)\n"
        let all = options + [Option("-h", "--help", help: "print this page")]
        text += "\noptions:\n"
        let rows = all.map { option in
            (option.names.joined(separator: ", ") + (option.value.map { " \($0)" } ?? ""), option.help)
        }
        let width = min(rows.map(\.0.count).max() ?? 0, 34)
        for (left, right) in rows {
            let gap =
                left.count > width ? "\n    " + String(repeating: " ", count: width) : String(repeating: " ", count: width - left.count)
            text += "    \(left)\(gap)  \(right)\n"
        }
        if !exitCodes.isEmpty { text += "\nexit codes:\n" + exitCodes.map { "    \($0)\n" }.joined() }
        return text
    }
}

/// Standard output and standard error, whole lines at a time.
enum Terminal {
    static func out(_ text: String) { write(1, Array(text.utf8)) }
    static func out(_ bytes: [UInt8]) { write(1, bytes) }
    static func errors(_ bytes: [UInt8]) { write(2, bytes) }
    static func error(_ text: String) { write(2, Array("baton: \(text)\n".utf8)) }

    private static func write(_ descriptor: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress {
                let count = Glibc.write(descriptor, start + done, buffer.count - done)
                if count < 0 && errno != EINTR { return }
                done += max(count, 0)
            }
        }
    }
}
