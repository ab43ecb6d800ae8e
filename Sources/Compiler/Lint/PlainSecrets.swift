import GrammarFormat
import Lexer

/// `plain-secret`, a note: a password that stands in the file as it is: whoever reads the file, a backup or a ticket with it, has it.
/// Write a hash (`password` in a user list), or take it from the environment.
struct PlainSecrets {
    private let context: CheckContext
    private let configuration: Configuration

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    func run() {
        for directive in configuration.allDirectives {
            switch directive.id {
            case .statsAuth: statistics(directive)
            case .userlistUser: user(directive)
            default: break
            }
        }
    }

    private func statistics(_ directive: DirectiveRow) {
        let word = Int(directive.nameEnd)
        guard !directive.isUnknown, Int(directive.wordCount) > word, configuration.bytes(word, of: directive).first(UInt8(ascii: ":")) != nil
        else { return }
        report(
            word, directive, "the password of the statistics page stands in the file",
            "use 'stats http-request auth' with a user list that holds a hash, or take it from an environment variable")
    }

    private func user(_ directive: DirectiveRow) {
        if directive.isUnknown { return }
        for at in Int(directive.nameEnd)..<max(Int(directive.nameEnd), Int(directive.wordCount) - 1)
        where configuration.bytes(at, of: directive).reads("insecure-password") {
            report(
                at + 1, directive, "the password of user '\(context.text(configuration.bytes(Int(directive.nameEnd), of: directive)))' "
                    + "stands in the file", "write 'password' and a hash, as mkpasswd makes them")
        }
    }

    private func report(_ word: Int, _ directive: DirectiveRow, _ message: @autoclosure () -> String, _ help: String) {
        if configuration.isExpanded(word, of: directive) || context.findings.counts(.note, file: directive.source) { return }
        context.add(Finding(.plainSecret, at: configuration.range(word, of: directive), message(), label: "as it is", help: [help]))
    }
}
