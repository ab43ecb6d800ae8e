import GrammarFormat
import Lexer

/// Lines of the global section that are to stand there once. Of some the first one counts (`repeat once` in grammar/): HAProxy says so of the
/// others, and passes over them. Others it refuses (`repeat unique`).
struct RepeatedDirectives {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func check() {
        var seen: [UInt16: SourceRange] = [:]
        var prefix: SourceRange?
        for directive in configuration.globalDirectives {
            switch directive.id {
            case .unixBind: unixPrefix(directive, &prefix)
            // One account each, by name or by number.
            case .user, .uid: once(directive, DirectiveID.user, &seen)
            case .group, .gid: once(directive, DirectiveID.group, &seen)
            default:
                switch directive.id.row.repetition {
                case .once, .unique: once(directive, directive.id, &seen)
                case .last, .list: break
                }
            }
        }
    }

    private func once(_ directive: DirectiveRow, _ family: DirectiveID, _ seen: inout [UInt16: SourceRange]) {
        let range = configuration.range(of: directive)
        guard let first = seen[family.rawValue] else {
            seen[family.rawValue] = range
            return
        }
        let isRefused = directive.id.row.repetition == .unique
        report("'\(directive.id)'", configuration.keywordRange(of: directive), first, isRefused)
    }

    private func unixPrefix(_ directive: DirectiveRow, _ prefix: inout SourceRange?) {
        for capture in configuration.captures(of: directive) where capture.type == .keyword && capture.literal == .prefix {
            let range = configuration.range(capture, of: directive)
            if let first = prefix { report("'\(capture.literal)'", range, first, false) } else { prefix = range }
        }
    }

    private func report(_ what: String, _ range: SourceRange, _ first: SourceRange, _ isRefused: Bool) {
        context.add(
            Finding(
                .repeatedDirective, severity: isRefused ? .error : nil, at: range,
                isRefused ? "\(what) is said once only" : "\(what) is ignored: it was said before",
                places: [Finding.Place(first, isRefused ? "said before" : "this one counts")], help: ["remove one of them"]))
    }
}
