import Lexer

/// How severe findings are in one project, where that differs from what they are by themselves. What was found as an error stays one.
package struct Severities: Sendable {
    private var levels: [FindingID: Severity] = [:]
    private var off: Set<FindingID> = []

    package init() {}

    /// The severity to report; nil where the finding is switched off.
    func severity(_ id: FindingID, _ found: Severity) -> Severity? {
        if found == .error || levels.isEmpty && off.isEmpty { return found }
        return off.contains(id) ? nil : levels[id] ?? found
    }

    fileprivate func knows(_ id: FindingID) -> Bool { off.contains(id) || levels[id] != nil }

    /// - Parameter severity: nil for off.
    fileprivate mutating func set(_ id: FindingID, _ severity: Severity?) {
        if let severity { levels[id] = severity } else { off.insert(id) }
    }
}

/// The project file `.baton`: lines of `severity ID error|warning|note|off`. `#` begins a comment.
package struct ProjectFile: Sendable {
    package private(set) var severities = Severities()
    /// What is wrong with the file, in order; empty where nothing is.
    package private(set) var faults: [Fault] = []

    /// One thing that is wrong.
    package struct Fault: Error, Equatable, Sendable {
        package var line: Int
        /// In characters, from 1.
        package var column: Int
        /// A sentence without its place.
        package var reason: String
    }

    package init(_ bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            read(line.prefix { $0 != 0x23 }, index + 1)
        }
    }

    private struct Word {
        let text: String
        let column: Int
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
        var words: [Word] = []
        for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
            let before = String(decoding: line[line.startIndex..<word.startIndex], as: UTF8.self)
            words.append(Word(text: String(decoding: word, as: UTF8.self), column: before.unicodeScalars.count + 1))
        }
        guard let first = words.first else { return }
        func fault(_ word: Word, _ reason: String) { faults.append(Fault(line: number, column: word.column, reason: reason)) }
        if first.text != "severity" { return fault(first, "no setting is called '\(Self.shown(first))'; there is 'severity'") }
        if words.count < 3 { return fault(words[words.count - 1], "'severity' needs an ID and error, warning, note or off") }
        if words.count > 3 { return fault(words[3], "'\(Self.shown(words[3]))' is a word too many") }
        guard let id = FindingID.named(words[1].text) else {
            let near = FindingID.nearest(words[1].text).map { "; did you mean '\($0)'?" } ?? ""
            return fault(words[1], "no finding is called '\(Self.shown(words[1]))'\(near)")
        }
        let severity: Severity?
        switch words[2].text {
        case "off": severity = nil
        case let name:
            guard let level = Severity.allCases.first(where: { $0.name == name }) else {
                return fault(words[2], "'\(Self.shown(words[2]))' is none of error, warning, note and off")
            }
            severity = level
        }
        if id.severity == .error, severity != .error {
            return fault(words[2], "'\(id.rawValue)' is an error of the reference and cannot be lowered")
        }
        if severities.knows(id) { return fault(words[1], "'\(id.rawValue)' has its severity further up already") }
        severities.set(id, severity)
    }

    private static func shown(_ word: Word) -> String { Array(word.text.utf8).withUnsafeBytes { Characters.printable($0) } }
}
