import GrammarFormat
import Lexer

/// What is allowed and yet is hardly meant: warnings that the reference does not give. Runs last, over what all passes before it found
/// out, and says nothing where it is not sure. One rule a file; a rule that would need the whole text of a line that has an error is
/// silent about what that line could say.
struct LintPass {
    let context: CheckContext

    func run(_ names: borrowing SectionNames) {
        let lines = LintLines(context.configuration)
        UnusedACLs(context: context).run()
        UnusedBackends(context: context, lines: lines).run(names)
        UnreachableRules(context: context, lines: lines).run()
        ConstantConditions(context: context, lines: lines).run()
        let variables = VariableUses(context.configuration, lines)
        UnmatchedVariables(context: context, lines: lines).run(variables)
        EarlyReads(context: context, lines: lines).run(variables)
        VariableTypes(context: context, lines: lines).run(variables)
        OverlappingBinds(context: context, lines: lines).run()
        SenselessTimeouts(context: context, lines: lines).run()
        CancellingOptions(context: context, lines: lines).run()
        PlainSecrets(context: context, lines: lines).run()
        ExponentialRegexes(context: context, lines: lines).run()
        BackendsInMaps(context: context, lines: lines).run(names)
        DuplicateSNIs(context: context, lines: lines).run()
        OddCheckPorts(context: context).run()
    }
}

extension Configuration {
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
    func holds(_ word: WordID, _ directive: DirectiveRow) -> Bool {
        for at in Int(directive.nameEnd)..<Int(directive.wordCount) where bytes(at, of: directive).equals(word.bytes) { return true }
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

    func ends(with other: WordBytes) -> Bool { count >= other.count && dropping(count - other.count).equals(other) }
}
