/// What is wrong with a grammar file, and where.
package struct GrammarError: Error, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var message: String

    package var description: String { "\(file):\(line): \(message)" }
}

/// One entry of a grammar file as it was written: a head line and its fields, with the fields that `@` lines gave before it.
package struct RawEntry {
    package var file: String
    package var line: Int
    /// The table that the entry belongs to: the head's first word.
    package var table: String
    /// The rest of the head: the keyword itself, one word or several.
    package var name: String
    /// Every field in the order written; a field may stand several times.
    package var fields: [(name: String, value: String, line: Int)]

    /// The last value of a field, or nil.
    package func field(_ name: String) -> String? { fields.last { $0.name == name }?.value }
    /// All values of a field in order.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    package func error(_ message: String, line: Int? = nil) -> GrammarError {
        GrammarError(file: file, line: line ?? self.line, message: "\(table) \(name): \(message)")
    }
}

/// Reads the file format that grammar/README.md describes.
package enum EntryFile {
    static let fieldNames: Set<String> = [
        "in", "modes", "args", "glued", "repeat", "no", "default", "since", "until", "gone", "replaced", "deprecated", "manual", "help",
        "apply", "drops", "runs", "accept", "refuse", "id", "out", "from", "places", "purity", "match", "means", "kind", "min", "max",
        "refers", "flags", "needs", "newer", "numbered", "prefix", "experimental", "strict", "letters", "words", "to", "family", "socket",
    ]

    /// The entries of one file, in order.
    package static func parse(_ text: String, file: String) throws -> [RawEntry] {
        var entries: [RawEntry] = []
        var shared: [(name: String, value: String, line: Int)] = []
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let trimmed = trim(line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            let indented = line.first == " " || line.first == "\t"
            if line.first == "@" {
                let (name, value) = splitFirst(trim(line.dropFirst()))
                if name.isEmpty {
                    shared = []
                } else {
                    try check(name, file, number)
                    shared.removeAll { $0.name == name }
                    if !value.isEmpty { shared.append((name, value, number)) }
                }
            } else if indented {
                guard !entries.isEmpty else { throw GrammarError(file: file, line: number, message: "a field before the first entry") }
                let (name, value) = splitFirst(trimmed)
                try check(name, file, number)
                entries[entries.count - 1].fields.append((name, value, number))
            } else {
                let (table, name) = splitFirst(trimmed)
                guard !name.isEmpty else { throw GrammarError(file: file, line: number, message: "'\(table)' without a name") }
                entries.append(RawEntry(file: file, line: number, table: table, name: name, fields: shared))
            }
        }
        return entries
    }

    private static func check(_ name: String, _ file: String, _ line: Int) throws {
        if !fieldNames.contains(name) { throw GrammarError(file: file, line: line, message: "unknown field '\(name)'") }
    }

    static func trim(_ text: Substring) -> String {
        var rest = text
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
        return String(rest)
    }

    static func splitFirst(_ text: String) -> (String, String) {
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return (text, "") }
        return (String(text[..<space]), trim(text[space...]))
    }

    static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\t" }.map(String.init) }
}
