import GrammarFormat
import Lexer

/// `unused-acl`: a named ACL that no condition of its section uses. It costs nothing and protects nothing: most often the rule that was to
/// use it is missing, or names another one. Remove the line, or write the condition. An ACL is known in its own section only, those of
/// `defaults` too (manual 4.2, `acl`), so nothing else can use it.
struct UnusedACLs {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func run() {
        let count = configuration.expressions.acls.count
        if count == 0 { return }
        var isUsed = [Bool](repeating: false, count: count)
        let terms = configuration.expressions.terms.rows(0, configuration.expressions.terms.count)
        for term in terms { isUsed[Int(term.acl)] = true }
        // The sections that were looked at last; the ACLs of one stand together, so each is looked at once.
        var unsure = -1
        var sure = -1
        var named = NameTable()
        var isNamedCollected = false
        let acls = configuration.expressions.acls.rows(0, count)
        for index in 0..<count where !isUsed[index] {
            let acl = acls[index]
            guard acl.name.count > 0, !acl.isBroken, Int(acl.section) != unsure, let name = configuration.word(acl.name) else { continue }
            if !isNamedCollected {
                collectNamed(&named)
                isNamedCollected = true
            }
            // What is called 'or' has a finding, and cannot be used.
            if named.find(name) != nil || ConditionParser.isDisjunction(name) { continue }
            let section = Int(acl.section)
            if section != sure {
                if isUnsure(configuration.sections[section]) {
                    unsure = section
                    continue
                }
                sure = section
            }
            if context.findings.counts(.warning, file: acl.source) { continue }
            context.add(
                Finding(
                    .unusedACL, at: acl.nameRange, "no condition uses the ACL '\(context.text(name))'", label: "only defined",
                    help: ["remove it, or use it in a condition of \(configuration.title(of: configuration.sections[Int(acl.section)]))"]))
        }
    }

    /// Names in `acl(...)`, which evaluates ACLs inside a sample.
    private func collectNamed(_ named: inout NameTable) {
        let samples = configuration.expressions.samples.rows(0, configuration.expressions.samples.count)
        for sample in samples where sample.fetch == .acl {
            for at in Int(sample.firstArgument)..<Int(sample.firstArgument) + Int(sample.argumentCount) {
                guard var name = configuration.word(configuration.expressions.arguments[at].text) else { continue }
                while name.count > 0, name.base[0] == UInt8(ascii: "!") { name = name.dropping(1) }
                _ = named.insert(name, at)
            }
        }
    }

    /// Whether a line of the section could not be read: its condition may use anything.
    private func isUnsure(_ section: SectionRow) -> Bool {
        for directive in configuration.directives(of: section) {
            if directive.isUnknown || directive.isBroken { return true }
            for capture in configuration.captures(of: directive) {
                if !capture.isValid { return true }
                switch capture.type.kind {
                case .condition, .logFormat, .sample: if capture.value == Expressions.broken { return true }
                // What a Lua script's word takes is not read, nor a condition in it.
                case .rest:
                    for word in Int(capture.word)..<max(Int(capture.word), capture.wordsEnd)
                    where Grammar.beginsCondition(configuration.bytes(word, of: directive)) { return true }
                default: break
                }
            }
        }
        return false
    }
}
