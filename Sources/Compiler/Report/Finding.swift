import Lexer

package enum Severity: UInt8, Comparable, Sendable, CaseIterable {
    case error = 0
    case warning = 1
    case note = 2

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    package var name: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }
}

/// Something that the check has to say about one place in the text. The message says what is wrong, the label what belongs at the
/// carets, the help what to write instead.
package struct Finding: Sendable {
    package var id: FindingID
    package var severity: Severity
    /// Whether it was found as an error, which neither a comment in the text nor a project file changes.
    package let isRefusal: Bool
    /// Tight: the word or the part of a word that is meant.
    package var span: SourceRange
    /// One sentence without a capital at its start or a full stop at its end.
    package var message: String
    /// Beside the carets; may be empty.
    package var label: String
    /// Other places that belong to it, in the order to be read.
    package var places: [Place]
    package var help: [String]
    package var notes: [String]
    package var fixes: [Fix]
    /// The targets that it holds for, where several were checked and it does not hold for all; else empty.
    package var targets: [String] = []

    package struct Place: Sendable {
        package var span: SourceRange
        package var text: String
        package init(_ span: SourceRange, _ text: String) {
            self.span = span
            self.text = text
        }
    }

    /// A change of the text that answers the finding.
    package struct Fix: Sendable {
        package var title: String
        package var span: SourceRange
        package var replacement: String
        /// Whether the configuration means the same after it, or could not have worked before.
        package var isSafe: Bool
        package init(_ title: String, span: SourceRange, replacement: String, isSafe: Bool) {
            self.title = title
            self.span = span
            self.replacement = replacement
            self.isSafe = isSafe
        }
    }

    package init(
        _ id: FindingID, severity: Severity? = nil, at span: SourceRange, _ message: String, label: String = "", places: [Place] = [],
        help: [String] = [], notes: [String] = [], fixes: [Fix] = []
    ) {
        self.id = id
        self.severity = severity ?? id.severity
        isRefusal = self.severity == .error
        self.span = span
        self.message = message
        self.label = label
        self.places = places
        self.help = help
        self.notes = notes
        self.fixes = fixes
    }
}
