import GrammarFormat
import Lexer

/// `cancelling-options`: two options of one section that set the same thing: how connections are kept (`option httpclose`,
/// `http-server-close`, `http-keep-alive`), or what a health check is. The last one wins (manual 4.2), whichever was meant. Keep one.
struct CancellingOptions {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run() {
        var section = UInt32.max
        // The latest option of each group.
        var mode = -1
        var check = -1
        for line in lines[.option] {
            let at = Int(line)
            let directive = configuration.directives[at]
            if directive.section != section {
                section = directive.section
                mode = -1
                check = -1
            }
            switch directive.id {
            case .optionHttpclose, .optionHttpServerClose, .optionHttpKeepAlive: look(directive, at, &mode)
            default: look(directive, at, &check)
            }
        }
    }

    private func look(_ directive: DirectiveRow, _ at: Int, _ latest: inout Int) {
        if directive.isBroken || directive.form != .plain { return }
        defer { latest = at }
        if latest < 0 { return }
        let other = configuration.directives[latest]
        if other.id == directive.id || context.findings.counts(.warning, file: other.source) { return }
        context.add(
            Finding(
                .cancellingOptions, at: configuration.keywordRange(of: other),
                "'\(other.id)' does nothing: '\(directive.id)' replaces it", label: "without effect",
                places: [Finding.Place(configuration.keywordRange(of: directive), "the last one wins")], help: ["keep one of them"]))
    }
}
