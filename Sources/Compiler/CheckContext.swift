import GrammarFormat
import Lexer

/// What the passes of one check share. One thread.
final class CheckContext {
    let sources: SourceSet
    let options: CheckOptions
    let configuration: Configuration
    let inputs: Inputs
    var environment: Environment
    var findings = Findings()
    var suppressions = SuppressionReader()

    /// Which sections the text has.
    var dialect = Dialect.configuration

    enum Dialect: Equatable {
        case configuration
        /// A file of `filter spoe`: the sections in the scope of this engine, or those outside of any scope (doc/SPOE.txt 2.1).
        case spoe(engine: [UInt8]?)
    }

    /// Where relative paths of a kind start from (`crt-base`, `ca-base`).
    var bases: [InputKind: String] = [:]

    /// Words that name files whose content is checked, in the order of the text.
    var namedFiles: [FileUse] = []
    /// Rules that name an engine and a group of an SPOE filter.
    var spoeRules: [DirectiveRow] = []

    init(sources: SourceSet, options: CheckOptions) {
        self.sources = sources
        self.options = options
        configuration = Configuration(sources: sources)
        inputs = Inputs(policy: options.inputs)
        findings.severities = options.severities
        // Variables that the reference sets win over those of the process.
        environment = Environment(
            options.environment
                + KeywordTable.environment.rows.map {
                    let row = KeywordRow(index: $0)
                    return (name: row.name.array, value: row.replacement.array)
                })
    }

    func add(_ finding: Finding) { findings.add(finding) }

    /// The name nearest to a word that is none of them, for a finding's help; nil where none is near, or where comparing names has cost too
    /// much already.
    func nearest(_ word: WordBytes, _ names: @autoclosure () -> [WordBytes]) -> String? {
        if comparisons > GrammarLimits.nameComparisons { return nil }
        let names = names()
        return mayCompare(names.count) ? Grammar.nearest(word, names, 1).first : nil
    }

    /// Whether this many names may be compared for the help of one more finding.
    func mayCompare(_ count: Int) -> Bool {
        comparisons += count
        return comparisons <= GrammarLimits.nameComparisons
    }

    private var comparisons = 0

    /// Text for a message.
    func text(_ word: WordBytes) -> String {
        Characters.printable(UnsafeRawBufferPointer(start: word.base, count: word.count))
    }

    /// Reports what grammar/ says against the use of a word: another release's, gone, experimental, or not run yet. Returns false where
    /// that makes its line worthless.
    @inline(__always)
    @discardableResult
    func admit(_ row: KeywordRow, at range: @autoclosure () -> SourceRange, noting: Bool = true) -> Bool {
        if row.runs || !noting, row.since == .old, row.until == .baton, !row.isDeprecated, !row.isExperimental { return true }
        return examine(row, range(), noting)
    }

    @inline(never)
    private func examine(_ row: KeywordRow, _ range: SourceRange, _ noting: Bool) -> Bool {
        let name = row.name.string
        let target = options.target
        if !row.isKnown(in: target) {
            if row.since == .baton {
                add(
                    Finding(
                        .batonOnly, at: range, "'\(name)' exists in target baton only",
                        help: ["check with --target baton, or leave it out for HAProxy"]))
            } else if row.since > target {
                add(
                    Finding(
                        .keywordTooNew, at: range, "'\(name)' exists since HAProxy \(row.since.text)", label: "the target is \(target.text)"
                    ))
            } else {
                var finding = Finding(
                    .removedKeyword, at: range,
                    row.until == .old
                        ? "'\(name)' was removed before HAProxy 2.6"
                        : "'\(name)' existed until HAProxy \(row.until.text)")
                let replacement = row.replacement.string
                if !replacement.isEmpty { finding.help = [Self.advice(replacement)] }
                add(finding)
            }
            return false
        }
        if row.isDeprecated {
            let replacement = row.replacement.string
            add(
                Finding(
                    .deprecatedKeyword, at: range, "'\(name)' is deprecated",
                    help: replacement.isEmpty ? [] : [Self.advice(replacement)]))
        }
        if row.isExperimental {
            if !allowsExperimental {
                add(
                    Finding(
                        .experimentalKeyword, at: range, "'\(name)' is experimental",
                        help: ["allow it by 'expose-experimental-directives' in the global section above"]))
            }
        }
        if noting { noteUnlessRun(row, range) }
        return true
    }

    /// Says that a word is known and not run yet: a note where the text is only checked, an error where it is to run.
    func noteUnlessRun(_ row: KeywordRow, _ range: @autoclosure () -> SourceRange) {
        guard !row.runs, row.isKnown(in: options.target) else { return }
        let release = options.target == .baton ? "3.4" : options.target.text
        add(
            Finding(
                .notSupportedYet, severity: options.mustRun ? .error : .note, at: range(), "baton does not run '\(row.name.string)' yet",
                notes: options.mustRun ? [] : ["HAProxy \(release) does"]))
    }

    /// Set by `expose-experimental-directives`.
    var allowsExperimental = false

    private static func advice(_ replacement: String) -> String {
        replacement.hasPrefix("use ") || replacement.contains(" ") && !replacement.contains("'") ? replacement : "write \(replacement)"
    }
}

extension CheckContext {
    var isStrict: Bool { inputs.policy == .strict }
}
