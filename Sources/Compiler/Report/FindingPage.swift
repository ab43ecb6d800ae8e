import GrammarFormat

/// What `baton explain` says of one kind of finding.
package struct FindingPage: Sendable {
    package let id: String
    /// What is found.
    package let meaning: String
    /// What comes of it.
    package let why: String
    /// A configuration that has the finding; nil where that would be too long to read, or needs more than a text.
    package let example: String?
    /// The release that the example is checked for.
    package let target: Release
    /// What to write, or to do.
    package let instead: String
    /// The section of HAProxy's configuration manual; nil where there is none.
    package let manual: String?

    init(
        _ id: String, _ meaning: String, why: String, example: String? = nil, target: Release = .v3_4, instead: String,
        manual: String? = nil
    ) {
        self.id = id
        self.meaning = meaning
        self.why = why
        self.example = example
        self.target = target
        self.instead = instead
        self.manual = manual
    }

    /// The page of an ID.
    package static func page(_ id: FindingID) -> FindingPage? { all.first { $0.id == id.rawValue } }

    /// The page for a terminal.
    package func text(_ severity: Severity) -> String {
        var text = "\(id) (\(severity.name))\n\n\(meaning)\n\(why)\n"
        if let example {
            text += "\nAn example\(target == .v3_4 ? "" : ", for target \(target.text)"):\n\n" + Self.indented(Self.shown(example))
        }
        text += "\nInstead:\n\n" + Self.indented(instead)
        if let manual { text += "\nConfiguration manual of HAProxy 3.4: section \(manual)\n" }
        return text
    }

    /// All pages as one document, which docs/findings.md holds.
    package static var markdown: String {
        var text = """
            # Findings

            What each finding of `baton check` means. `baton explain ID` shows one; this file is `baton explain --markdown`. Sections are those of
            HAProxy 3.4's configuration manual.

            """
        for id in FindingID.all {
            guard let page = page(id) else { continue }
            text += "\n## \(id.rawValue)\n\n*\(id.severity.name)*. \(page.meaning)\n\(page.why)\n\n"
            if let example = page.example {
                text += "```\(page.target == .v3_4 ? "" : " for target \(page.target.text)")\n\(closed(shown(example)))```\n\n"
            }
            text += "Instead:\n\n```\n\(closed(page.instead))```\n"
            if let manual = page.manual { text += "\nManual: section \(manual).\n" }
        }
        return text
    }

    /// What cannot be seen in an example comes out as an escape.
    private static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            Array(line.utf8).withUnsafeBytes { Characters.printable($0) }.replacing("\u{A0}", with: "\\u{A0}")
        }.joined(separator: "\n")
    }

    private static func closed(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

    private static func indented(_ text: String) -> String {
        closed(text).split(separator: "\n").map { "    \($0)\n" }.joined()
    }
}
