import GrammarFormat
import Lexer

/// What a single directive can get wrong that its signature does not say.
enum DirectiveChecks {
    static func check(_ directive: DirectiveRow, _ context: CheckContext) {
        switch directive.id {
        case .optionHttpchk, .optionHttpchkUntil30: if context.options.target >= .v3_0 { httpchk(directive, context) }
        case .httpCheckExpect: statuses(directive, context)
        case .errorfile: errorStatus(directive, context)
        case .httpSendNameHeader: nameHeader(directive, context)
        default: break
        }
    }

    /// HAProxy keeps answers of its own for these status codes only.
    private static let errorStatuses: Set<UInt64> = [
        200, 400, 401, 403, 404, 405, 407, 408, 410, 413, 414, 421, 422, 425, 429, 431, 500, 501, 502, 503, 504,
    ]

    private static func errorStatus(_ directive: DirectiveRow, _ context: CheckContext) {
        let configuration = context.configuration
        if directive.isBroken { return }
        for capture in configuration.captures(of: directive) where capture.type.kind == .integer && capture.isValid {
            if errorStatuses.contains(capture.value) { continue }
            context.add(
                Finding(
                    .badErrorStatus, at: configuration.range(capture, of: directive),
                    "HAProxy has no answer of its own with status \(capture.value) that could be replaced",
                    help: ["the codes are \(errorStatuses.sorted().map(String.init).joined(separator: ", "))"]))
        }
    }

    /// Headers that HTTP itself needs cannot carry the server's name.
    private static func nameHeader(_ directive: DirectiveRow, _ context: CheckContext) {
        let configuration = context.configuration
        guard !directive.isBroken, let name = configuration.captures(of: directive).first, name.isValid else { return }
        switch configuration.text(name, of: directive).string.lowercased() {
        case "host", "content-length", "transfer-encoding", "connection": break
        default: return
        }
        context.add(
            Finding(
                .invalidValue, at: configuration.range(name, of: directive),
                "header '\(context.text(configuration.text(name, of: directive)))' cannot carry the server's name",
                help: ["take a name of your own, such as X-Server"]))
    }

    /// `status` takes codes and ranges of them.
    private static func statuses(_ directive: DirectiveRow, _ context: CheckContext) {
        let configuration = context.configuration
        if directive.isBroken { return }
        var isStatus = false
        for capture in configuration.captures(of: directive) {
            if capture.slot == .match { isStatus = capture.literal == .status || capture.literal == .notStatus }
            guard isStatus, capture.slot == .pattern else { continue }
            let text = configuration.text(capture, of: directive)
            let isList = (0..<text.count).allSatisfy { index in
                let byte = text.base[index]
                return byte &- 0x30 < 10 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "!")
            }
            if isList { continue }
            context.add(
                Finding(
                    .invalidValue, at: configuration.range(capture, of: directive), "'\(context.text(text))' is no list of status codes",
                    help: ["expected codes and ranges (200,204 or 200-399)"]))
        }
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
