import CPCRE2
import GrammarFormat
import Lexer

/// Regular expressions compile: by PCRE2, as HAProxy and the runtime use it (manual 7.1.6).
struct Regexes {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func run() {
        for index in 0..<configuration.expressions.aclExpressions.count {
            let expression = configuration.expressions.aclExpressions[index]
            if expression.method != .reg { continue }
            for at in 0..<Int(expression.patternCount) {
                let pattern = configuration.expressions.patterns[Int(expression.firstPattern) + at]
                check(configuration.expressions.bytes(pattern.text), pattern.range)
            }
        }
        for index in 0..<configuration.directives.count {
            let directive = configuration.directives[index]
            if directive.isUnknown || directive.isBroken { continue }
            for capture in configuration.captures(of: directive) where capture.type == .regex && capture.isValid {
                let text = configuration.text(capture, of: directive)
                check(UnsafeBufferPointer(start: text.base, count: text.count), configuration.range(capture, of: directive))
            }
        }
    }

    private func check(_ pattern: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
        var code: Int32 = 0
        var offset = 0
        // An empty pattern may have no address, and PCRE2 wants one.
        let base = pattern.baseAddress ?? StaticString("").utf8Start
        if let compiled = pcre2_compile_8(base, pattern.count, 0, &code, &offset, nil) {
            pcre2_code_free_8(compiled)
            return
        }
        if context.findings.counts(.error, file: range.source) { return }
        var message = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(code, &message, message.count)
        let reason = String(decoding: message.prefix(max(Int(length), 0)), as: UTF8.self)
        context.add(
            Finding(
                .badRegex, at: range, "the regular expression does not compile: \(reason)",
                notes: ["PCRE2 gives up at byte \(offset + 1) of it"]))
    }
}
