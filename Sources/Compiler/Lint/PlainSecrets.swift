import GrammarFormat
import Lexer

/// `plain-secret`, a note: a password that stands in the file as it is: whoever reads the file, a backup or a ticket with it, has it.
/// Write a hash (`password` in a user list), or take it from the environment.
struct PlainSecrets {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run() {
        for at in lines[.secret] {
            let directive = configuration.directives[Int(at)]
            if directive.id == .statsAuth { statistics(directive) } else { user(directive) }
        }
    }

    private func statistics(_ directive: DirectiveRow) {
        let word = Int(directive.nameEnd)
        if Int(directive.wordCount) <= word { return }
        if configuration.bytes(word, of: directive).first(UInt8(ascii: ":")) == nil { return }
        report(
            word, directive, "the password of the statistics page stands in the file",
            "use '\(DirectiveID.statsHttpRequest) \(ActionID.auth)' with a user list that holds a hash, or take it from an environment variable"
        )
    }

    private func user(_ directive: DirectiveRow) {
        for at in Int(directive.nameEnd)..<max(Int(directive.nameEnd), Int(directive.wordCount) - 1)
        where configuration.bytes(at, of: directive).equals(WordID.insecurePassword.bytes) {
            let name = configuration.bytes(Int(directive.nameEnd), of: directive)
            report(
                at + 1, directive, "the password of user '\(context.text(name))' stands in the file",
                "write '\(WordID.password)' and a hash, as mkpasswd makes them")
        }
    }

    private func report(_ word: Int, _ directive: DirectiveRow, _ message: @autoclosure () -> String, _ help: String) {
        if configuration.isExpanded(word, of: directive) || context.findings.counts(.note, file: directive.source) { return }
        context.add(Finding(.plainSecret, at: configuration.range(word, of: directive), message(), label: "as it is", help: [help]))
    }
}
