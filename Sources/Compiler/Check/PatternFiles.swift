import GrammarFormat
import Lexer

/// What stands in files of patterns (`-f`) and in maps: each line must be of the type that its reader compares or gives (manual 2.7, 7.1).
/// A file is read once for each way of reading it, and its first bad line is named at the word that names the file.
struct PatternFiles {
    private let context: CheckContext
    private let configuration: Configuration
    /// Path and way of reading, joined: those that were checked.
    private var checked: Set<String> = []

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    /// How the key and the value of a line are read.
    private enum Form: String {
        case text, number, address
    }

    mutating func run() {
        if context.inputs.policy == .skip { return }
        for index in 0..<configuration.expressions.aclExpressions.count {
            let expression = configuration.expressions.aclExpressions[index]
            for file in 0..<Int(expression.fileCount) {
                let row = configuration.expressions.patterns[Int(expression.firstFile) + file]
                let key: Form =
                    switch expression.method {
                    case .int, .len: .number
                    case .ip: .address
                    default: .text
                    }
                let isMap = expression.flags.contains(.asMap)
                check(text(row.text), key, isMap ? .text : nil, row.range, .patterns)
            }
        }
        for index in 0..<configuration.expressions.converters.count {
            let converter = configuration.expressions.converters[index]
            guard converter.argumentCount > 0 else { continue }
            let argument = configuration.expressions.arguments[Int(converter.firstArgument)]
            guard argument.kind == .reference, argument.type.refers == .map else { continue }
            // `map`, `map_<match>`, `map_<match>_<output>`
            let parts = converter.converter.row.name.string.split(separator: "_").dropFirst()
            let key: Form = parts.first == "int" ? .number : parts.first == "ip" ? .address : .text
            let value: Form = parts.count < 2 ? .text : parts.last == "int" ? .number : parts.last == "ip" ? .address : .text
            check(text(argument.text), key, value, argument.range, .map)
        }
    }

    private func text(_ text: PoolText) -> String { String(decoding: configuration.expressions.bytes(text), as: UTF8.self) }

    /// `value`: how what stands behind the first word is read; nil where the whole line is one pattern.
    private mutating func check(_ name: String, _ key: Form, _ value: Form?, _ range: SourceRange, _ kind: InputKind) {
        if key == .text && (value ?? .text) == .text { return }
        var path = name
        if path.hasPrefix("virt@") || path.hasPrefix("opt@") { return }
        if path.hasPrefix("file@") { path = String(path.dropFirst(5)) }
        if !checked.insert("\(key.rawValue) \(value?.rawValue ?? "-") \(path)").inserted { return }
        // What cannot be read has its finding where it is looked for.
        guard let bytes = try? context.inputs.read(path, kind, at: range) else { return }
        var bad: (line: Int, what: String)?
        var count = 0
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            var line = 0
            while at < bytes.count {
                line += 1
                let start = at
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
                if let problem = problem(UnsafeBufferPointer(rebasing: bytes[start..<at]), key, value) {
                    count += 1
                    if bad == nil { bad = (line, problem) }
                }
                at += 1
            }
        }
        guard let bad else { return }
        context.add(
            Finding(
                .badPatternFile, at: range, "line \(bad.line) of the \(kind.name) '\(path)': \(bad.what)",
                notes: count > 1 ? ["\(count) of its lines are bad"] : []))
    }

    /// What is wrong with a line, or nil.
    private func problem(_ line: UnsafeBufferPointer<UInt8>, _ key: Form, _ value: Form?) -> String? {
        var start = 0
        while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
        var end = start
        while end < line.count, line[end] != 0x0D { end += 1 }
        guard start < end, line[start] != UInt8(ascii: "#"), let base = line.baseAddress else { return nil }
        let text = WordBytes(base: base + start, count: end - start)
        guard let value else { return problem(text, key) }
        let cut = min(text.first(0x20) ?? text.count, text.first(0x09) ?? text.count)
        if let bad = problem(text.slice(0, cut), key) { return bad }
        var rest = text.dropping(cut)
        while rest.count > 0, rest.base[0] == 0x20 || rest.base[0] == 0x09 { rest = rest.dropping(1) }
        while rest.count > 0, rest.base[rest.count - 1] == 0x20 || rest.base[rest.count - 1] == 0x09 {
            rest = rest.slice(0, rest.count - 1)
        }
        // A key without a value is none that is looked at.
        if rest.count == 0 { return nil }
        switch value {
        case .text: return nil
        case .number: return Self.isInteger(rest) ? nil : "'\(context.text(rest))' is not a number"
        case .address: return Self.isAddress(rest) ? nil : "'\(context.text(rest))' is not an address"
        }
    }

    private func problem(_ word: WordBytes, _ form: Form) -> String? {
        switch form {
        case .text: return nil
        case .number: return PatternNumbers.range(word, PatternNumbers.integer) != nil ? nil : "'\(context.text(word))' is not a number"
        case .address:
            // A name is looked up where the configuration runs.
            if Self.isAddress(word) { return nil }
            if NameReferences.isNumeric(word) ? IPText.olderIPv4(word) != nil : NameReferences.isHostName(word) { return nil }
            return "'\(context.text(word))' is not an address"
        }
    }

    private static func isAddress(_ word: WordBytes) -> Bool {
        var capture = Capture(
            slot: .word, type: .network, word: 0, start: 0, count: UInt32(truncatingIfNeeded: word.count), isValid: true, value: 0, aux: 0)
        return ValueReader.network(word, &capture).kind == .none
    }

    /// Digits behind an optional sign, however many.
    private static func isInteger(_ word: WordBytes) -> Bool {
        let digits = word.count > 0 && (word.base[0] == 0x2D || word.base[0] == 0x2B) ? word.dropping(1) : word
        return digits.count > 0 && (0..<digits.count).allSatisfy { digits.base[$0] >= 0x30 && digits.base[$0] <= 0x39 }
    }
}
