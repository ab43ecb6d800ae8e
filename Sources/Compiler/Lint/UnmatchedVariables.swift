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

    func run(_ variables: borrowing VariableUses) {
        var uses = variables.uses
        if uses.isEmpty || context.findings.total(.error) > 0 { return }
        guard uses.contains(where: { $0.set == nil ? $0.read != nil : !$0.isMentioned }), !variables.hasOtherSetters(lines) else { return }
        let mayBeRead = variables.hasOtherReaders()
        variables.eachPlace { use, isSet, directive, word in
            if isSet { uses[use].set = uses[use].set ?? configuration.range(word, of: directive) } else { uses[use].isMentioned = true }
        }
        for use in uses {
            if let read = use.read, use.set == nil, !use.hasDefault, !use.isHandedOver {
                unset(use, read, uses)
            } else if let set = use.set, !use.isMentioned, !mayBeRead {
                unread(use, set, uses)
            }
        }
    }

    private func unset(_ use: VariableUses.Use, _ range: SourceRange, _ uses: [VariableUses.Use]) {
        if context.findings.counts(.warning, file: range.source) { return }
        var finding = Finding(
            .variableNeverSet, at: range, "nothing sets the variable '\(context.text(use.name))'", label: "never has a value",
            help: ["set it by '\(ActionID.setVar)(\(context.text(use.name)))'"])
        if let other = otherScope(use, uses, { $0.set }) {
            finding.help = ["a scope is a part of the name: read '\(context.text(other.name))'"]
            finding.places = other.set.map { [Finding.Place($0, "set in this scope")] } ?? []
        }
        context.add(finding)
    }

    private func unread(_ use: VariableUses.Use, _ range: SourceRange, _ uses: [VariableUses.Use]) {
        if context.findings.counts(.warning, file: range.source) { return }
        var finding = Finding(
            .variableNeverRead, at: range, "nothing reads the variable '\(context.text(use.name))'", label: "only set",
            help: ["leave it out, or read it by '\(FetchID.var)(\(context.text(use.name)))'"])
        if let other = otherScope(use, uses, { $0.read }) {
            finding.help = ["a scope is a part of the name: set '\(context.text(other.name))'"]
            finding.places = other.read.map { [Finding.Place($0, "read in this scope")] } ?? []
        }
        context.add(finding)
    }

    /// The first variable of the same name in another scope of which `has` is true.
    private func otherScope(_ use: VariableUses.Use, _ uses: [VariableUses.Use], _ has: (VariableUses.Use) -> SourceRange?) -> VariableUses
        .Use?
    {
        guard let dot = use.name.first(UInt8(ascii: ".")), context.mayCompare(uses.count) else { return nil }
        let bare = use.name.dropping(dot)
        return uses.first { other in
            guard let end = other.name.first(UInt8(ascii: ".")), has(other) != nil else { return false }
            return other.name.dropping(end).equals(bare) && !other.name.equals(use.name)
        }
    }
}
