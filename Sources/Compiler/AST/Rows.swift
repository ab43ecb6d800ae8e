import GrammarFormat
import Lexer

/// One line of a section: a directive with its words and what the signature engine captured.
package struct DirectiveRow: Sendable {
    /// Index of its section.
    package var section: UInt32
    /// Index of its source.
    package var source: UInt32
    /// Its first word in the configuration's `words`.
    package var firstWord: UInt32
    /// Its first capture in the configuration's `captures`.
    package var firstCapture: UInt32
    /// Its line, from 1.
    package var line: UInt32
    package var captureCount: UInt32
    /// Column of its first word, from 1; 0 where it is not on that line, or beyond what fits.
    package var column: UInt16
    /// The keyword; undefined where `isUnknown`.
    package var id: DirectiveID
    package var wordCount: UInt8
    /// Index, in the line, of the first word behind the keyword.
    package var nameEnd: UInt8
    package var form: DirectiveForm
    package var flags: UInt8

    /// A finding says that it is wrong: what it means is not to be relied on.
    package var isBroken: Bool { flags & Self.broken != 0 }
    /// No keyword, or one that this section does not have.
    package var isUnknown: Bool { flags & Self.unknown != 0 }

    static let broken: UInt8 = 1
    static let unknown: UInt8 = 2
}

/// A section's first line, and which directives are its own.
package struct SectionRow: Sendable {
    package var source: UInt32
    package var firstWord: UInt32
    package var firstCapture: UInt32
    package var firstDirective: UInt32
    package var directiveCount: UInt32
    /// The `defaults` section that it starts from, or -1 (Resolve).
    package var defaults: Int32
    /// Index, in the line, of the word with its name, or 0 for none.
    package var nameWord: UInt8
    package var wordCount: UInt8
    package var captureCount: UInt8
    package var kind: SectionID
    package var flags: UInt8

    /// A finding says that its first line is wrong.
    package var isBroken: Bool { flags & Self.broken != 0 }
    static let broken: UInt8 = 1
}

/// A frontend, backend or listen section with what it inherits (Resolve).
package struct ProxyRow: Sendable {
    /// Index of its section.
    package var section: Int
    package var kind: SectionID
    package var name: String
    package var mode: ProxyMode
    /// Row of the backend that `default_backend` names, or -1.
    package var defaultBackend: Int
    /// Another proxy before it has its name: there is a finding.
    package var isDuplicate: Bool

    package var isFrontend: Bool { kind == .frontend || kind == .listen }
    package var isBackend: Bool { kind == .backend || kind == .listen }
}
