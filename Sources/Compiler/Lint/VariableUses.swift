import GrammarFormat
import Lexer

/// Variables and what happens to them, collected once for the rules about them. Those of the process are left out: the command socket reads
/// and sets them.
struct VariableUses: ~Copyable {
    private let configuration: Configuration
    private(set) var names = NameTable()
    private(set) var uses: [Use] = []
    private(set) var sets: [Setting] = []
    private(set) var reads: [Reading] = []

    /// What happens to one variable.
    struct Use {
        var name: WordBytes
        /// Where it was first set, and first read by `var`; nil: never.
        var set: SourceRange?
        var read: SourceRange?
        /// Some argument of a sample mentions it.
        var isMentioned = false
        /// A converter names it, and may set it (`aes_gcm_enc`).
        var isHandedOver = false
        /// `var(name,default)`: that it may be missing is provided for.
        var hasDefault = false

        var scope: VariableScopeID? {
            name.first(UInt8(ascii: ".")).flatMap { Grammar.find(name.slice(0, $0), as: VariableScopeID.self) }
        }
    }

    /// A place that sets a variable.
    struct Setting {
        var use: Int
        var range: SourceRange
        /// What it is set to; nil: not known here.
        var type: SampleType?
    }

    /// `var(name)`
    struct Reading {
        var use: Int
        /// The variable's name.
        var range: SourceRange
        var sample: Int
        var hasDefault: Bool
    }

    init(_ configuration: Configuration, _ lines: LintLines) {
        self.configuration = configuration
        collectActions(lines)
        collectSamples()
    }

    // MARK: collecting

    private mutating func index(_ name: WordBytes) -> Int {
        if let known = names.insert(name, uses.count) { return known }
        uses.append(Use(name: name))
        return uses.count - 1
    }

    private mutating func set(_ name: WordBytes, _ range: SourceRange, _ type: SampleType?) {
        let at = index(name)
        if uses[at].set == nil { uses[at].set = range }
        sets.append(Setting(use: at, range: range, type: type))
    }

    /// A scope other than the process's, a dot, and a name.
    @inline(__always)
    private static func isVariable(_ word: WordBytes) -> Bool {
        guard word.count > 4, let dot = word.slice(0, min(6, word.count)).first(UInt8(ascii: ".")), dot >= 3 else { return false }
        guard let scope = Grammar.find(word.slice(0, dot), as: VariableScopeID.self) else { return false }
        return scope != .proc
    }

    private mutating func collectActions(_ lines: LintLines) {
        for line in lines[.rule] {
            let directive = configuration.directives[Int(line)]
            let captures = configuration.captures(of: directive)
            guard captures.count > 1, captures[1].type == .variable, captures[0].type == .keyword, captures[0].slot == .action,
                captures[0].keyword(ActionID.self) != .unsetVar
            else { continue }
            let name = configuration.text(captures[1], of: directive)
            if !Self.isVariable(name) { continue }
            set(name, configuration.range(captures[1], of: directive), type(captures))
        }
        for line in lines[.checkVariable] {
            let directive = configuration.directives[Int(line)]
            guard directive.nameEnd > 0 else { continue }
            let word = configuration.bytes(Int(directive.nameEnd) - 1, of: directive)
            guard let open = word.first(UInt8(ascii: "(")) else { continue }
            var name = word.dropping(open + 1)
            name.count = name.first(UInt8(ascii: ",")) ?? name.first(UInt8(ascii: ")")) ?? name.count
            if !Self.isVariable(name) { continue }
            set(name, configuration.range(Int(directive.nameEnd) - 1, of: directive), nil)
        }
    }

    /// What an action sets its variable to.
    private func type(_ captures: UnsafeBufferPointer<Capture>) -> SampleType? {
        switch captures[0].keyword(ActionID.self) {
        case .setVarFmt: return .str
        case .setVar:
            for capture in captures where capture.type.kind == .sample && capture.isValid && capture.value != Expressions.broken {
                return configuration.expressions.samples[Int(truncatingIfNeeded: capture.value)].type
            }
            return nil
        default: return nil
        }
    }

