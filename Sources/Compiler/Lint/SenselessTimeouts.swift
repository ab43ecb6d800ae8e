import GrammarFormat
import Lexer

/// `senseless-timeout`: a timeout of 0, which is none at all, and one of less than 100 without a unit: a bare number counts milliseconds,
/// and `timeout client 30` ends each connection that is silent for 30 ms. Write the unit; for a long wait write a long time.
struct SenselessTimeouts {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run() {
        for at in lines[.timeout] { look(configuration.directives[Int(at)]) }
    }

    private func look(_ directive: DirectiveRow) {
        guard !directive.isBroken, directive.form == .plain,
            let capture = configuration.captures(of: directive).first, capture.isValid, capture.value < 100
        else { return }
        let text = configuration.text(capture, of: directive)
        guard let last = text.count > 0 ? text.base[text.count - 1] : nil else { return }
        if capture.value == 0 {
            switch directive.id {
            case .timeoutClient, .timeoutServer, .timeoutConnect: break
            default: return
            }
        } else if last < UInt8(ascii: "0") || last > UInt8(ascii: "9") {
            return
        }
        if context.findings.counts(.warning, file: directive.source) { return }
        let range = configuration.range(capture, of: directive)
        if capture.value == 0 {
            context.add(
                Finding(
                    .senselessTimeout, at: range, "'\(directive.id) \(context.text(text))' is no timeout at all", label: "waits for ever",
                    help: ["write a long time for a long wait: without a timeout, connections of vanished peers pile up"]))
        } else {
            context.add(
                Finding(
                    .senselessTimeout, at: range, "'\(directive.id) \(context.text(text))' is \(capture.value) milliseconds",
                    label: "has no unit",
                    help: ["write '\(context.text(text))s' for seconds, or '\(context.text(text))ms' if that is what is meant"]))
        }
    }
}
