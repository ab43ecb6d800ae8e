import GrammarFormat
import Lexer

/// What is allowed and yet is hardly meant: warnings that the reference does not give. Runs last, over what all passes before it found
/// out, and says nothing where it is not sure. One rule a file; a rule that would need the whole text of a line that has an error is
/// silent about what that line could say.
struct LintPass {
    private let context: CheckContext

    init(_ context: CheckContext) { self.context = context }

    func run(_ names: borrowing SectionNames) {
        let lines = LintLines(context.configuration)
        UnusedACLs(context).run()
        UnusedBackends(context, lines).run(names)
        UnreachableRules(context, lines).run()
        ConstantConditions(context, lines).run()
        UnmatchedVariables(context, lines).run()
        OverlappingBinds(context, lines).run()
        SenselessTimeouts(context, lines).run()
        CancellingOptions(context, lines).run()
        PlainSecrets(context, lines).run()
        ExponentialRegexes(context, lines).run()
    }
}

extension Configuration {
    /// All directives; valid until one is added.
    var allDirectives: UnsafeBufferPointer<DirectiveRow> { directives.rows(0, directives.count) }

    /// The directives of one section.
    func directives(of section: SectionRow) -> UnsafeBufferPointer<DirectiveRow> {
        directives.rows(Int(section.firstDirective), Int(section.directiveCount))
    }

    /// The condition at the end of a line.
    @inline(__always)
    func condition(of directive: DirectiveRow) -> Capture? {
        if directive.captureCount == 0 { return nil }
        let last = captures[Int(directive.firstCapture) &+ Int(directive.captureCount) &- 1]
        return last.type == .condition ? last : nil
    }

    /// Whether the word is put together from environment variables: where the configuration runs, it may read otherwise.
    func isExpanded(_ word: Int, of directive: DirectiveRow) -> Bool {
        let word = words[Int(directive.firstWord) &+ word]
        return !word.isPlain && sources.text(word.range(in: directive.source)).utf8.contains(UInt8(ascii: "$"))
    }

    /// Whether one of the line's words is this.
    func holds(_ text: StaticString, _ directive: DirectiveRow) -> Bool {
        for at in Int(directive.nameEnd)..<Int(directive.wordCount) where bytes(at, of: directive).reads(text) { return true }
        return false
    }

    /// Pool text as a word; valid until the next text is added.
    @inline(__always)
    func word(_ text: PoolText) -> WordBytes? {
        let bytes = expressions.bytes(text)
        guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
        return WordBytes(base: base, count: bytes.count)
    }
}

extension WordBytes {
    /// Whether it reads like this.
    @inline(__always)
    func reads(_ text: StaticString) -> Bool { equals(WordBytes(base: text.utf8Start, count: text.utf8CodeUnitCount)) }

    func begins(with text: StaticString) -> Bool { count >= text.utf8CodeUnitCount && slice(0, text.utf8CodeUnitCount).reads(text) }

    func ends(with text: StaticString) -> Bool { count >= text.utf8CodeUnitCount && dropping(count - text.utf8CodeUnitCount).reads(text) }
}