    private mutating func collectSamples() {
        for index in 0..<configuration.expressions.samples.count {
            let sample = configuration.expressions.samples[index]
            if sample.argumentCount == 0 { continue }
            mention(Int(sample.firstArgument), Int(sample.argumentCount), sample: sample.fetch == .var ? index : nil)
        }
        let converters = configuration.expressions.converters.rows(0, configuration.expressions.converters.count)
        for converter in converters where converter.argumentCount > 0 && converter.converter != .unsetVar {
            if converter.converter != .setVar {
                mention(Int(converter.firstArgument), Int(converter.argumentCount), sample: nil)
                continue
            }
            let argument = configuration.expressions.arguments[Int(converter.firstArgument)]
            guard let name = configuration.word(argument.text), Self.isVariable(name) else { continue }
            set(name, argument.range, converter.input)
        }
    }

    /// `sample`: the one of a `var` whose arguments they are.
    private mutating func mention(_ first: Int, _ count: Int, sample: Int?) {
        let arguments = configuration.expressions.arguments.rows(first, count)
        for (position, argument) in arguments.enumerated() where argument.kind == .text {
            guard let name = configuration.word(argument.text), Self.isVariable(name) else { continue }
            let at = index(name)
            uses[at].isMentioned = true
            if sample == nil { uses[at].isHandedOver = true }
            guard let sample, position == 0 else { continue }
            if uses[at].read == nil { uses[at].read = argument.range }
            let hasDefault = count > 1 && arguments[1].kind != .absent
            if hasDefault { uses[at].hasDefault = true }
            reads.append(Reading(use: at, range: argument.range, sample: sample, hasDefault: hasDefault))
        }
    }

    // MARK: what is not read as expressions

    /// Every place in the text that names a variable, those in expressions and those in words whose inside is not read: `sni var(sess.name)`,
    /// arguments of checks. Looks through the whole text: only where something is to be said.
    ///
    /// - Parameter body: the variable; whether the place sets (or deletes) it; the line and its word.
    func eachPlace(_ body: (_ use: Int, _ isSet: Bool, _ directive: DirectiveRow, _ word: Int) -> Void) {
        for directive in configuration.allDirectives {
            for number in 0..<Int(directive.wordCount) {
                let word = configuration.bytes(number, of: directive)
                if word.first(UInt8(ascii: ".")) == nil { continue }
                var at = 0
                while at < word.count {
                    if at > 0 && Self.isNameByte(word.base[at - 1]) || !Self.isVariable(word.slice(at, word.count - at)) {
                        at += 1
                        continue
                    }
                    var end = at
                    while end < word.count, Self.isNameByte(word.base[end]) { end += 1 }
                    if let found = names.find(word.slice(at, end - at)) { body(found, Self.isSet(word.slice(0, at)), directive, number) }
                    at = end
                }
            }
        }
    }

    /// By variable: whether all places of the text that name it are among `sets` and `reads`.
    func areAllKnown() -> [Bool] {
        var setCounts = [Int](repeating: 0, count: uses.count)
        var readCounts = setCounts
        for set in sets { setCounts[set.use] += 1 }
        for read in reads { readCounts[read.use] += 1 }
        eachPlace { use, isSet, _, _ in
            if isSet { setCounts[use] -= 1 } else { readCounts[use] -= 1 }
        }
        return uses.indices.map { setCounts[$0] == 0 && readCounts[$0] == 0 && !uses[$0].isHandedOver }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Whether what stands before a name sets (or deletes) it.
    private static func isSet(_ text: WordBytes) -> Bool {
        guard text.count > 0, text.base[text.count - 1] == UInt8(ascii: "(") else { return false }
        let name = text.slice(0, text.count - 1)
        return name.ends(with: ActionID.setVar.row.name) || name.ends(with: ActionID.setVarFmt.row.name)
            || name.ends(with: ActionID.doResolve.row.name)
    }

    /// Whether something may set or read variables that is not read here: Lua, agents and tracers, lines that could not be read. (Files of log
    /// formats and dumps only read them: ``hasOtherReaders()``.)
    func hasOtherSetters(_ lines: LintLines) -> Bool {
        lines.hasUnknown || !lines[.lua].isEmpty || configuration.hasAgents(lines)
    }

    /// Files of log formats, and dumps of all variables.
    func hasOtherReaders() -> Bool {
        let samples = configuration.expressions.samples.rows(0, configuration.expressions.samples.count)
        if samples.contains(where: { $0.fetch == .dumpAllVars }) { return true }
        for directive in configuration.allDirectives {
            if configuration.holds(.lfFile, directive) { return true }
        }
        return false
    }
}
