import GrammarFormat
import Lexer

/// What a single directive can get wrong that its signature does not say.
enum DirectiveChecks {
    static func check(_ directive: DirectiveRow, _ context: CheckContext) {
        if directive.id == .optionHttpchk { httpchk(directive, context) }
    }

    /// Headers used to be hidden behind the version; since 2.9 that is refused.
    private static func httpchk(_ directive: DirectiveRow, _ context: CheckContext) {
        let configuration = context.configuration
        for word in Int(directive.nameEnd)..<Int(directive.wordCount) {
            let text = configuration.bytes(word, of: directive)
            guard let end = text.first(0x0D) ?? text.first(0x0A) else { continue }
            let row = configuration.words[Int(directive.firstWord) + word]
            let range = context.sources[directive.source].text.origin(of: row, from: end, to: text.count, source: directive.source)
            context.add(
                Finding(
                    .hiddenHeaders, at: range, "headers cannot be hidden behind the version",
                    help: ["send them by '\(DirectiveID.httpCheckSend) hdr <name> <value>'"]))
        }
    }
}
