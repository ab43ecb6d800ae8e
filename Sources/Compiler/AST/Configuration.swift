import Lexer

/// A configuration as read: every line that a condition does not mask, flat, in order, with the positions of all words. The parser
/// fills `words`, `captures`, `directives` and `sections`; the later passes add `expressions` and `proxies` and change only what
/// their notes in ``DirectiveRow`` and ``SectionRow`` say. One thread.
package final class Configuration {
    package let sources: SourceSet
    package var words = GrowingTable<Word>()
    package var captures = GrowingTable<Capture>()
    package var directives = GrowingTable<DirectiveRow>()
    package var sections = GrowingTable<SectionRow>()
    package var expressions = Expressions()
    /// In the order of their sections.
    package var proxies: [ProxyRow] = []

    package init(sources: SourceSet) {
        self.sources = sources
        // As dense as configurations get; tables that grow by doubling are copied, and room that is not filled costs nothing.
        let bytes = sources.files.reduce(0) { $0 &+ $1.count }
        words.reserve(bytes / 7)
        captures.reserve(bytes / 12)
        directives.reserve(bytes / 24)
    }

    /// The text of a word of `directive`.
    @inline(__always)
    package func bytes(_ word: Int, of directive: DirectiveRow) -> WordBytes {
        text(of: words[Int(directive.firstWord) &+ word], source: directive.source)
    }

    package func range(_ word: Int, of directive: DirectiveRow) -> SourceRange {
        words[Int(directive.firstWord) &+ word].range(in: directive.source)
    }

    /// The text of `word`; valid as long as the configuration.
    @inline(__always)
    package func text(of word: Word, source: UInt32) -> WordBytes {
        let buffer = sources[source].text[word]
        // An empty word may have no address; nothing is read through this one.
        return WordBytes(base: buffer.baseAddress ?? Self.nowhere, count: buffer.count)
    }

    private static var nowhere: UnsafePointer<UInt8> { StaticString("").utf8Start }

    package func captures(of directive: DirectiveRow) -> UnsafeBufferPointer<Capture> {
        self.captures.rows(Int(directive.firstCapture), Int(directive.captureCount))
    }

    /// The bytes that `capture` covers.
    package func text(_ capture: Capture, of directive: DirectiveRow) -> WordBytes {
        bytes(Int(capture.word), of: directive).slice(Int(capture.start), Int(capture.count))
    }

    /// Where these bytes stand in the file.
    package func range(_ capture: Capture, of directive: DirectiveRow) -> SourceRange {
        let word = words[Int(directive.firstWord) &+ Int(capture.word)]
        if capture.start == 0, capture.count == word.textCount { return word.range(in: directive.source) }
        return sources[directive.source].text.origin(
            of: word, from: Int(capture.start), to: Int(capture.start) &+ Int(capture.count), source: directive.source)
    }

    /// The directive's keyword as written, one range over all its words.
    package func keywordRange(of directive: DirectiveRow) -> SourceRange {
        let first = range(0, of: directive)
        let last = range(max(0, Int(directive.nameEnd) &- 1), of: directive)
        return first.joined(last)
    }

    /// The whole line from its first word to its last.
    package func range(of directive: DirectiveRow) -> SourceRange {
        range(0, of: directive).joined(range(max(0, Int(directive.wordCount) &- 1), of: directive))
    }

    /// All directives; valid until one is added.
    var allDirectives: UnsafeBufferPointer<DirectiveRow> { directives.rows(0, directives.count) }

    // MARK: sections

    /// The directives of one section; valid until one is added.
    func directives(of section: SectionRow) -> UnsafeBufferPointer<DirectiveRow> {
        directives.rows(Int(section.firstDirective), Int(section.directiveCount))
    }

    package func name(of section: SectionRow) -> WordBytes? {
        if section.nameWord == 0 { return nil }
        return text(of: words[Int(section.firstWord) &+ Int(section.nameWord)], source: section.source)
    }

    /// The section's name, or its keyword where it has none.
    package func nameRange(of section: SectionRow) -> SourceRange {
        words[Int(section.firstWord) &+ Int(section.nameWord)].range(in: section.source)
    }

    package func keywordRange(of section: SectionRow) -> SourceRange { words[Int(section.firstWord)].range(in: section.source) }

    /// `backend 'app'`, for messages.
    package func title(of section: SectionRow) -> String {
        let kind = String(describing: section.kind.text)
        guard let name = name(of: section) else { return "section '\(kind)'" }
        return "\(kind) '\(Characters.printable(UnsafeRawBufferPointer(start: name.base, count: name.count)))'"
    }
}
