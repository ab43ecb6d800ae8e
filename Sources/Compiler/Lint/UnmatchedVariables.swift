import GrammarFormat
import Lexer

/// `variable-never-set`: a variable that samples read and nothing sets: its sample never has a value. `variable-never-read`: one that is set and
/// never read. Both most often come from a misspelt name, or from two scopes (`txn.` and `req.`). Silent where something that is not
/// read here could know variables: Lua, agents and tracers, files of log formats; about `proc.` variables, which the command socket
/// reads and sets; and in a configuration with errors, as the line in error may be the one that is missed.
struct UnmatchedVariables {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// What happens to one variable.
    private struct Use {
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
    }

    func run() {
        var names = NameTable()
        var uses: [Use] = []
        collectActions(&names, &uses)
        collectSamples(&names, &uses)
        if uses.isEmpty || context.findings.total(.error) > 0 { return }
        guard uses.contains(where: { $0.set == nil ? $0.read != nil : !$0.isMentioned }), !lines.hasUnknown, lines[.lua].isEmpty,
            !configuration.hasAgents(lines)
        else { return }
        let mayBeRead = hasOtherReaders()
        readTexts(names, &uses)
        for use in uses {
            if let read = use.read, use.set == nil, !use.hasDefault, !use.isHandedOver {
                unset(use, read, names, uses)
            } else if let set = use.set, !use.isMentioned, !mayBeRead {
                unread(use, set, names, uses)
            }
        }
    }

    private func unset(_ use: Use, _ range: SourceRange, _ names: borrowing NameTable, _ uses: [Use]) {
        if context.findings.counts(.warning, file: range.source) { return }
        var finding = Finding(
            .variableNeverSet, at: range, "nothing sets the variable '\(context.text(use.name))'", label: "never has a value",
            help: ["set it by '\(ActionID.setVar)(\(context.text(use.name)))'"])
        if let other = otherScope(use, names, uses, { $0.set }) {
            finding.help = ["a scope is a part of the name: read '\(context.text(other.name))'"]
            finding.places = other.set.map { [Finding.Place($0, "set in this scope")] } ?? []
        }
        context.add(finding)
    }

    private func unread(_ use: Use, _ range: SourceRange, _ names: borrowing NameTable, _ uses: [Use]) {
        if context.findings.counts(.warning, file: range.source) { return }
        var finding = Finding(
            .variableNeverRead, at: range, "nothing reads the variable '\(context.text(use.name))'", label: "only set",
            help: ["leave it out, or read it by '\(FetchID.var)(\(context.text(use.name)))'"])
        if let other = otherScope(use, names, uses, { $0.read }) {
            finding.help = ["a scope is a part of the name: set '\(context.text(other.name))'"]
            finding.places = other.read.map { [Finding.Place($0, "read in this scope")] } ?? []
        }
        context.add(finding)
    }

    /// The first variable of the same name in another scope of which `has` is true.
    private func otherScope(_ use: Use, _ names: borrowing NameTable, _ uses: [Use], _ has: (Use) -> SourceRange?) -> Use? {
        guard let dot = use.name.first(UInt8(ascii: ".")), context.mayCompare(uses.count) else { return nil }
        let bare = use.name.dropping(dot)
        return uses.first { other in
            guard let end = other.name.first(UInt8(ascii: ".")), has(other) != nil else { return false }
            return other.name.dropping(end).equals(bare) && !other.name.equals(use.name)
        }
    }

    // MARK: collecting

    private func index(_ name: WordBytes, _ names: inout NameTable, _ uses: inout [Use]) -> Int {
        if let known = names.insert(name, uses.count) { return known }
        uses.append(Use(name: name))
        return uses.count - 1
    }

    /// A scope other than the process's, a dot, and a name.
    @inline(__always)
    private static func isVariable(_ word: WordBytes) -> Bool {
        guard word.count > 4, let dot = word.slice(0, min(6, word.count)).first(UInt8(ascii: ".")), dot >= 3 else { return false }
        guard let scope = Grammar.find(word.slice(0, dot), as: VariableScopeID.self) else { return false }
        return scope != .proc
    }

    private func collectActions(_ names: inout NameTable, _ uses: inout [Use]) {
        for line in lines[.rule] {
            let directive = configuration.directives[Int(line)]
            let captures = configuration.captures(of: directive)
            guard captures.count > 1, captures[1].type == .variable, captures[0].type == .keyword, captures[0].slot == .action,
                captures[0].keyword(ActionID.self) != .unsetVar
            else { continue }
            let name = configuration.text(captures[1], of: directive)
            if !Self.isVariable(name) { continue }
            let at = index(name, &names, &uses)
            if uses[at].set == nil { uses[at].set = configuration.range(captures[1], of: directive) }
        }
        for line in lines[.checkVariable] {
            let directive = configuration.directives[Int(line)]
            guard directive.nameEnd > 0 else { continue }
            let word = configuration.bytes(Int(directive.nameEnd) - 1, of: directive)
            guard let open = word.first(UInt8(ascii: "(")) else { continue }
            var name = word.dropping(open + 1)
            name.count = name.first(UInt8(ascii: ",")) ?? name.first(UInt8(ascii: ")")) ?? name.count
            if !Self.isVariable(name) { continue }
            let at = index(name, &names, &uses)
            if uses[at].set == nil { uses[at].set = configuration.range(Int(directive.nameEnd) - 1, of: directive) }
        }
    }

    private func collectSamples(_ names: inout NameTable, _ uses: inout [Use]) {
        let samples = configuration.expressions.samples.rows(0, configuration.expressions.samples.count)
        for sample in samples where sample.argumentCount > 0 {
            mention(Int(sample.firstArgument), Int(sample.argumentCount), isVar: sample.fetch == .var, &names, &uses)
        }
        let converters = configuration.expressions.converters.rows(0, configuration.expressions.converters.count)
        for converter in converters where converter.argumentCount > 0 && converter.converter != .unsetVar {
            if converter.converter != .setVar {
                mention(Int(converter.firstArgument), Int(converter.argumentCount), isVar: false, &names, &uses)
                continue
            }
            let argument = configuration.expressions.arguments[Int(converter.firstArgument)]
            guard let name = configuration.word(argument.text), Self.isVariable(name) else { continue }
            let at = index(name, &names, &uses)
            if uses[at].set == nil { uses[at].set = argument.range }
        }
    }

    private func mention(_ first: Int, _ count: Int, isVar: Bool, _ names: inout NameTable, _ uses: inout [Use]) {
        let arguments = configuration.expressions.arguments.rows(first, count)
        for (position, argument) in arguments.enumerated() where argument.kind == .text {
            guard let name = configuration.word(argument.text), Self.isVariable(name) else { continue }
            let at = index(name, &names, &uses)
            uses[at].isMentioned = true
            if !isVar { uses[at].isHandedOver = true }
            if !isVar || position > 0 { continue }
            if uses[at].read == nil { uses[at].read = argument.range }
            if count > 1, arguments[1].kind != .absent { uses[at].hasDefault = true }
        }
    }

    // MARK: what is not read here

    /// Words of which the inside is not read: `sni var(sess.name)`, arguments of checks. Looked through only where something is to be said.
    private func readTexts(_ names: borrowing NameTable, _ uses: inout [Use]) {
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
                    if let found = names.find(word.slice(at, end - at)) {
                        if Self.isSet(word.slice(0, at)) {
                            uses[found].set = uses[found].set ?? configuration.range(number, of: directive)
                        } else {
                            uses[found].isMentioned = true
                        }
                    }
                    at = end
                }
            }
        }
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

    /// Files of log formats, and dumps of all variables.
    private func hasOtherReaders() -> Bool {
        let samples = configuration.expressions.samples.rows(0, configuration.expressions.samples.count)
        if samples.contains(where: { $0.fetch == .dumpAllVars }) { return true }
        for directive in configuration.allDirectives {
            if configuration.holds(.lfFile, directive) { return true }
        }
        return false
    }
}
